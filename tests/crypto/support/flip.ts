import type { Bytes } from '../../../crypto/wire/index.ts'

/** The same bytes with one bit the other way. */
export function flip(bytes: Bytes, bit: number): Bytes {
  const bent = bytes.slice()
  bent[bit >> 3] = (bent[bit >> 3] as number) ^ (1 << (bit & 7))
  return bent
}

/** One bit of every byte, and every bit of the first and the last 24 bytes. */
export function bitsOf(bytes: Bytes): number[] {
  const edge = 24 * 8
  const all = bytes.length * 8
  return Array.from({ length: all }, (_, bit) => bit).filter(
    (bit) => bit < edge || bit >= all - edge || (bit & 7) === (bit >> 3) % 8,
  )
}
