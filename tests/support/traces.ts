import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Base64 of bytes wherever they begin within a longer text: what surely stands there, for each of the three places. */
const base64Within = (bytes: Buffer): string[] =>
  [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replaceAll('=', '')
    const [first, last] = [Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6)]
    return whole.slice(first, last)
  })

const urlSafe = (base64: string): string => base64.replaceAll('+', '-').replaceAll('/', '_')

/** Bytes as a computer may write them down. */
function waysToWriteBytes(bytes: Buffer): Record<string, Buffer> {
  const base64 = base64Within(bytes)
  return {
    raw: bytes,
    hexadecimal: Buffer.from(bytes.toString('hex')),
    HEXADECIMAL: Buffer.from(bytes.toString('hex').toUpperCase()),
    'a list of numbers': Buffer.from([...bytes].join(',')),
    ...Object.fromEntries(base64.map((text, shift) => [`base64, shifted by ${shift}`, Buffer.from(text)])),
    ...Object.fromEntries(base64.map((text, shift) => [`base64url, shifted by ${shift}`, Buffer.from(urlSafe(text))])),
  }
}

const escaped = (text: string): string =>
  [...text].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')

/** Text as a computer may write it down. */
function waysToWriteText(text: string): Record<string, Buffer> {
  const utf16 = Buffer.from(text, 'utf16le')
  return {
    ...waysToWriteBytes(Buffer.from(text)),
    'UTF-16 (little end first)': utf16,
    'UTF-16 (big end first)': Buffer.from(utf16).swap16(),
    'hexadecimal UTF-16': Buffer.from(utf16.toString('hex')),
    ...Object.fromEntries(
      base64Within(utf16).map((each, shift) => [`base64 of UTF-16, shifted by ${shift}`, Buffer.from(each)]),
    ),
    'escaped JSON': Buffer.from(escaped(text)),
    'percent signs': Buffer.from(encodeURIComponent(text)),
  }
}

/**
 * In which forms a secret stands in some bytes; empty if in none. Secrets should have eight bytes or more, so that no
 * chance makes them appear.
 */
export function tracesOf(secret: string | Uint8Array, where: Buffer): string[] {
  const ways = typeof secret === 'string' ? waysToWriteText(secret) : waysToWriteBytes(Buffer.from(secret))
  return Object.entries(ways)
    .filter(([, form]) => where.includes(form))
    .map(([way]) => way)
}

/** Every byte of every file in a folder: of the service's data, the database and what its engine keeps beside it. */
export const bytesIn = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => readFileSync(path)),
  )
