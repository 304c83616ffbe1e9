import { baseTable } from './base-table.ts'

/** Signs of a packed module lie this far above its bytes: past control characters and the quotation mark. */
const FIRST = '#'.charCodeAt(0)

/** Stands for the table of the base point, which is computed. */
const TABLE = ' '

/** A byte a character. */
const characters = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

/**
 * A module as it travels: one character a byte, since base64 hides from Brotli what repeats, and escapes would hide it as
 * well; and without the table that the browser computes sooner than it comes.
 */
export const packModule = (bytes: Uint8Array): string =>
  characters(bytes)
    .split(characters(baseTable()))
    .map((text) => Array.from(text, (sign) => String.fromCharCode(sign.charCodeAt(0) + FIRST)).join(''))
    .join(TABLE)

/** The module in base64, as libsodium's script takes it. */
export const unpackModule = (packed: string): string =>
  btoa(
    packed
      .split(TABLE)
      .map((text) => Array.from(text, (sign) => String.fromCharCode(sign.charCodeAt(0) - FIRST)).join(''))
      .join(characters(baseTable())),
  )

/**
 * The table as it stands within a longer text in base64, which writes three bytes at once.
 * @param skip how many of its first bytes, 0 to 2, are written with those before it; its last are with those after it
 */
export const tableInBase64 = (skip: number): string => {
  const table = baseTable()
  return btoa(characters(table.subarray(skip, table.length - ((table.length - skip) % 3))))
}
