import { describe, expect, test } from 'vitest'
import type { Bytes } from '../../../crypto/wire/index.ts'
import { type Cleaned, clean } from '../../../src/client/clean/clean.ts'
import { cameraFilm, silentEntry, sound, soundEntry } from '../../support/evidence/camera-films.ts'
import { known } from '../../support/evidence/exif.ts'
import { box, pictures, told } from '../../support/evidence/films.ts'

const signs = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'latin1'))
const latin = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('latin1')
const piece = (number: number): string => `GPS5 ${told.place} ${known.serial} ${number}`
const places = (kind: string, format: string) => [kind, format, piece(1), piece(2)] as const

/** What stays of a film: its pictures and its sound where they were, and nothing that a camera wrote beside them. */
const expectCleaned = async (before: Bytes): Promise<Cleaned> => {
  const cleaned = await clean(before)
  expect(cleaned).toMatchObject({ outcome: 'cleaned', remains: [] })
  expect(cleaned.bytes).toHaveLength(before.length)
  for (const secret of [known.serial, known.owner, told.place, 'Vtrl'])
    expect(latin(cleaned.bytes)).not.toContain(secret)
  for (const part of [pictures, sound, 'avcC', 'stco'])
    expect(latin(cleaned.bytes).indexOf(part)).toBe(latin(before).indexOf(part))
  for (const part of [pictures, sound])
    expect(latin(cleaned.bytes).lastIndexOf(part)).toBe(latin(before).lastIndexOf(part))
  expect(await clean(cleaned.bytes ?? signs(''))).toMatchObject({ outcome: 'cleaned', removed: [], remains: [] })
  return cleaned
}

describe('a film of a camera', () => {
  test.each([
    ['a telephone', 'meta', 'mebx'],
    ['a helmet', 'meta', 'gpmd'],
    ['a car that photographs streets', 'camm', 'camm'],
    ['a studio', 'tmcd', 'tmcd'],
  ])('such as %s loses the track in which it wrote where and when it was', async (_, kind, format) => {
    const before = cameraFilm({ beside: [places(kind, format)] })
    const { removed, bytes } = await expectCleaned(before)
    expect(removed).toContainEqual({ kind: 'hidden', value: format })
    expect(latin(bytes)).not.toContain(format)
  })

  test('loses all such tracks at once', async () => {
    await expectCleaned(
      cameraFilm({ beside: [places('meta', 'mebx'), places('meta', 'mebx'), places('tmcd', 'tmcd')] }),
    )
  })

  test('of a car loses where it was, which lies between its pictures, and the list of it', async () => {
    const table = box('gps ', signs('\0\0\x01\x01\0\0\0\x01\0\0\0\x40\0\0\0\x20'))
    const { removed, bytes } = await expectCleaned(cameraFilm({ between: piece(0), inHead: [table] }))
    expect(removed).toContainEqual({ kind: 'hidden', value: 'mdat' })
    expect(latin(bytes)).not.toContain('gps ')
  })

  test.each([
    ['a maker puts behind it', { behind: [box('sefd', signs(`made by ${known.owner} SEFT`))] }],
    ['shows it before it plays', { behind: [box('pnot', signs('\0\0')), box('PICT', signs(known.owner))] }],
  ])('loses what %s', async (_, more) => {
    await expectCleaned(cameraFilm(more))
  })

  test('loses who made what its sound is decoded by, and how that is decoded stays', async () => {
    const how = box('damr', signs('Vtrl\x07\x81\xff\0\x01'))
    const { bytes } = await expectCleaned(cameraFilm({ sounds: soundEntry('samr', how) }))
    expect(latin(bytes)).toContain('damr\0\0\0\0\0\x81\xff\0\x01')
  })

  test.each([
    ['is in pieces that come later', { behind: [box('moof')] }],
    ['names places in a box that nobody knows', { inHead: [box('strg')] }],
    ['does not say how long its sound is', { sounds: silentEntry }],
    ['has keys to its pieces', { inHead: [box('meta', signs('\0\0\0\0'), box('iloc'))] }],
  ])('that %s keeps such a track, and its owner is asked', async (_, more) => {
    const cleaned = await clean(cameraFilm({ beside: [places('meta', 'mebx')], between: 'more', ...more }))
    expect(cleaned.remains).toContainEqual({ kind: 'hidden', value: 'meta' })
    for (const part of [piece(1), piece(2), 'more', pictures, sound]) expect(latin(cleaned.bytes)).toContain(part)
  })
})
