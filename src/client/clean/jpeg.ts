import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { readExif, turningExif } from './exif.ts'
import { isPhotoshop, readIptc } from './iptc.ts'
import { commonProfile } from './profile.ts'
import { fromLatin, readable, startsAt } from './texts.ts'
import { Malformed, type StrippedInPart, type Trace, trace } from './trace.ts'
import { readXmp } from './xmp.ts'

const [END, SCAN, RESTART, APP0, APP1, APP2, APP13, APP14, COMMENT] = [
  0xd9, 0xda, 0xdd, 0xe0, 0xe1, 0xe2, 0xed, 0xee, 0xfe,
]
const EXIF = 'Exif\0\0'
/** JFIF begins with its name, its version and how far points are apart, in bytes. */
const [JFIF, SHAPE] = ['JFIF\0', 12]

/** A profile of colours may take several segments, each with its number and how many there are; so much goes into one. */
const [PROFILE, PROFILE_HEAD, PROFILE_PART] = ['ICC_PROFILE\0', 14, 65_519]

/** One among them is kept free for extensions, and no decoder asks for it. */
const FREE = 0xc8

/** Markers without which a decoder has no picture: tables, frames, scans, restarts and the size in lines. */
const isNeeded = (marker: number): boolean => (marker >= 0xc0 && marker <= 0xdf && marker !== FREE) || marker === 0x01

interface Segment {
  readonly marker: number
  /** The content behind the two bytes of its length. */
  readonly content: Uint8Array
  /** Everything from the marker on, in a scan with its picture data. */
  readonly whole: Uint8Array
}

/**
 * A JPEG without anything that is not needed to show it in its size: no Exif but how to turn it, no XMP, IPTC, comments or
 * embedded pictures, a profile of colours as everybody has it, and nothing after its end. The picture data stays byte by
 * byte.
 * @throws Malformed
 */
export const stripJpeg = (bytes: Bytes): StrippedInPart => {
  const segments = [...segmentsOf(bytes)]
  const end = segments.reduce((at, { whole }) => at + whole.length, 2)
  const exif = segments.find(({ marker, content }) => marker === APP1 && startsAt(content, 0, EXIF))
  const { orientation } = exif === undefined ? { orientation: 1 } : readExif(exif.content.subarray(EXIF.length))
  const profiles = segments.filter(isProfile)
  const profile = together(profiles)
  const kept = segments.flatMap((one) => (one === profiles[0] ? inSegments(profile.bytes) : keep(one)))
  return {
    bytes: concat(fromLatin('\xff\xd8'), ...(orientation === 1 ? [] : [turning(orientation)]), ...kept),
    found: [...segments.flatMap(tracesOf), ...profile.found, ...(bytes.length > end ? [trace('hidden')] : [])],
    remains: profile.remains,
  }
}

const isProfile = ({ marker, content }: Segment): boolean => marker === APP2 && startsAt(content, 0, PROFILE)

/** The profile of colours, its segments put together in the order of their numbers; empty where none can be read. */
const together = (segments: readonly Segment[]): StrippedInPart => {
  const number = ({ content }: Segment): number => content[PROFILE.length] ?? 0
  const parts = segments.toSorted((a, b) => number(a) - number(b))
  const whole = concat(...parts.map(({ content }) => content.subarray(PROFILE_HEAD)))
  return commonProfile(whole) ?? { bytes: concat(), found: parts.map(() => trace('hidden', 'ICC')), remains: [] }
}

const inSegments = (profile: Bytes): Bytes[] => {
  const count = Math.ceil(profile.length / PROFILE_PART)
  return Array.from({ length: count }, (_, place) => {
    const part = profile.subarray(place * PROFILE_PART, (place + 1) * PROFILE_PART)
    const length = part.length + PROFILE_HEAD + 2
    const head = Uint8Array.of(0xff, APP2, length >> 8, length & 0xff, ...fromLatin(PROFILE), place + 1, count)
    return concat(head, part)
  })
}

/** The segments up to the end of the picture. */
function* segmentsOf(bytes: Uint8Array): Generator<Segment> {
  if (!startsAt(bytes, 0, '\xff\xd8')) throw new Malformed()
  for (let at = 2; ; ) {
    const segment = segmentAt(bytes, at)
    yield segment
    if (segment.marker === END) return
    at += segment.whole.length
  }
}

/** A marker may have any number of 0xff before it. */
const segmentAt = (bytes: Uint8Array, start: number): Segment => {
  if (bytes[start] !== 0xff) throw new Malformed()
  let at = start + 1
  while (bytes[at] === 0xff) at += 1
  const marker = bytes[at] ?? 0
  if (marker === END) return { marker, content: new Uint8Array(), whole: bytes.subarray(start, at + 1) }
  const length = ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
  const after = at + 1 + length
  if (length < 2 || after > bytes.length || (marker === RESTART && length !== 4)) throw new Malformed()
  const end = marker === SCAN ? scanEnd(bytes, after) : after
  return { marker, content: bytes.subarray(at + 3, after), whole: bytes.subarray(start, end) }
}

/** Where the picture data of a scan ends: at the next marker that is neither a restart nor a filled 0xff. */
const scanEnd = (bytes: Uint8Array, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  throw new Malformed()
}

const keep = ({ marker, content, whole }: Segment): Uint8Array[] => {
  if (isNeeded(marker)) return [whole]
  // How many points an inch has: by it documents lay out what they tile a ground with.
  if (marker === APP0 && startsAt(content, 0, JFIF) && content.length >= SHAPE) return [shapeOf(content)]
  // How colours are coded: without it some pictures show wrong ones.
  if (marker === APP14 && startsAt(content, 0, 'Adobe')) return [fromLatin('\xff\xee'), adobe(content)]
  return []
}

/** How many points an inch has, without the small picture that may follow. */
const shapeOf = (content: Uint8Array): Bytes =>
  concat(fromLatin('\xff\xe0\0\x10'), content.subarray(0, SHAPE), fromLatin('\0\0'))

/** Adobe's block as the standard has it, 12 bytes, without what may follow. */
const adobe = (content: Uint8Array): Bytes => concat(fromLatin('\0\x0e'), content.subarray(0, 12))

const turning = (orientation: number): Bytes => concat(fromLatin(`\xff\xe1\0\x22${EXIF}`), turningExif(orientation))

const tracesOf = (segment: Segment): Trace[] => {
  const { marker, content } = segment
  if (marker === COMMENT) return [trace('words', readable(content))]
  if (marker === APP1 && startsAt(content, 0, EXIF)) return [...readExif(content.subarray(EXIF.length)).found]
  if (marker === APP1) return orHidden(readXmp(content))
  if (marker === APP13 && isPhotoshop(content)) return orHidden(readIptc(content))
  if (isNeeded(marker) || [END, APP0, APP14].includes(marker) || isProfile(segment)) return []
  return [trace('hidden')]
}

const orHidden = (found: Trace[]): Trace[] => (found.length > 0 ? found : [trace('hidden')])
