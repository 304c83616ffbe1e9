import type { Bytes } from '../../../crypto/wire/index.ts'
import { type Box, boxesIn, firstBoxes } from './boxes.ts'
import { replaceProfile } from './profile.ts'
import { latin, startsAt } from './texts.ts'
import { Malformed, type Trace, trace } from './trace.ts'

/** Where the entry of a picture names who made its encoder, and how that calls itself, in bytes after the entry's head. */
const VENDOR = 12
const ENCODER = 42

/** The name has a byte for its length and 31 for itself; the fields that all pictures have end with it and four bytes more. */
const ENCODER_LENGTH = 32
const PICTURE_LENGTH = 78

/** The fields that all sounds have end here. */
const SOUND_LENGTH = 28

/** How telephones' sound and pictures are decoded, which begins with the maker's sign and version (3GPP TS 26.244, 6). */
const SIGNED = ['damr', 'dawp', 'devc', 'dqcp', 'dsmv', 'd263']
const SIGN_LENGTH = 5

/** Entries of sound, which name who made the encoder where those of pictures do. */
const SOUNDS =
  /^(mp4a|alac|sowt|twos|lpcm|raw |in24|in32|fl32|fl64|ulaw|alaw|ima4|NONE|QDM2|\.mp3|samr|sawb|sawp|sevc|sqcp|ssmv|ac-3|ec-3|Opus|fLaC)$/

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
    .flatMap((entry) => {
      if (PICTURES.test(entry.type)) return unsignPictures(bytes, entry)
      return SOUNDS.test(entry.type) ? unsignSound(bytes, entry) : []
    })

const unsignPictures = (bytes: Bytes, { start, end }: Box): Trace[] => {
  if (start + PICTURE_LENGTH > end) throw new Malformed()
  const found = erase(
    bytes.subarray(start + VENDOR, start + VENDOR + 4),
    bytes.subarray(start + ENCODER + 1, start + ENCODER + ENCODER_LENGTH),
    ...signsIn(bytes, start + PICTURE_LENGTH, end),
  )
  bytes[start + ENCODER] = 0
  for (const box of firstBoxes(bytes, start + PICTURE_LENGTH, end))
    if (box.type === 'colr' && startsAt(bytes, box.start, 'prof'))
      replaceProfile(bytes.subarray(box.start + 4, box.end))
  return found
}

const unsignSound = (bytes: Bytes, { start, end }: Box): Trace[] => {
  if (start + SOUND_LENGTH > end) throw new Malformed()
  return erase(bytes.subarray(start + VENDOR, start + VENDOR + 4), ...signsIn(bytes, start + SOUND_LENGTH, end))
}

/** The makers' signs among what a decoder has to know. */
const signsIn = (bytes: Bytes, from: number, to: number): Bytes[] =>
  firstBoxes(bytes, from, to)
    .filter(({ type, start, end }) => SIGNED.includes(type) && start + SIGN_LENGTH <= end)
    .map(({ start }) => bytes.subarray(start, start + SIGN_LENGTH))

const erase = (...fields: readonly Bytes[]): Trace[] => {
  const found = fields.map((field) => trace('software', latin(field))).filter(({ value }) => value !== '')
  for (const field of fields) field.fill(0)
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
