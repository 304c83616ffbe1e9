import { describe, expect, test } from 'vitest'
import type { Bytes } from '../../../crypto/wire/index.ts'
import { type Cleaned, clean } from '../../../src/client/clean/clean.ts'
import { exifBlock, known } from '../../support/evidence/exif.ts'
import { box, film } from '../../support/evidence/films.ts'
import { exifItem, heif, oneField, picture, points, raw, xmpItem } from '../../support/evidence/heif.ts'
import { curve, profile, xmp, xmpOwner } from '../../support/evidence/pictures.ts'

const signs = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'latin1'))
const latin = ({ bytes }: Cleaned): string => Buffer.from(bytes ?? []).toString('latin1')
const values = ({ removed }: Cleaned): string[] => removed.map(({ value }) => value)
const name = 'Zsofia Kerekgyarto'
const dated = box('mvhd', signs(`\0\0\0\0${'\xe5\0\0\x01'.repeat(2)}${'\0'.repeat(88)}`))

/** What is cleaned: the picture stays where it is, nothing of the name is left, and looked at again there is nothing. */
const expectCleaned = async (before: Bytes, secret: string, remaining: readonly string[] = []): Promise<Cleaned> => {
  const cleaned = await clean(before)
  expect(cleaned.outcome).toBe('cleaned')
  expect(cleaned.remains.map(({ kind }) => kind)).toEqual(remaining)
  expect(cleaned.bytes).toHaveLength(before.length)
  expect(latin(cleaned)).not.toContain(secret)
  expect(latin(cleaned).indexOf(points)).toBe(Buffer.from(before).toString('latin1').indexOf(points))
  expect(cleaned.removed).not.toEqual([])
  const again = await clean(cleaned.bytes ?? signs(''))
  expect(again).toMatchObject({ outcome: 'cleaned', removed: [] })
  expect(again.remains.map(({ kind }) => kind)).toEqual(remaining)
  return cleaned
}

describe('a picture in the boxes of HEIF', () => {
  test.each(['heic', 'avci', 'miaf', 'mif2', 'hevm', '1pic', 'avif', 'isom'])(
    'that calls itself %s is cleaned and can be opened after that: its tables stay',
    async (brand) => {
      const before = heif([picture, exifItem(), xmpItem()], { brands: `${brand}\0\0\0\0${brand}mif1` })
      const cleaned = await expectCleaned(before, known.owner)
      expect(values(cleaned)).toEqual(expect.arrayContaining([known.owner, known.place, xmpOwner]))
      expect(cleaned.bytes?.subarray(0, before.indexOf(0x6d))).toEqual(before.subarray(0, before.indexOf(0x6d)))
      for (const part of ['iinf', 'iloc', 'ispe']) expect(latin(cleaned)).toContain(part)
    },
  )

  test.each([
    ['in the newer kind of texts', exifItem(undefined, oneField(315, 129, `${name}\0`))],
    ['between its fields', exifItem(undefined, oneField(271, 2, 'Maker\0', name))],
    ['behind the fields', exifItem('\0\0\0\0', Buffer.concat([exifBlock(), signs(name)]))],
  ])('loses all of its Exif, a name that stands %s too', async (_, exif) => {
    await expectCleaned(heif([picture, exif]), name)
  })

  test('loses XMP without its usual frame', async () => {
    const bare = xmp.replaceAll(/<\/?x:xmpmeta[^>]*>/g, '')
    expect(values(await expectCleaned(heif([picture, xmpItem(bare)]), xmpOwner))).toContain(xmpOwner)
  })

  test.each([
    ['the name of an item', () => heif([{ ...picture, name }])],
    ['room that is left over', () => heif([picture], { behind: [box('free', signs(name))] })],
    ['such room among its tables', () => heif([picture], { inMeta: [box('free', signs(name))] })],
    ['what a telephone puts behind it', () => heif([picture], { behind: [box('sefd', signs(`${name} SEFT`))] })],
    ['who signed it', () => heif([picture], { behind: [box('uuid', signs(`0123456789abcdef${name}`))] })],
    ['its description', () => heif([picture], { properties: [box('udes', signs(`\0\0\0\0en\0${name}\0`))] })],
    [
      'who signed its head',
      () => heif([picture], { behind: [box('moov', dated, box('udta', box('\xa9ART', signs(`\0\x12\0\0${name}`))))] }),
    ],
  ])('loses %s', async (_, make) => {
    await expectCleaned(make(), name)
  })

  test('keeps the profile that its colours are computed by, and nothing else of it, and its owner is told', async () => {
    const colours = heif([picture, exifItem()], { properties: [box('colr', signs('prof'), profile(known.maker))] })
    const cleaned = await expectCleaned(colours, known.maker, ['device'])
    for (const secret of [name, 'Vtrl', known.serial]) expect(latin(cleaned)).not.toContain(secret)
    for (const part of ['acsp', 'mntrRGB XYZ ', curve, 'mluc\0\0\0\0\0\0\0\0\0\0\0\x0c'])
      expect(latin(cleaned)).toContain(part)
    expect(latin(cleaned).indexOf(curve)).toBe(Buffer.from(colours).toString('latin1').indexOf(curve))
  })

  test.each([
    ['is cut off', profile(name).subarray(0, 200)],
    ['is none', signs(name)],
  ])('whose profile %s says that it stays', async (_, colours) => {
    const { remains } = await clean(heif([picture], { properties: [box('colr', signs('prof'), colours)] }))
    expect(remains).toEqual([{ kind: 'hidden', value: 'colr' }])
  })

  test.each([
    ['bytes that no table names', () => heif([picture, { ...exifItem(), unplaced: true }])],
    ['an item that nobody knows', () => heif([picture, { type: 'uri ', data: signs(name) }])],
    ['a text of its own', () => heif([picture, { type: 'mime', form: 'text/plain', data: signs(name) }])],
    ['a property that nobody knows', () => heif([picture], { properties: [box('uuid', signs(name))] })],
    ['a table that nobody knows', () => heif([picture], { inMeta: [box('xml ', signs(name))] })],
  ])('with %s says that they stay', async (_, make) => {
    const cleaned = await clean(make())
    expect(cleaned.outcome).toBe('cleaned')
    expect(cleaned.remains.map(({ kind }) => kind)).toContain('hidden')
  })

  test('whose table calls the picture itself Exif does not lose the picture', async () => {
    const before = heif([picture, exifItem()])
    const text = Buffer.from(before).toString('latin1')
    // The second entry of places is made to begin where the first does.
    const place = text.indexOf('iloc') + 12
    const both = before.slice()
    both.set(before.subarray(place + 6, place + 10), place + 14 + 6)
    const cleaned = await clean(both)
    expect(latin(cleaned)).toContain(points)
    expect(cleaned.remains).not.toEqual([])
  })

  test('that is raw, in boxes that a film has too, is left as it is, and its owner is asked', async () => {
    expect(await clean(raw())).toEqual({ outcome: 'unknown', bytes: null, removed: [], remains: [] })
  })

  test('cannot be told from a film by one that calls itself nothing known: that is left as it is', async () => {
    const strange = signs(Buffer.from(film()).toString('latin1').replaceAll('qt  ', 'zzzz'))
    expect((await clean(strange)).outcome).toBe('unknown')
  })

  test('is not lost where a film names its places: what is said of it stays with it', async () => {
    const items = box(
      'meta',
      signs('\0\0\0\0'),
      box('hdlr', signs(`\0\0\0\0\0\0\0\0null${'\0'.repeat(12)}\0`)),
      box('iloc', signs(name)),
    )
    const cleaned = await clean(film('vide', items))
    expect(latin(cleaned)).toContain(name)
    expect(cleaned.remains).toContainEqual({ kind: 'hidden', value: 'meta' })
  })
})
