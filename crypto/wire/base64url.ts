import { type Bytes, fromUtf8, utf8 } from './bytes.ts'
import { must } from './errors.ts'

const letters = utf8('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
const foreign = 255
const values = new Uint8Array(128).fill(foreign)
for (const [value, letter] of letters.entries()) values[letter] = value

/** Base64url without padding (RFC 4648, section 5), the form of every binary value in JSON. */
export function toBase64url(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil((bytes.length * 8) / 6))
  for (let from = 0, to = 0; from < bytes.length; from += 3, to += 4) {
    const three = ((bytes[from] as number) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0)
    // Letters beyond the end of a short last group fall off the array, which ignores them.
    for (let place = 0; place < 4; place++) text[to + place] = letters[(three >> (18 - 6 * place)) & 63] as number
  }
  return fromUtf8(text)
}

/** The bytes of base64url text. Refuses padding, foreign letters and leftover bits: one text for one value. */
export function fromBase64url(text: string): Bytes {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8))
  let [held, bits, offset] = [0, 0, 0]
  for (let index = 0; index < text.length; index++) {
    const value = values[text.charCodeAt(index)] ?? foreign
    must(value !== foreign, 'base64.malformed')
    held = (held << 6) | value
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[offset++] = held >> bits
    held &= (1 << bits) - 1
  }
  must(bits < 6 && held === 0, 'base64.malformed')
  return bytes
}
