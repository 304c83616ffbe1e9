import type { Bytes } from '../../../crypto/wire/index.ts'
import { startsAt } from './texts.ts'
import { Malformed, type Stripped } from './trace.ts'

/** How long each kind of frame is behind its first byte, by the number of the kind; the others are not used. */
const NARROW = [12, 13, 15, 17, 19, 20, 26, 31, 5]
const WIDE = [17, 23, 32, 36, 40, 46, 50, 58, 60, 5]
const EMPTY = [14, 15]

/** What recorders of telephones write: the head of a file, and how long the frame at a place is; 0 where there is none. */
const FORMS: readonly (readonly [head: string, length: (bytes: Uint8Array, at: number) => number])[] = [
  ['#!AMR\n', (bytes, at) => speech(bytes[at], NARROW)],
  ['#!AMR-WB\n', (bytes, at) => speech(bytes[at], WIDE)],
  ['', (bytes, at) => advanced(bytes, at)],
]

/** A frame of speech (RFC 4867, 5.3): its kind stands in four bits, around which there are zeros. */
const speech = (first = 0xff, lengths: readonly number[]): number => {
  const kind = (first >> 3) & 15
  const length = EMPTY.includes(kind) ? 0 : lengths[kind]
  return first & 0x83 || length === undefined ? 0 : 1 + length
}

/** A frame of AAC (ISO/IEC 13818-7, 6.2): twelve ones, no layer, and its length in thirteen bits. */
const advanced = (bytes: Uint8Array, at: number): number => {
  const [first = 0, second = 0, , a = 0, b = 0, c = 0] = bytes.subarray(at, at + 6)
  const length = ((a & 3) << 11) | (b << 3) | (c >> 5)
  return first === 0xff && (second & 0xf6) === 0xf0 && length >= 7 ? length : 0
}

/** Thousands of bits a second in MPEG sound of layer III, for version 1 and for the later ones (ISO/IEC 11172-3, 2.4.2.3). */
const RATES = [
  [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const
const HERTZ = [44_100, 48_000, 32_000]
/** By the two bits of the version, 2.5, none, 2 and 1: by what the first two are divided. */
const DIVISORS = [4, 0, 2, 1]

/** How long the frame of MPEG sound at a place is; 0 where there is none. */
export const mpegFrame = (bytes: Uint8Array, at: number): number => {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3)
  const divisor = DIVISORS[(second >> 3) & 3] ?? 0
  const rate = RATES[divisor === 1 ? 0 : 1][(third >> 4) - 1]
  const hertz = (HERTZ[(third >> 2) & 3] ?? 0) / (divisor || 1)
  if (first !== 0xff || (second & 0xe6) !== 0xe2 || divisor === 0 || rate === undefined || hertz === 0) return 0
  return Math.floor(((divisor === 1 ? 144_000 : 72_000) * rate) / hertz) + ((third >> 1) & 1)
}

const formOf = (bytes: Uint8Array) =>
  FORMS.find(([head, length]) => startsAt(bytes, 0, head) && length(bytes, head.length) > 0)

/** Whether bytes are sound in frames alone: AMR and AAC, as recorders of telephones write them. */
export const isFrames = (bytes: Uint8Array): boolean => formOf(bytes) !== undefined

/** Whether sound is nothing but frames; the last may be cut off, and zeros may stand anywhere. */
export const isAllFrames = (bytes: Uint8Array): boolean => {
  const length = mpegFrame(bytes, 0) > 0 ? mpegFrame : advanced
  for (let at = 0; at < bytes.length; ) {
    const next = bytes[at] === 0 ? 1 : length(bytes, at)
    if (next === 0) return false
    at += next
  }
  return true
}

/** Sound that is nothing but frames from its head to its end tells nothing else, and stays. @throws Malformed */
export const stripFrames = (bytes: Bytes): Stripped => {
  const [head, length] = formOf(bytes) ?? ['', () => 0]
  let at = head.length
  while (at < bytes.length) {
    const next = length(bytes, at)
    if (next === 0 || at + next > bytes.length) throw new Malformed()
    at += next
  }
  return { bytes, found: [] }
}
