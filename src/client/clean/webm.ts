import type { Bytes } from '../../../crypto/wire/index.ts'
import { blankComments, commentTrace } from './comments.ts'
import { latin, readable, startsAt } from './texts.ts'
import { Malformed, type StrippedInPart, type Trace, type TraceKind, trace } from './trace.ts'

/** Elements that hold others (RFC 9559): segment, information, tracks, one of them, clusters, groups of blocks, and tags. */
const PARENTS = [0x18538067, 0x1549a966, 0x1654ae6b, 0xae, 0x1f43b675, 0xa0, 0x1254c367, 0x7373, 0x67c8]

/** What tells of people and devices, or is left over; nothing plays by it. */
const ERASED: Readonly<Record<number, TraceKind>> = {
  ...{ 17505: 'time', 31657: 'words', 21358: 'words', 17827: 'words' },
  ...{ 19840: 'software', 22337: 'software', 2459272: 'software', 3839639: 'software', 3883072: 'software' },
  ...{ 29572: 'path', 3965867: 'path', 4096955: 'path', 29604: 'id', 3979555: 'id', 4110627: 'id', 17476: 'id' },
  ...{ 17543: 'words', 17541: 'hidden', 236: 'hidden', 191: 'hidden' },
}

/** The programs that made it, which must be named: empty will do. */
const NAMED = [0x4d80, 0x5741]
/** Room that is left over, and a sum, which would no more be right. */
const [VOID, SUM] = [0xec, 0xbf]
/** What a tag is called, and what it says. */
const [TAG, TEXT] = [0x45a3, 0x4487]

/** What stays and tells. */
const TOLD: Readonly<Record<number, TraceKind>> = { 423732329: 'attachment', 272869232: 'words' }

/** What it plays by and nothing more. */
const PLAIN = [
  ...[0x1a45dfa3, 0x114d9b74, 0x1c53bb6b, 0x2ad7b1, 0x4489, 0xe7, 0xab, 0xa7, 0xa3, 0xa1, 0x9b, 0xfb, 0x75a2, 0x75a1],
  ...[0xa4, 0xd7, 0x73c5, 0x83, 0xb9, 0x88, 0x55aa, 0x9c, 0x6de7, 0x6df8, 0x23e383, 0x234e7a, 0x23314f, 0x55ee],
  ...[0x22b59c, 0x22b59d, 0x86, 0x63a2, 0x7446, 0xaa, 0x56aa, 0x56bb, 0xe0, 0xe1, 0x6d80, 0x41e4],
  ...[0x63c0, 0x447a, 0x447b, 0x4484],
]
const [TYPE, DECODER] = [0x83, 0x63a2]

interface Element {
  readonly id: number
  readonly at: number
  readonly start: number
  readonly end: number
}

/** Whether bytes are a film or a sound in the form of WebM and Matroska. */
export const isWebm = (bytes: Uint8Array): boolean => startsAt(bytes, 0, '\x1a\x45\xdf\xa3')

/**
 * A WebM whose traces become empty room where they stand, so that its tables of places stay right. Pictures and sound
 * stay as they are. @throws Malformed
 */
export const stripWebm = (bytes: Bytes): StrippedInPart => {
  const clean = bytes.slice()
  const [found, remains]: [Trace[], Trace[]] = [[], []]
  let tag = ''
  for (const one of elementsOf(bytes)) {
    if (one.id === TAG) tag = latin(bytes.subarray(one.start, one.end))
    found.push(...tracesOf(bytes, one, tag))
    const signed = one.id === DECODER ? unsign(clean.subarray(one.start, one.end)) : null
    found.push(...(signed ?? []))
    remains.push(...(signed === null ? remaining(bytes, one) : []))
    if (ERASED[one.id] !== undefined) erase(clean, one)
  }
  return { bytes: clean, found, remains }
}

/**
 * All elements that hold no others, as they follow each other. Their numbers tell where each belongs, so the ends of
 * those that hold them, which a recorder may leave open, need not be known.
 */
function* elementsOf(bytes: Uint8Array): Generator<Element> {
  for (let at = 0; at < bytes.length; ) {
    const [id, sizeAt] = number(bytes, at, 0xff)
    const [size, start] = number(bytes, sizeAt, 0)
    if (PARENTS.includes(id)) {
      at = start
      continue
    }
    const end = start + size
    if (end > bytes.length) throw new Malformed()
    yield { id, at, start, end }
    at = end
  }
}

/**
 * A number, and where it ends: zeros before its first one count its bytes.
 * @param mark what of the first byte belongs to the number besides what follows that one: all of it in the name of an
 * element, nothing in a length
 */
const number = (bytes: Uint8Array, at: number, mark: number): readonly [value: number, end: number] => {
  const [first = 0] = bytes.subarray(at)
  const length = Math.clz32(first) - 23
  if (length > 8 || at + length > bytes.length) throw new Malformed()
  const start = first & (mark | (0xff >> length))
  return [bytes.subarray(at + 1, at + length).reduce((sum, byte) => sum * 256 + byte, start), at + length]
}

const VORBIS = '\x03vorbis'

/**
 * Takes out the comments among the three packets by which Vorbis is decoded: their number less one, and the lengths of
 * the first two in bytes of up to 255, stand before them. Null where there are none, or they are not made so.
 */
const unsign = (content: Bytes): Trace[] | null => {
  if (content[0] !== 2) return null
  let at = 1
  const length = (): number => {
    const from = at
    while (content[at] === 0xff) at += 1
    at += 1
    return content.subarray(from, at).reduce((sum, byte) => sum + byte, 0)
  }
  const [first, second] = [length(), length()]
  const comments = content.subarray(at + first, at + first + second)
  if (comments.length < second || !startsAt(comments, 0, VORBIS)) return null
  const found = blankComments(comments, VORBIS.length, true)
  return latin(content.subarray(at + first + second)).includes(VORBIS) ? null : found
}

/** What it told goes, and room that every player passes over stays. */
const erase = (bytes: Bytes, { id, at, start, end }: Element): void => {
  bytes.fill(0, NAMED.includes(id) ? start : at, end)
  if (NAMED.includes(id)) return
  const length = end - at
  bytes[at] = VOID
  // A length in one byte, or in eight, of which the first only says that.
  bytes[at + 1] = length < 0x80 ? 0x80 | (length - 2) : 1
  if (length >= 0x80) new DataView(bytes.buffer, bytes.byteOffset).setUint32(at + 5, length - 9)
}

const tracesOf = (bytes: Uint8Array, { id, start, end }: Element, tag: string): Trace[] => {
  const kind = ERASED[id]
  const content = bytes.subarray(start, end)
  if (kind === undefined || id === SUM || id === TAG) return []
  if (kind === 'time') return [trace(kind, dayOf(content))]
  if (content.every((byte) => byte === 0)) return []
  if (id === TEXT) return [commentTrace(tag, readable(content))]
  return [trace(kind, kind === 'id' || kind === 'hidden' ? '' : readable(content))]
}

/** Billionths of a second since the beginning of 2001. */
const dayOf = (content: Uint8Array): string => {
  if (content.length !== 8) return ''
  const billionths = new DataView(content.buffer, content.byteOffset).getBigInt64(0)
  return new Date(Date.UTC(2001, 0) + Number(billionths / 1_000_000n)).toISOString().slice(0, 16)
}

/** A track that is neither pictures nor sound stays, a decoder that is told how by a text too, and what nobody knows. */
const remaining = (bytes: Uint8Array, { id, start, end }: Element): Trace[] => {
  const kind = TOLD[id]
  if (kind !== undefined) return [trace(kind)]
  if (id === TYPE && (bytes[end - 1] ?? 0) > 2) return [trace('hidden', 'track')]
  if (id === DECODER && latin(bytes.subarray(start, end)).includes(VORBIS)) return [trace('software')]
  return ERASED[id] !== undefined || PLAIN.includes(id) ? [] : [trace('hidden', id.toString(16))]
}
