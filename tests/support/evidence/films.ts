import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { known } from './exif.ts'

const signs = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'latin1'))
const u32 = (...values: number[]): Bytes => {
  const view = new DataView(new ArrayBuffer(values.length * 4))
  for (const [place, value] of values.entries()) view.setUint32(place * 4, value)
  return new Uint8Array(view.buffer)
}

/** A box of a film. */
export const box = (type: string, ...content: readonly Uint8Array[]): Bytes => {
  const inside = concat(...content)
  return concat(u32(inside.length + 8), signs(type), inside)
}

/** What the films and sounds of these tests tell. */
export const told = {
  place: '+46.2250+006.1408/',
  phone: 'Vantrel Pocket 9',
  vendor: 'Vtrl',
  encoder: 'Vantrel AVC encoder',
  program: 'Cutter of Okonkwo',
  long: 'com.apple.quicktime.author',
} as const

/** What a film is played by, which must stay where it is. */
export const [table, pictures] = ['the table of places', 'the pictures themselves']

/** The 5th of March 2026, 14:41, as these files count. */
const made = 3_855_566_460

const quick = (type: string, text: string): Bytes => box(type, Uint8Array.of(0, text.length, 0x15, 0xc7), signs(text))
const dated = (type: string): Bytes => box(type, u32(0, made, made, 600, 1200))
const handler = (kind: string): Bytes => box('hdlr', u32(0, 0), signs(kind), u32(0, 0, 0), signs(`${told.program}\0`))
const item = (type: string, text: string): Bytes => box(type, box('data', u32(1, 0), signs(text)))

/** The entry of pictures in a table of samples: vendor, size, and the name of the encoder with its length before it. */
const entry = box(
  'avc1',
  u32(0, 1, 0),
  signs(told.vendor),
  u32(0, 0, 0x07800438, 0x480000, 0x480000, 0),
  Uint8Array.of(0, 1, told.encoder.length),
  signs(told.encoder.padEnd(31, '\0')),
  Uint8Array.of(0, 24, 0xff, 0xff),
  box('avcC', signs('how to decode it')),
)

/** The pictures are in the film itself. */
const inItself = box('url ', u32(1))

/** A film as a telephone writes it: when, where, with what, by whom, and who cut it. `track` is the kind of its track. */
export const film = (track = 'vide', ...more: readonly Uint8Array[]): Bytes => filmFrom(inItself, track, ...more)

/** A film that plays from what an entry of its places names. */
export const filmFrom = (place: Bytes, track = 'vide', ...more: readonly Uint8Array[]): Bytes =>
  concat(
    box('ftyp', signs('qt  \0\0\0\0qt  ')),
    box('wide'),
    box('mdat', signs(pictures)),
    box(
      'moov',
      dated('mvhd'),
      box(
        'trak',
        dated('tkhd'),
        box(
          'mdia',
          dated('mdhd'),
          handler(track),
          box(
            'minf',
            box('dinf', box('dref', u32(0, 1), place)),
            box('stbl', box('stsd', u32(0, 1), entry), box('stco', signs(table))),
          ),
        ),
      ),
      box('udta', quick('\xa9xyz', told.place), quick('\xa9mod', told.phone), u32(0)),
      box(
        'meta',
        handler('mdta'),
        box('keys', u32(0, 1), box('mdta', signs(told.long))),
        box('ilst', item('\0\0\0\x01', known.owner)),
      ),
    ),
    box('uuid', signs(`0123456789abcdef<x:xmpmeta><rdf:RDF tiff:Make="${known.maker}"/></x:xmpmeta>`)),
    box('free', signs(`left over by ${known.serial}`)),
    ...more,
  )

/** A sound as a programme for music writes it, in the form of iTunes. */
export const song = (): Bytes =>
  concat(
    box('ftyp', signs('M4A \0\0\0\0')),
    box(
      'moov',
      dated('mvhd'),
      box(
        'udta',
        box('meta', u32(0), handler('mdir'), box('ilst', item('\xa9ART', known.owner), item('covr', 'a face'))),
      ),
    ),
    box('mdat', signs(pictures)),
  )

const frame = (name: string, text: Uint8Array): Bytes =>
  concat(signs(name), u32(text.length), Uint8Array.of(0, 0), text)
const utf16 = (text: string): Bytes =>
  concat(Uint8Array.of(1, 0xff, 0xfe), new Uint8Array(Buffer.from(text, 'utf16le')))

/** MPEG sound with the tag of today before it, and those of APE and of old behind it. */
export const mp3 = (): Bytes => {
  const frames = concat(
    frame('TPE1', utf16(known.owner)),
    frame('TSSE', signs(`\0${told.program}`)),
    frame('COMM', signs(`\0eng\0said by ${known.maker}`)),
    frame('APIC', signs('\0image/png\0\0\0a face')),
  )
  const ape = concat(signs(`Artist ${known.serial}`))
  const foot = concat(signs('APETAGEX'), Uint8Array.of(0xd0, 7, 0, 0, ape.length + 32, 0, 0, 0), u32(0, 0, 0, 0))
  return concat(
    concat(signs('ID3\x03\0\0'), Uint8Array.of(0, 0, frames.length >> 7, frames.length & 0x7f), frames),
    concat(Uint8Array.of(0xff, 0xfb, 0x90, 0x00), signs(pictures.padEnd(413, '\0'))),
    concat(ape, foot),
    signs(`LYRICSBEGINAUT00009${known.owner}000020LYRICS200`),
    signs(
      `TAG${'A talk'.padEnd(30, '\0')}${known.owner.padEnd(30, '\0')}${''.padEnd(30, '\0')}2026${''.padEnd(31, '\0')}`,
    ),
  )
}
