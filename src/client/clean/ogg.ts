import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { blankComments } from './comments.ts'
import { startsAt } from './texts.ts'
import { Malformed, type Stripped, type Trace } from './trace.ts'

/** The second packet of each stream begins with its name, behind which the comments stand (RFC 7845, 5.2). */
const NAMES = ['OpusTags', '\x03vorbis', '\x81theora']
const FRAMED = '\x03vorbis'

/** A page: a head, which ends with the lengths of what follows (RFC 3533, 6). */
interface Page {
  readonly whole: Bytes
  readonly stream: number
  readonly lengths: Uint8Array
}
const [HEAD, SUM] = [27, 22]

/** Whether bytes are sound, or a film, in the form of Ogg. */
export const isOgg = (bytes: Uint8Array): boolean => startsAt(bytes, 0, 'OggS')

/**
 * An Ogg whose comments are overwritten where they stand, with the sums of their pages counted anew. Null where one of its
 * streams is of a kind that nobody knows here. @throws Malformed
 */
export const stripOgg = (bytes: Bytes): Stripped | null => {
  const clean = bytes.slice()
  const pages = [...pagesOf(clean)]
  const streams = new Set(pages.map(({ stream }) => stream))
  const found = [...streams].map((one) => unsign(pages.filter(({ stream }) => stream === one)))
  return found.includes(null) ? null : { bytes: clean, found: found.flatMap((traces) => traces ?? []) }
}

function* pagesOf(bytes: Bytes): Generator<Page> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.length; ) {
    if (!startsAt(bytes, at, 'OggS') || at + HEAD > bytes.length) throw new Malformed()
    const lengths = bytes.slice(at + HEAD, at + HEAD + (bytes[at + HEAD - 1] ?? 0))
    const end = lengths.reduce((sum, length) => sum + length, at + HEAD + lengths.length)
    if (end > bytes.length) throw new Malformed()
    yield { whole: bytes.subarray(at, end), stream: view.getUint32(at + 14, true), lengths }
    at = end
  }
}

/** Blanks the second packet of a stream, which may reach over pages; a length below 255 ends one. */
const unsign = (pages: readonly Page[]): Trace[] | null => {
  const pieces: { readonly page: Page; readonly bytes: Bytes }[] = []
  let packet = 0
  for (const page of pages) {
    let at = HEAD + page.lengths.length
    for (const length of page.lengths) {
      if (packet === 1) pieces.push({ page, bytes: page.whole.subarray(at, at + length) })
      at += length
      if (length < 255) packet += 1
    }
    if (packet > 1) break
  }
  const whole = concat(...pieces.map(({ bytes }) => bytes))
  const name = NAMES.find((one) => startsAt(whole, 0, one))
  if (name === undefined) return null
  const found = blankComments(whole, name.length, name === FRAMED)
  let at = 0
  for (const { bytes } of pieces) {
    bytes.set(whole.subarray(at, at + bytes.length))
    at += bytes.length
  }
  for (const page of new Set(pieces.map((piece) => piece.page))) sum(page)
  return found
}

/** Counts the sum of a page anew: a remainder over the whole page, with zeros where it stands. */
const sum = ({ whole }: Page): void => {
  whole.fill(0, SUM, SUM + 4)
  let value = 0
  for (const byte of whole) {
    value ^= byte << 24
    for (let bit = 0; bit < 8; bit += 1) value = value < 0 ? (value << 1) ^ 0x04c11db7 : value << 1
  }
  new DataView(whole.buffer, whole.byteOffset).setUint32(SUM, value >>> 0, true)
}
