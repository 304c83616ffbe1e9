import { describe, expect, test } from 'vitest'
import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { clean } from '../../../src/client/clean/clean.ts'
import { known } from '../../support/evidence/exif.ts'
import { points } from '../../support/evidence/heif.ts'
import { comment, curve, photograph, profile, xmp, xmpOwner } from '../../support/evidence/pictures.ts'
import { bent, lights, profileWith, screen, xyz } from '../../support/evidence/profiles.ts'

const signs = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'latin1'))
const latin = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('latin1')

type Value = readonly [tag: number, type: number, value: string | number]
const view = (length: number) => new DataView(new ArrayBuffer(length))

/** A folder of fields at a place, its longer values behind it. */
const folder = (at: number, values: readonly Value[], next = 0): Bytes => {
  const head = view(2 + values.length * 12 + 4)
  const behind: Bytes[] = []
  let free = at + head.byteLength
  head.setUint16(0, values.length)
  for (const [place, [tag, type, value]] of values.entries()) {
    const entry = 2 + place * 12
    head.setUint16(entry, tag)
    head.setUint16(entry + 2, type)
    head.setUint32(entry + 4, typeof value === 'string' ? value.length : 1)
    if (typeof value === 'number' && type === 3) head.setUint16(entry + 8, value)
    else head.setUint32(entry + 8, typeof value === 'string' ? free : value)
    if (typeof value !== 'string') continue
    behind.push(signs(value))
    free += value.length
  }
  head.setUint32(2 + values.length * 12, next)
  return concat(new Uint8Array(head.buffer), ...behind)
}

/** A scan of one page: its points, what it is shown by, and what the scanner and programs wrote. */
const scan = (more: readonly Value[] = [], exif: readonly Value[] = [[0xa431, 2, `${known.serial}\0`]]): Bytes => {
  const head = concat(signs('MM\0*'), Uint8Array.of(0, 0, 0, 8 + points.length), signs(points))
  const first = (below: number): Bytes =>
    folder(head.length, [
      ...([
        [256, 3, 24],
        [257, 3, 16],
        [262, 3, 1],
        [273, 4, 8],
      ] as const),
      ...([
        [271, 2, `${known.maker}\0`],
        [279, 4, points.length],
        [315, 2, `${known.owner}\0`],
      ] as const),
      ...([
        [700, 1, xmp],
        [0x8769, 4, below],
      ] as const),
      ...more,
    ])
  const below = head.length + first(0).length
  return concat(head, first(below), folder(below, exif))
}

describe('a scan in the form of TIFF', () => {
  test('keeps its picture in its place and nothing of what it told', async () => {
    const before = concat(scan(), signs('an earlier list of fields'))
    const cleaned = await clean(before)
    expect(cleaned).toMatchObject({ outcome: 'cleaned', remains: [] })
    const removed = cleaned.removed.map(({ value }) => value)
    expect(removed).toEqual(expect.arrayContaining([known.owner, known.maker, xmpOwner]))
    for (const secret of [known.owner, known.maker, known.serial, xmpOwner, 'earlier'])
      expect(latin(cleaned.bytes)).not.toContain(secret)
    expect(cleaned.bytes).toHaveLength(before.length)
    expect(latin(cleaned.bytes).indexOf(points)).toBe(8)
    const list = new DataView((cleaned.bytes ?? before).buffer, 8 + points.length)
    expect(list.getUint16(0)).toBe(5)
    expect([0, 1, 2, 3, 4].map((place) => list.getUint16(2 + place * 12))).toEqual([256, 257, 262, 273, 279])
    expect((await clean(cleaned.bytes ?? before)).removed).toEqual([])
  })

  test.each([
    ['a field that nobody knows', scan([[50706, 1, 'of a camera']])],
    [
      'what its camera wrote for itself',
      scan(
        [],
        [
          [37500, 7, 'how to develop it'],
          [0xa431, 2, known.serial],
        ],
      ),
    ],
    ['a list of pictures below', scan([[330, 4, 8]])],
    ['a field of a type that nobody knows', scan([[305, 99, 'a text']])],
    ['a list of fields that is cut off', scan().slice(0, -30)],
    [
      'points outside of it',
      scan([
        [324, 4, 60_000],
        [325, 4, 9],
      ]),
    ],
  ])('with %s is not touched, and says what it tells', async (_, before) => {
    const cleaned = await clean(before)
    expect(cleaned).toMatchObject({ outcome: 'cleaned', removed: [] })
    expect(cleaned.bytes).toEqual(before)
    expect(cleaned.remains).toEqual(
      expect.arrayContaining([
        { kind: 'person', value: known.owner },
        { kind: 'device', value: known.maker },
        { kind: 'hidden', value: '' },
      ]),
    )
  })

  test('whose points are packed as JPEG loses what that tells', async () => {
    const cleaned = await clean(scan([[347, 7, latin(photograph())]]))
    expect(cleaned).toMatchObject({ outcome: 'cleaned', remains: [] })
    expect(latin(cleaned.bytes)).not.toContain(comment)
    expect((await clean(scan([[347, 7, '\xff\xd8\xff\xdbno end']]))).remains).toEqual([{ kind: 'hidden', value: '' }])
  })

  test('whose points are packed as JPEG with a profile forgets whose screen that is of', async () => {
    const colours = profile(known.serial)
    const segment = concat(
      signs('\xff\xe2'),
      Uint8Array.of((colours.length + 16) >> 8, (colours.length + 16) & 0xff),
      signs('ICC_PROFILE\0\x01\x01'),
      colours,
    )
    const packed = concat(signs('\xff\xd8'), segment, photograph().subarray(2))
    const { bytes } = await clean(scan([[347, 7, latin(packed)]]))
    expect(latin(bytes)).not.toContain(known.serial)
    expect(latin(bytes)).toContain(curve)
  })

  const ownScreen = 'VTR-27, fourth floor'

  test('keeps its wide colours by a profile that is the same for everybody', async () => {
    const own = screen(ownScreen, lights.p3, bent())
    const cleaned = await clean(scan([[34675, 7, latin(own)]]))
    expect(cleaned).toMatchObject({ outcome: 'cleaned', remains: [] })
    for (const light of lights.p3) expect(latin(cleaned.bytes)).toContain(latin(xyz(...light)))
    for (const gone of [ownScreen, 'Vtrl', 'vcgt']) expect(latin(cleaned.bytes)).not.toContain(gone)
    expect(await clean(cleaned.bytes ?? own)).toMatchObject({ removed: [], remains: [] })
  })

  test('tells that colours for print stay as their tables have them, and loses a profile that nobody can read', async () => {
    const print = profileWith('CMYKLab ', ownScreen, [['A2B0', signs('mft2\0\0\0\0as paper takes ink')]])
    const cleaned = await clean(scan([[34675, 7, latin(print)]]))
    expect(cleaned.remains).toEqual([{ kind: 'device', value: ownScreen }])
    expect(latin(cleaned.bytes)).toContain('as paper takes ink')
    expect(latin(cleaned.bytes)).not.toContain(ownScreen)
    const spoilt = await clean(scan([[34675, 7, ownScreen]]))
    expect(spoilt).toMatchObject({ outcome: 'cleaned', remains: [] })
    expect(latin(spoilt.bytes)).not.toContain(ownScreen)
  })

  test.each([
    [37724, 'layers of Photoshop, which are drawn in it', []],
    [52545, 'who signed it', []],
    [34737, 'where on Earth it is', [{ kind: 'place', value: '' }]],
  ])('loses what stands in field %i, such as %s', async (tag, text, told) => {
    const { removed, remains, bytes } = await clean(scan([[tag, 7, text]]))
    expect(latin(bytes)).not.toContain(text)
    expect(remains).toEqual([])
    expect(removed).toEqual(expect.arrayContaining(told))
  })

  test('with a small picture says that it stays', async () => {
    expect((await clean(scan([[254, 4, 1]]))).remains).toEqual([{ kind: 'thumbnail', value: '' }])
  })
})
