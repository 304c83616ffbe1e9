import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { known } from './exif.ts'
import { pictures, told } from './films.ts'
import { riff } from './pictures.ts'

const signs = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'latin1'))
const little = (value: number): Bytes => Uint8Array.of(value, value >> 8, value >> 16, value >>> 24)

/** Waves with all that recorders put beside them. */
export const waves = (): Bytes => {
  const body = concat(
    riff('fmt ', concat(Uint8Array.of(1, 0, 1, 0), little(8000), little(8000), Uint8Array.of(1, 0, 8, 0))),
    riff('LIST', concat(signs('INFO'), riff('IART', signs(known.owner)), riff('ISFT', signs(told.program)))),
    riff('bext', concat(new Uint8Array(288), signs(known.serial.padEnd(32, '\0')), signs('2026-03-0414:41:00'))),
    riff('iXML', signs(`<NOTE>${known.maker}</NOTE>`)),
    riff('data', signs(pictures)),
  )
  return concat(signs('RIFF'), little(body.length + 4), signs('WAVE'), body, signs(known.serial))
}

/** The writing program, and who speaks. */
const comments = (): Bytes => {
  const lines = [`ARTIST=${known.owner}`, `LOCATION=${told.place}`].map(signs)
  const counted = lines.flatMap((line) => [little(line.length), line])
  return concat(little(told.program.length), signs(told.program), little(lines.length), ...counted)
}

export const flac = (): Bytes => {
  const block = (kind: number, content: Uint8Array): Bytes => concat(Uint8Array.of(kind, 0, 0, content.length), content)
  return concat(
    signs('fLaC'),
    block(0, signs('how to play it'.padEnd(34, '\0'))),
    block(4, comments()),
    block(6, signs('a face')),
    block(0x81, new Uint8Array(8)),
    signs(`\xff\xf8${pictures}`),
  )
}

/** What a page of Ogg adds up to, as the standard describes it: bit by bit. */
export const oggSum = (page: Uint8Array): number => {
  let sum = 0
  for (const [place, byte] of page.entries())
    for (let bit = 7; bit >= 0; bit -= 1) {
      const value = place >= 22 && place < 26 ? 0 : (byte >> bit) & 1
      sum = ((sum << 1) ^ ((sum >>> 31) ^ value ? 0x04c11db7 : 0)) >>> 0
    }
  return sum
}

const page = (kind: number, lengths: readonly number[], content: Uint8Array): Bytes => {
  const head = concat(signs('OggS\0'), Uint8Array.of(kind), new Uint8Array(8), little(77), new Uint8Array(8))
  const whole = concat(head, Uint8Array.of(lengths.length, ...lengths), content)
  new DataView(whole.buffer).setUint32(22, oggSum(whole), true)
  return whole
}

/** A message that was spoken into a telephone. Its comments go over two pages. `name` tells which kind of sound it is. */
export const ogg = (name = 'OpusTags'): Bytes => {
  const whole = concat(signs(name), comments(), new Uint8Array(300).fill(0x78), Uint8Array.of(1))
  const rest = whole.length - 255
  return concat(
    page(2, [8], signs('OpusHead')),
    page(0, [255], whole.subarray(0, 255)),
    page(1, [rest], whole.subarray(255)),
    page(4, [pictures.length], signs(pictures)),
  )
}

/** An element of Matroska, its length in one byte or in eight. */
const element = (id: string, content: Uint8Array, long = false): Bytes => {
  const { length } = content
  const size = long ? Uint8Array.of(1, 0, 0, 0, 0, 0, length >> 8, length) : Uint8Array.of(0x80 | length)
  return concat(Uint8Array.from(Buffer.from(id, 'hex')), size, content)
}
/** An element that ends where the next one of its level begins, as recorders write it. */
const open = (id: string): Bytes => Uint8Array.from(Buffer.from(`${id}01ffffffffffffff`, 'hex'))

/** A recording as a browser makes it, with what other programs add. `more` stands in its track. */
export const webm = (more: Uint8Array = new Uint8Array()): Bytes =>
  concat(
    element('1a45dfa3', element('4282', signs('webm'))),
    open('18538067'),
    element(
      '1549a966',
      concat(
        element('2ad7b1', Uint8Array.of(15, 66, 64)),
        element('4461', Uint8Array.from(Buffer.from('0b0a4a5d5f0c0000', 'hex'))),
        element('4d80', signs(told.program)),
        element('5741', signs(told.phone), true),
        element('7ba9', signs(known.owner)),
      ),
      true,
    ),
    element('1654ae6b', element('ae', concat(element('d7', Uint8Array.of(1)), element('83', Uint8Array.of(2)), more))),
    element('ec', signs(known.serial)),
    open('1f43b675'),
    element('e7', Uint8Array.of(0)),
    element('a3', signs(pictures)),
    element(
      '1254c367',
      element('7373', element('67c8', concat(element('45a3', signs('ARTIST')), element('4487', signs(known.maker))))),
    ),
  )

/** An element for a track, by its number. */
export const trackPart = (id: string, text: string): Bytes => element(id, signs(text), text.length > 126)

/** What Vorbis is decoded by in such a recording: three packets, the second of which are comments. */
export const vorbis = (): string => {
  const [first, second] = [
    `\x01vorbis${'\0'.repeat(23)}`,
    `\x03vorbis${Buffer.from(comments()).toString('latin1')}\x01`,
  ]
  return `\x02${String.fromCharCode(first.length, second.length)}${first}${second}\x05vorbis how`
}
