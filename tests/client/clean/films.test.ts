import { describe, expect, test } from 'vitest'
import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { type Cleaned, clean } from '../../../src/client/clean/clean.ts'
import { known } from '../../support/evidence/exif.ts'
import { box, film, filmFrom, mp3, pictures, song, table, told } from '../../support/evidence/films.ts'

const latin = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('latin1')
const values = ({ removed }: Cleaned): string[] => removed.map(({ value }) => value)
const signs = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'latin1'))
const secrets = [
  known.owner,
  known.serial,
  known.maker,
  told.place,
  told.phone,
  told.program,
  told.vendor,
  told.encoder,
  'a face',
  'LYRICS',
]

describe('a film or a sound', () => {
  test.each([
    [
      'film',
      film,
      [told.place, told.phone, told.program, told.vendor, told.encoder, known.owner, known.maker, '2026-03-05T14:41'],
    ],
    ['sound of a telephone', song, [known.owner, '2026-03-05T14:41']],
    ['sound of MPEG', mp3, [known.owner, told.program, `said by ${known.maker}`, 'A talk', '2026']],
  ] as const)('(a %s) keeps nothing of what it told, and the reporter is told what that was', async (_, make, said) => {
    const cleaned = await clean(make())
    expect(cleaned).toMatchObject({ outcome: 'cleaned', remains: [] })
    for (const value of said) expect(values(cleaned).some((one) => one.includes(value))).toBe(true)
    for (const secret of secrets) expect(latin(cleaned.bytes)).not.toContain(secret)
    expect(latin(cleaned.bytes)).toContain(pictures)
    expect((await clean(cleaned.bytes ?? signs(''))).removed).toEqual([])
  })

  test('is overwritten where the traces stand, so that it still plays by its tables', async () => {
    const before = film()
    const { bytes } = await clean(before)
    for (const part of [pictures, table, 'how to decode it', 'stbl', 'mvhd', 'moov'])
      expect(latin(bytes).indexOf(part)).toBe(latin(before).indexOf(part))
    expect(bytes).toHaveLength(before.length)
  })

  test('asks first where a track beside pictures and sound, or a box that nobody knows, stays in it', async () => {
    expect((await clean(film('mebx'))).remains).toEqual([{ kind: 'hidden', value: 'mebx' }])
    expect((await clean(film('vide', box('gpsx', signs('somewhere'))))).remains).toEqual([
      { kind: 'hidden', value: 'gpsx' },
    ])
  })

  test.each(['pana', 'CAEP', 'niko', 'ssc1', 'XAVC'])(
    'that goes by a maker (%s) goes by a general name instead',
    async (maker) => {
      const branded = (brands: string): Bytes => concat(box('ftyp', signs(brands)), film().subarray(20))
      const cleaned = await clean(branded(`${maker}\0\0\0\x01mp42${maker}avc1`))
      expect(latin(cleaned.bytes).slice(4, 28)).toBe('ftypmp42\0\0\0\x01mp42mp42avc1')
      expect(cleaned.removed).toContainEqual({ kind: 'device', value: maker })
      expect(cleaned.remains).toEqual([])
      const named = await clean(branded(`${maker}\0\0\0\x01${maker}`))
      expect(latin(named.bytes).slice(8, 12)).toBe(maker)
      expect(named.remains).toEqual([{ kind: 'device', value: maker }])
    },
  )

  test('asks first where it plays from a place outside of it, whose path stays in it', async () => {
    const outside = box('url ', signs(`\0\0\0\0file:///home/${known.serial}/cut.mov\0`))
    expect((await clean(filmFrom(outside))).remains).toContainEqual({ kind: 'hidden', value: 'url' })
  })

  test('asks nothing where such a place is empty, as browsers write it', async () => {
    expect((await clean(filmFrom(box('url ', signs('\0\0\0\0\0'))))).remains).toEqual([])
  })

  test('asks first where a name that was taken out stands in its pictures too', async () => {
    const cleaned = await clean(film('vide', box('mdat', signs(`drawn by ${known.owner}`))))
    expect(cleaned.remains).toEqual([{ kind: 'person', value: known.owner }])
  })

  test.each([
    ['a box that is longer than the file', () => film().subarray(0, -9)],
    ['a box that is shorter than its own head', () => film('vide', signs('\0\0\0\x04free'))],
    ['a tag that is longer than the file', () => mp3().subarray(0, 40)],
    ['a tag and no sound', () => signs('ID3\x03\0\0\0\0\0\0')],
    ['its head alone (WebM)', () => signs('\x1a\x45\xdf\xa3 webm')],
    ['its head alone (FLAC)', () => signs('fLaC\0\0\0\x22')],
    ['its head alone (waves)', () => signs('RIFF\x24\0\0\0WAVEfmt ')],
    ['its head alone (Ogg)', () => signs('OggS\0\x02')],
  ])('that is not made as it should be, with %s, is left as it is and said so', async (_, make) => {
    expect(await clean(Uint8Array.from(make()))).toEqual({ outcome: 'broken', bytes: null, removed: [], remains: [] })
  })

  test.each([
    ['a film of another kind', 'RIFF\x24\0\0\0AVI LIST'],
    ['a large scan', 'II+\0\x08\0\0\0'],
    ['a scan without a picture', 'II*\0\x08\0\0\0'],
    ['a sound of another kind', 'FORM\0\0\0\x04AIFF'],
  ])('or a picture that nobody can look into, such as %s, is said to be that', async (_, start) => {
    expect((await clean(signs(start))).outcome).toBe('unknown')
  })
})
