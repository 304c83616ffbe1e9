import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Bytes } from '../../../crypto/wire/index.ts'
import { type Cleaned, clean } from '../../../src/client/clean/clean.ts'
import { box } from '../../support/evidence/films.ts'
import { exifItem, heif, picture } from '../../support/evidence/heif.ts'
import { photograph, webp } from '../../support/evidence/pictures.ts'
import {
  bareProfile,
  bent,
  coloured,
  lights,
  power,
  profileWith,
  screen,
  xyz,
} from '../../support/evidence/profiles.ts'

const signs = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'latin1'))
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const bytesOf = ({ bytes }: Cleaned): Bytes => bytes ?? expect.fail('nothing was cleaned')

/** Everything that a picture says of its colours, unpacked, with what is around it. */
const unpacked = (bytes: Bytes): string => {
  const at = latin(bytes).indexOf('iCCPICC\0\0')
  return latin(bytes) + (at < 0 ? '' : latin(inflateSync(bytes.subarray(at + 9))))
}

const name = 'VTR-27 of Amara, 4th floor'
const p3 = screen(name, lights.p3, bent())
/** Another maker's profile of the same space: a curve of fewer numbers, and lights that are rounded in another way. */
const otherP3 = screen('Another', [[0.5152, 0.2413, -0.001], lights.p3[1], [0.1572, 0.0666, 0.784]], bent(256))
/** A screen as somebody measured it. */
const [red, green, blue] = [
  [0.4795, 0.248, 0.024],
  [0.3449, 0.6886, 0.0718],
  [0.1398, 0.0634, 0.729],
] as const
const measured = screen(name, [red, green, blue], bent())
/** The same in so few words that the profile of everybody would be longer. */
const brief = bareProfile('RGB XYZ ', [
  ...[['rXYZ', xyz(...red)] as const, ['gXYZ', xyz(...green)] as const, ['bXYZ', xyz(...blue)] as const],
  ...['rTRC', 'gTRC', 'bTRC'].map((tag) => [tag, power(2.2)] as const),
])
const grey = profileWith('GRAYXYZ ', name, [['kTRC', power(2.2)]])
const tables = profileWith('CMYKLab ', name, [['A2B0', signs('mft2\0\0\0\0as paper takes ink')]])

const forms = ['jpeg', 'png', 'webp', 'bmp'] as const

describe.each(forms)('a picture of the kind %s', (form) => {
  test('keeps that its colours are wide, and not by whose hands', async () => {
    const cleaned = await clean(coloured[form](p3))
    expect(cleaned).toMatchObject({ outcome: 'cleaned', removed: [], remains: [] })
    const after = unpacked(bytesOf(cleaned))
    expect(after).toContain('acsp')
    for (const light of lights.p3) expect(after).toContain(latin(xyz(...light)))
    for (const secret of [name, 'Amara', 'Vtrl', 'vcgt', latin(new Uint8Array(12).fill(7))])
      expect(after).not.toContain(secret)
    expect(await clean(bytesOf(cleaned))).toMatchObject({ removed: [], remains: [] })
  })

  test('is told apart by no maker’s rounding of the same colours', async () => {
    const [one, other] = [await clean(coloured[form](p3)), await clean(coloured[form](otherP3))]
    expect(bytesOf(one)).toEqual(bytesOf(other))
  })

  test('loses what a screen was measured at: its colours become those of the space that they are next to', async () => {
    const cleaned = await clean(coloured[form](measured))
    expect(cleaned).toMatchObject({ outcome: 'cleaned', removed: [{ kind: 'device', value: name }], remains: [] })
    const after = unpacked(bytesOf(cleaned))
    expect(after).not.toContain(latin(xyz(0.4795, 0.248, 0.024)))
    expect(after).toContain('rXYZ')
    expect(after).not.toContain(name)
    expect((await clean(bytesOf(cleaned))).removed).toEqual([])
  })

  test('in grey keeps how bright its greys are', async () => {
    const after = unpacked(bytesOf(await clean(coloured[form](grey))))
    expect(after).toContain('GRAYXYZ ')
    expect(after).toContain('kTRC')
    expect(after).not.toContain(name)
  })

  test('whose colours stand in tables, as those for print, keeps the tables and says so', async () => {
    const cleaned = await clean(coloured[form](tables))
    expect(cleaned).toMatchObject({ outcome: 'cleaned', removed: [], remains: [{ kind: 'device', value: name }] })
    const after = unpacked(bytesOf(cleaned))
    expect(after).toContain('as paper takes ink')
    for (const secret of [name, 'Vtrl', 'vcgt\0\0\0\0V']) expect(after).not.toContain(secret)
  })

  test('whose three colours are in another order keeps that, for no known space is next to it', async () => {
    const turned = screen(name, [lights.p3[1], lights.p3[2], lights.p3[0]], bent())
    const cleaned = await clean(coloured[form](turned))
    expect(cleaned.remains).toEqual([{ kind: 'device', value: name }])
    expect(unpacked(bytesOf(cleaned))).toContain(latin(xyz(...lights.p3[1])))
  })

  test.each([
    ['is cut off', p3.subarray(0, 200)],
    ['is none', signs(name)],
  ])('loses a profile that %s, and its owner is told', async (_, profile) => {
    const cleaned = await clean(coloured[form](profile))
    expect(cleaned).toMatchObject({ outcome: 'cleaned', removed: [{ kind: 'hidden' }], remains: [] })
    const after = unpacked(bytesOf(cleaned))
    for (const gone of [name, 'acsp', 'iCCP', 'ICCP', 'ICC_PROFILE']) expect(after).not.toContain(gone)
  })
})

test('a profile in several segments is put together in the order of their numbers', async () => {
  const [whole, split] = [coloured.jpeg(p3), coloured.jpeg(p3, 300)]
  expect(latin(split).match(/ICC_PROFILE/g)?.length).toBeGreaterThan(3)
  expect(bytesOf(await clean(split))).toEqual(bytesOf(await clean(whole)))
})

test('a long profile of tables takes as many segments as it needs', async () => {
  const long = profileWith('CMYKLab ', '', [['A2B0', new Uint8Array(200_000).fill(3)]])
  const after = bytesOf(await clean(coloured.jpeg(long)))
  expect(latin(after).match(/ICC_PROFILE/g)).toHaveLength(4)
  expect(bytesOf(await clean(after))).toEqual(after)
})

test('a PNG whose profile cannot be unpacked, or would fill the memory, goes without it', async () => {
  const whole = coloured.png(p3)
  const spoilt = whole.slice()
  spoilt.fill(0xff, latin(whole).indexOf('\0\0x') + 2, latin(whole).indexOf('\0\0x') + 40)
  for (const one of [spoilt, coloured.png(new Uint8Array(2 ** 23))]) {
    const cleaned = await clean(one)
    expect(cleaned).toMatchObject({ outcome: 'cleaned', removed: [{ kind: 'hidden', value: 'iCCP' }], remains: [] })
    expect(latin(bytesOf(cleaned))).not.toContain('iCCP')
  }
})

test('a WebP says in its head whether it has a profile', async () => {
  const flags = async (bytes: Bytes): Promise<number> => bytesOf(await clean(bytes))[20] ?? 0
  expect(await flags(coloured.webp(p3))).toBe(0x20)
  expect((await flags(webp())) & 0x20).toBe(0)
})

describe('a HEIC, in which a profile has to stay as long as it is', () => {
  const inBoxes = (profile: Bytes): Bytes =>
    heif([picture, exifItem()], { properties: [box('colr', signs('prof'), profile)] })

  test('has the same profile as everybody in the place of its own', async () => {
    const cleaned = await clean(inBoxes(measured))
    expect(cleaned).toMatchObject({ outcome: 'cleaned', remains: [] })
    expect(cleaned.removed).toContainEqual({ kind: 'device', value: name })
    const after = latin(bytesOf(cleaned))
    expect(after).toHaveLength(inBoxes(measured).length)
    for (const gone of [name, latin(xyz(0.4795, 0.248, 0.024))]) expect(after).not.toContain(gone)
    expect(after).toContain('mntrRGB XYZ ')
  })

  test.each([
    ['says its colours in tables', profileWith('RGB Lab ', name, [['A2B0', new Uint8Array(300).fill(3)]])],
    ['has no room for another', brief],
  ])('keeps the numbers of one that %s, and its owner is told', async (_, profile) => {
    const cleaned = await clean(heif([picture], { properties: [box('colr', signs('prof'), profile)] }))
    expect([cleaned.removed, cleaned.remains.map(({ kind }) => kind)]).toEqual([[], ['device']])
    expect(latin(bytesOf(cleaned))).not.toContain(name)
  })
})

test('a photograph without a profile gets none', async () => {
  expect(latin(bytesOf(await clean(photograph())))).not.toContain('ICC_PROFILE')
})
