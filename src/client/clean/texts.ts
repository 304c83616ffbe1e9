import type { Bytes } from '../../../crypto/wire/index.ts'

const utf8 = new TextDecoder()
const strict = new TextDecoder('utf-8', { fatal: true })
const windows = new TextDecoder('windows-1252')

/** Bytes as text in which each stands for one character: for looking at names and numbers between binary data. */
export const latin = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x2000)
    // Spreading would ask for byte after byte, which takes eight times as long.
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + 0x2000) as unknown as number[])
  return text
}

/** Whether a text holds nothing but spaces, ends of lines and zeros. */
export const isBlank = (text: string): boolean => !/[^\0\s]/.test(text)

/** The bytes of a text whose every character is one. */
export const fromLatin = (text: string): Bytes => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

/** A text of a file, in UTF-8 or else in the old Western encoding, up to its first zero. */
export const readable = (bytes: Uint8Array): string => {
  const end = bytes.indexOf(0)
  const text = end < 0 ? bytes : bytes.subarray(0, end)
  try {
    return strict.decode(text)
  } catch {
    return windows.decode(text)
  }
}

/** UTF-8 as text; what is none becomes U+FFFD. */
export const fromUtf8 = (bytes: Uint8Array): string => utf8.decode(bytes)

/** UTF-8 as text that may be written back: what is none cannot be read halfway. @throws TypeError */
export const fromStrictUtf8 = (bytes: Uint8Array): string => strict.decode(bytes)

/** Text as UTF-8. */
export const toUtf8 = (text: string): Bytes => new TextEncoder().encode(text)

/** Whether these characters stand at a place. */
export const startsAt = (bytes: Uint8Array, at: number, signs: string): boolean =>
  at + signs.length <= bytes.length && [...signs].every((sign, index) => bytes[at + index] === sign.charCodeAt(0))
