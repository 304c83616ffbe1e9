import { describe, expect, test } from 'vitest'
import type { Bytes } from '../../../crypto/wire/index.ts'
import { clean } from '../../../src/client/clean/clean.ts'
import { known } from '../../support/evidence/exif.ts'
import { mp3, pictures, told } from '../../support/evidence/films.ts'
import { flac, ogg, oggSum, trackPart, vorbis, waves, webm } from '../../support/evidence/sounds.ts'

const signs = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'latin1'))
const latin = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('latin1')
const secrets = [known.owner, known.serial, known.maker, told.program, told.phone, told.place, 'a face', '2026-03']

describe('a sound', () => {
  test.each([
    ['waves', waves, ['person', 'device', 'software', 'time', 'hidden']],
    ['FLAC', flac, ['person', 'place', 'software', 'thumbnail']],
    ['Opus in Ogg', () => ogg(), ['person', 'place', 'software']],
    ['Vorbis in Ogg', () => ogg('\x03vorbis'), ['person', 'place', 'software']],
    ['WebM', () => webm(), ['person', 'software', 'time', 'words', 'hidden']],
  ] as const)('of the kind %s keeps nothing of what it told, and itself whole', async (_, make, kinds) => {
    const cleaned = await clean(make())
    expect(cleaned).toMatchObject({ outcome: 'cleaned', remains: [] })
    const removed = new Set(cleaned.removed.map(({ kind }) => kind))
    for (const kind of kinds) expect([...removed]).toContain(kind)
    for (const secret of secrets) expect(latin(cleaned.bytes)).not.toContain(secret)
    expect(latin(cleaned.bytes)).toContain(pictures)
    expect(await clean(cleaned.bytes ?? signs(''))).toMatchObject({ outcome: 'cleaned', removed: [], remains: [] })
  })

  test('in Ogg still adds up, page by page, and ends its comments as its kind asks for', async () => {
    for (const [name, end] of [
      ['OpusTags', 0],
      ['\x03vorbis', 1],
    ] as const) {
      const before = ogg(name)
      const { bytes } = await clean(before)
      expect(bytes).toHaveLength(before.length)
      const starts = [...latin(bytes).matchAll(/OggS/g)].map(({ index }) => index)
      expect(starts).toHaveLength(4)
      for (const [place, start] of starts.entries()) {
        const page = (bytes ?? before).slice(start, starts[place + 1])
        expect(new DataView(page.buffer).getUint32(22, true)).toBe(oggSum(page))
      }
      const tail = latin(bytes).indexOf(name) + name.length
      expect([...(bytes ?? before).subarray(tail, tail + 9)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, end])
    }
  })

  test('in Ogg of a kind that nobody knows goes as it is, and its owner is asked', async () => {
    expect(await clean(ogg('Strange0'))).toEqual({ outcome: 'unknown', bytes: null, removed: [], remains: [] })
  })

  test('in WebM keeps its length, and every part its place', async () => {
    const before = webm()
    const { bytes } = await clean(before)
    expect(bytes).toHaveLength(before.length)
    expect(latin(bytes).indexOf(pictures)).toBe(latin(before).indexOf(pictures))
  })

  test('in WebM keeps what Vorbis is decoded by, without the comments in it', async () => {
    const before = webm(trackPart('63a2', vorbis()))
    const { bytes, remains, removed } = await clean(before)
    expect(remains).toEqual([])
    expect(removed).toContainEqual({ kind: 'place', value: told.place })
    expect(latin(bytes)).not.toContain(told.place)
    for (const part of ['\x01vorbis', '\x03vorbis\0\0\0\0\0\0\0\0\x01', '\x05vorbis how'])
      expect(latin(bytes).indexOf(part)).toBe(latin(before).indexOf(part.slice(0, 7)))
  })

  test.each([
    ['a part that nobody knows', trackPart('4dbb', 'somewhere')],
    ['a track beside sound', trackPart('83', '\x11')],
    ['a decoder that is told by a text', trackPart('63a2', '\x02\x1e\x03vorbis')],
    ['files of its own', trackPart('1941a469', 'a file')],
  ])('in WebM with %s says that it stays', async (_, part) => {
    expect((await clean(webm(part))).remains).toHaveLength(1)
  })

  test('of MPEG that was put together of several says that the tags in its middle stay', async () => {
    const twice = Buffer.concat([(await clean(mp3())).bytes ?? signs(''), mp3()])
    expect((await clean(Uint8Array.from(twice))).remains).toContainEqual({ kind: 'hidden', value: 'ID3' })
  })

  test('of MPEG with something in it that nobody knows says that it stays', async () => {
    const sound = (await clean(mp3())).bytes ?? signs('')
    const whole = Buffer.concat([sound, sound, signs('\0\0'), sound.slice(0, 40)])
    expect(await clean(Uint8Array.from(whole))).toMatchObject({ outcome: 'cleaned', remains: [] })
    const more = Buffer.concat([sound, signs(`3DI ${known.owner}`)])
    expect((await clean(Uint8Array.from(more))).remains).toEqual([{ kind: 'hidden', value: '' }])
  })

  test('of MPEG as slow as dictaphones write it is known without a tag before it', async () => {
    const slow = signs(`\xff\xe3\x18\xc4${'a'.repeat(68)}`)
    expect(await clean(slow)).toMatchObject({ outcome: 'cleaned', remains: [] })
  })

  test.each([waves, flac, () => ogg(), () => webm()])('that is cut off goes as it is', async (make) => {
    expect((await clean(make().slice(0, 70))).outcome).toBe('broken')
  })

  test.each([
    ['AMR', '#!AMR\n', `\x7c\x44${'b'.repeat(5)}\x3c${'a'.repeat(31)}`],
    ['AMR for wide bands', '#!AMR-WB\n', `\x7c\x14${'a'.repeat(32)}`],
    ['AAC', '', `\xff\xf1\x50\x80\x01\x3f\xfc${'a'.repeat(2)}`],
  ])('that is nothing but frames of %s is called clean, and one with more in it broken', async (_, head, frame) => {
    const memo = signs(`${head}${frame.repeat(3)}`)
    expect(await clean(memo)).toEqual({ outcome: 'cleaned', bytes: memo, removed: [], remains: [] })
    for (const more of [` said by ${known.owner}`, frame.slice(0, -1), '\xff'])
      expect((await clean(signs(`${head}${frame}${more}`))).outcome).toBe('broken')
  })
})
