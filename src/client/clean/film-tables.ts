import type { Bytes } from '../../../crypto/wire/index.ts'
import { type Box, boxesIn } from './boxes.ts'
import { latin } from './texts.ts'
import { Malformed, type Trace, trace } from './trace.ts'

/** Where the entry of a picture names who made its encoder, and how that calls itself, in bytes after the entry's head. */
const VENDOR = 12
const ENCODER = 42

/** The name has a byte for its length and 31 for itself; the fields that all pictures have end with it and four bytes more. */
const ENCODER_LENGTH = 32
const PICTURE_LENGTH = 78

/** Only entries of pictures name their encoder: those of sound are shorter and hold numbers there. */
const PICTURES =
  /^(avc\d|hvc1|hev1|dvh[1e]|vp0[89]|av01|mp4v|jpeg|mjp[ab]|ap[ch][nosqhx4]|ap4[hx]|CFHD|encv|s263|png |rle )$/

/**
 * Overwrites who made the encoder of the pictures and how it calls itself, in the head of a table of samples
 * (ISO/IEC 14496-12, 12.1.3; the vendor is of QuickTime). What a player needs comes after.
 * @returns what was there @throws Malformed
 */
export const tracesInTable = (bytes: Bytes, { start, end }: Box): Trace[] =>
  boxesIn(bytes, start, end)
    .filter(({ type }) => type === 'stsd')
    .flatMap((list) => boxesIn(bytes, list.start + 8, list.end))
    .filter(({ type }) => PICTURES.test(type))
    .flatMap((entry) => unsign(bytes, entry))

const unsign = (bytes: Bytes, { start, end }: Box): Trace[] => {
  if (start + PICTURE_LENGTH > end) throw new Malformed()
  const fields = [
    bytes.subarray(start + VENDOR, start + VENDOR + 4),
    bytes.subarray(start + ENCODER + 1, start + ENCODER + ENCODER_LENGTH),
  ]
  const found = fields.map((field) => trace('software', latin(field))).filter(({ value }) => value !== '')
  for (const field of fields) field.fill(0)
  bytes[start + ENCODER] = 0
  return found
}

/**
 * Places outside of the film from which it would play: a path or an address stands in each (ISO/IEC 14496-12, 8.7.2), and
 * cannot be taken out without breaking it. Without one it is the film itself, whatever is said. @throws Malformed
 */
export const tracesOfPlaces = (bytes: Bytes, { start, end }: Box): Trace[] =>
  boxesIn(bytes, start, end)
    .filter(({ type }) => type === 'dref')
    .flatMap((list) => boxesIn(bytes, list.start + 8, list.end))
    .filter((place) => bytes.subarray(place.start + 4, place.end).some((byte) => byte !== 0))
    .map(({ type }) => trace('hidden', type))
