import { type Bytes, fromUtf8, utf8 } from './bytes.ts'
import { must, WireError } from './errors.ts'

const letters = utf8('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
/** What stands for no letter: one bit above the six of a value, so that one among many shows. */
const foreign = 64
const values = new Uint8Array(256).fill(foreign)
for (const [value, letter] of letters.entries()) values[letter] = value

/** By hand, where the language does not have it yet. */
export function writeBase64url(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil((bytes.length * 8) / 6))
  for (let from = 0, to = 0; from < bytes.length; from += 3, to += 4) {
    const three = ((bytes[from] as number) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0)
    // Letters beyond the end of a short last group fall off the array, which ignores them.
    text[to] = letters[three >> 18] as number
    text[to + 1] = letters[(three >> 12) & 63] as number
    text[to + 2] = letters[(three >> 6) & 63] as number
    text[to + 3] = letters[three & 63] as number
  }
  return fromUtf8(text)
}

const sixBits = (letter: number | undefined): number => values[letter as number] as number

/** Bits of the last three bytes that must be zero, by how many letters of the last four there are. */
const unused = [0, 0, 0xffff, 0xff] as const

/** By hand, where the language does not have it yet. Throws `base64.malformed`. */
export function readBase64url(text: string): Bytes {
  const bytes = new Uint8Array((text.length * 3) >> 2)
  const whole = utf8(text + 'A'.repeat(-text.length & 3))
  let seen = 0
  let three = 0
  for (let from = 0, to = 0; from < whole.length; from += 4, to += 3) {
    const a = sixBits(whole[from])
    const b = sixBits(whole[from + 1])
    const c = sixBits(whole[from + 2])
    const d = sixBits(whole[from + 3])
    seen |= a | b | c | d
    three = (a << 18) | (b << 12) | (c << 6) | d
    bytes[to] = three >> 16
    bytes[to + 1] = three >> 8
    bytes[to + 2] = three
  }
  const last = (text.length & 3) as 0 | 1 | 2 | 3
  must(seen < foreign && last !== 1 && (three & unused[last]) === 0, 'base64.malformed')
  return bytes
}

/** What newer engines bring (ECMAScript 2026), several times as fast. It takes white space, which is refused below. */
interface Native {
  readonly fromBase64?: (text: string, options: { alphabet: 'base64url'; lastChunkHandling: 'strict' }) => Bytes
}
interface NativeBytes {
  readonly toBase64?: (options: { alphabet: 'base64url'; omitPadding: true }) => string
}

const native: Native = Uint8Array as Native

/** Base64url without padding (RFC 4648, section 5), the form of every binary value in JSON. */
export function toBase64url(bytes: Uint8Array): string {
  return (bytes as NativeBytes).toBase64?.({ alphabet: 'base64url', omitPadding: true }) ?? writeBase64url(bytes)
}

/** The bytes of base64url text. Refuses padding, foreign letters and leftover bits: one text for one value. */
export function fromBase64url(text: string): Bytes {
  if (!native.fromBase64) return readBase64url(text)
  try {
    const padded = text + '='.repeat(-text.length & 3)
    const bytes = native.fromBase64(padded, { alphabet: 'base64url', lastChunkHandling: 'strict' })
    if (bytes.length === (text.length * 3) >> 2) return bytes
  } catch {
    // Refused below, like what was too short for its letters.
  }
  throw new WireError('base64.malformed')
}
