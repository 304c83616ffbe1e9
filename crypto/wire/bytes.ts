/** A byte string over its own memory, as WebCrypto wants it. */
export type Bytes = Uint8Array<ArrayBuffer>

/** No bytes at all: an empty seals block, an absent key. */
export const nothing: Bytes = new Uint8Array(0)

/** 32 zero bytes: the `previous` of a first entry, a hash that is not there. */
export const zero32: Bytes = new Uint8Array(32)

/** Joins byte strings in order. */
export function concat(...parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((total, part) => total + part.length, 0))
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}

/** What newer engines bring (ECMAScript 2024). */
interface Movable {
  readonly transfer?: (length: number) => unknown
}

/**
 * Gives the memory of bytes back at once; they are empty from then on. Where megabytes follow one another, the garbage
 * collector would let hundreds of them gather first. Engines that cannot do it leave them to it.
 */
export const letGo = (bytes: Bytes): void => void (bytes.buffer as Movable).transfer?.(0)

/** Equality of public bytes. Not constant in time: nothing secret is compared with it. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false
  return true
}

/** Order of bytes as numbers, first byte first; for sorting hashes. */
export function compare(a: Uint8Array, b: Uint8Array): number {
  for (let index = 0; index < a.length && index < b.length; index++) {
    const difference = (a[index] as number) - (b[index] as number)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** Exclusive or of two byte strings of one length. */
export function xor(a: Uint8Array, b: Uint8Array): Bytes {
  if (a.length !== b.length) throw new RangeError('xor needs equal lengths')
  return Uint8Array.from(a, (byte, index) => byte ^ (b[index] as number))
}

export const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0)

export const includes = (list: readonly Uint8Array[], wanted: Uint8Array): boolean =>
  list.some((item) => equal(item, wanted))

/** Whether two lists hold the same byte strings, in whatever order. */
export const sameSet = (a: readonly Uint8Array[], b: readonly Uint8Array[]): boolean =>
  a.every((item) => includes(b, item)) && b.every((item) => includes(a, item))

/** Whether no byte string stands in the list twice. */
export const distinct = (list: readonly Uint8Array[]): boolean => new Set(list.map(hex)).size === list.length

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** What newer engines bring (ECMAScript 2026). */
interface NativeBytes {
  readonly toHex?: () => string
}

/** Lower-case hexadecimal; for map keys. */
export function hex(bytes: Uint8Array): string {
  const native = (bytes as NativeBytes).toHex?.()
  if (native !== undefined) return native
  let text = ''
  for (const byte of bytes) text += pairs[byte]
  return text
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export const utf8 = (text: string): Bytes => encoder.encode(text) as Bytes

/** Text of UTF-8 bytes. Throws a TypeError for bytes that are not UTF-8. */
export const fromUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes as Bytes)
