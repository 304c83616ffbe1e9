import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { box, pictures } from './films.ts'

const signs = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'latin1'))
const u16 = (...values: number[]): Bytes => Uint8Array.from(values.flatMap((value) => [value >> 8, value & 0xff]))
const u32 = (...values: number[]): Bytes => concat(...values.map((value) => u16(value >>> 16, value & 0xffff)))

/** What the sound of these films is: two bytes for each of two sides, which QuickTime counts as one. */
export const sound = 'left and right and left and right'.padEnd(36)

interface Track {
  readonly kind: string
  readonly entry: Bytes
  /** Pieces of samples, each a chunk of its own. */
  readonly chunks: readonly string[]
  /** How many samples make a piece, if they are not listed one by one. */
  readonly alike?: number
  readonly number: number
  /** The track that is named, and how. */
  readonly refers?: readonly [kind: string, number: number]
}

/** The entry of pictures, and of sound as QuickTime writes it. `more` says how it is decoded. */
const pictureEntry = box('avc1', u32(0, 1), new Uint8Array(70), box('avcC', signs('how')))
export const soundEntry = (type = 'sowt', ...more: readonly Uint8Array[]): Bytes =>
  box(type, u32(0, 1, 0), signs('Vtrl'), u16(2, 16), u32(0, 0xac440000), ...more)

/** One of the second version, which says nothing of how long a sound is. */
export const silentEntry = box('lpcm', u32(0, 1), u16(2, 0), new Uint8Array(52))

const trackBox = ({ kind, entry, chunks, alike, number, refers }: Track, places: readonly number[]): Bytes => {
  const sizes = alike ? [1, chunks.length * alike] : [0, chunks.length, ...chunks.map(({ length }) => length)]
  const table = box(
    'stbl',
    box('stsd', u32(0, 1), entry),
    box('stsc', u32(0, 1, 1, alike ?? 1, 1)),
    box('stsz', u32(0, ...sizes)),
    box('stco', u32(0, places.length, ...places)),
  )
  const handler = box('hdlr', u32(0, 0), signs(`${kind}Vtrl`), u32(0, 0), signs('\0'))
  return box(
    'trak',
    box('tkhd', u32(0, 0, 0, number), new Uint8Array(68)),
    ...(refers ? [box('tref', box(refers[0], u32(refers[1])))] : []),
    box('mdia', handler, box('minf', table)),
  )
}

interface Camera {
  /** What a camera writes beside, by the kind of the track, what its samples are called, and its pieces. */
  readonly beside?: readonly (readonly [kind: string, format: string, ...pieces: string[]])[]
  /** What no track says to be its own. */
  readonly between?: string
  readonly inHead?: readonly Uint8Array[]
  readonly behind?: readonly Uint8Array[]
  readonly sounds?: Bytes
}

/** A film as cameras write it: pieces of all tracks by turns, and behind them where each of them lies. */
export const cameraFilm = ({ beside = [], between = '', inHead = [], behind = [], sounds }: Camera = {}): Bytes => {
  const tracks: readonly Track[] = [
    { kind: 'vide', entry: pictureEntry, chunks: [pictures, pictures], number: 1, refers: ['tmcd', 4] },
    { kind: 'soun', entry: sounds ?? soundEntry(), chunks: [sound, sound], alike: sound.length / 4, number: 2 },
    ...beside.map(([kind, format, ...chunks], place) => ({
      ...{ kind, entry: box(format, u32(0, 1)), chunks, number: 4 + place },
    })),
  ]
  const head = concat(box('ftyp', signs('qt  \0\0\0\0qt  ')), u32(0), signs('mdat'))
  let at = head.length
  const pieces: string[] = []
  const places = tracks.map(({ chunks }) => chunks.map(() => 0))
  for (const piece of [0, 1])
    for (const [track, { chunks }] of tracks.entries()) {
      const content = chunks[piece]
      if (content === undefined) continue
      pieces.push(content, between)
      ;(places[track] as number[])[piece] = at
      at += content.length + between.length
    }
  const film = concat(head, signs(pieces.join('')))
  new DataView(film.buffer).setUint32(head.length - 8, film.length - head.length + 8)
  const heads = tracks.map((track, place) => trackBox(track, places[place] ?? []))
  return concat(film, box('moov', ...heads, ...inHead), ...behind)
}
