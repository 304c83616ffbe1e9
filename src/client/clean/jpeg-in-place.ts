import type { Bytes } from '../../../crypto/wire/index.ts'
import { readExif } from './exif.ts'
import { readIptc } from './iptc.ts'
import { replaceProfile } from './profile.ts'
import { readable, startsAt } from './texts.ts'
import { type Trace, trace } from './trace.ts'
import { readXmp } from './xmp.ts'

const [EXTENSION, END, SCAN, COMMENT] = [0xc8, 0xd9, 0xda, 0xfe]
const [APP0, APP1, APP2, APP13, APP14] = [0xe0, 0xe1, 0xe2, 0xed, 0xee]

/** Before a profile of colours that is in one piece. */
const PROFILE = 'ICC_PROFILE\0\x01\x01'

/**
 * Overwrites the traces in a picture that lies within another file, whose length must stay: what a decoder does not need
 * in its head, and what stands behind its end. It is whole if that end was found.
 */
export const blankJpegTraces = (bytes: Bytes): { found: Trace[]; isWhole: boolean } => {
  const found: Trace[] = []
  for (let at = startsAt(bytes, 0, '\xff\xd8') ? 2 : -1; bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0
    if (marker === END) return { found: [...found, ...blankBehind(bytes.subarray(at + 2))], isWhole: true }
    at = marker === 0xff ? at + 1 : blankSegment(bytes, at, found)
  }
  return { found, isWhole: false }
}

/** Overwrites what is not needed in the segment at a place, and says where the next one stands. */
const blankSegment = (bytes: Bytes, at: number, found: Trace[]): number => {
  const marker = bytes[at + 1] ?? 0
  const end = at + 2 + Math.max(2, ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
  const content = bytes.subarray(at + 4, end)
  const rest = content.subarray(neededIn(marker, content))
  if (marker === APP2 && startsAt(content, 0, PROFILE)) replaceProfile(content.subarray(PROFILE.length))
  if (rest.some((byte) => byte !== 0)) found.push(...tracesIn(marker, rest))
  rest.fill(0)
  return marker === SCAN ? markerBehind(bytes, end) : end
}

/** How many bytes at the beginning of a segment a decoder needs: size and shape, how colours are coded, or all. */
const neededIn = (marker: number, content: Uint8Array): number => {
  if (marker === APP0 && startsAt(content, 0, 'JFIF\0')) return 12
  if (marker === APP14 && startsAt(content, 0, 'Adobe')) return 12
  if (marker === APP2 && startsAt(content, 0, 'ICC_PROFILE\0')) return content.length
  return marker >= 0xc0 && marker < APP0 && marker !== EXTENSION ? content.length : 0
}

/** Where the next marker stands that is neither a restart nor a filled 0xff. */
const markerBehind = (bytes: Uint8Array, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** Ends of lines may stand before the end of a stream. */
const blankBehind = (rest: Uint8Array): Trace[] => {
  if (rest.every((byte) => byte === 0 || byte === 0x0a || byte === 0x0d)) return []
  rest.fill(0)
  return [trace('hidden')]
}

const tracesIn = (marker: number, content: Uint8Array): readonly Trace[] => {
  const told = namedIn(marker, content)
  return told.length > 0 ? told : [trace('hidden')]
}

const namedIn = (marker: number, content: Uint8Array): readonly Trace[] => {
  if (marker === COMMENT) return [trace('words', readable(content))]
  if (marker === APP13) return readIptc(content)
  if (marker !== APP1) return []
  return startsAt(content, 0, 'Exif\0\0') ? readExif(content.subarray(6)).found : readXmp(content)
}
