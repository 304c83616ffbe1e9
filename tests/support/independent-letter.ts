import { gcm } from '@noble/ciphers/aes.js'
import { ed25519 } from '@noble/curves/ed25519.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'

/**
 * Opens a sealed letter by section 17 of crypto/PROTOCOL.md alone, on other people's primitives. It shares no line with
 * the product.
 */
type Bytes = Uint8Array

const join = (...parts: Bytes[]): Bytes => new Uint8Array(Buffer.concat(parts))
const tag = (name: string): Bytes => {
  const text = Buffer.from(`goodfaith/v1/${name}`)
  return join(Uint8Array.of(0, text.length), text)
}

/** Takes things off the front of bytes. */
const reader = (bytes: Bytes) => {
  let at = 0
  const take = (size: number): Bytes => {
    if (at + size > bytes.length) throw new Error('too short')
    at += size
    return bytes.slice(at - size, at)
  }
  const number = (size: number): number => Buffer.from(take(size)).readUIntBE(0, size)
  const text = (prefix: 2 | 4): string => Buffer.from(take(number(prefix))).toString('utf8')
  return { take, number, text, rest: () => bytes.length - at }
}

/** The statement of a letter, by its key of 16 bytes. Throws for whatever is not as the text says. */
export function openLetterIndependently(container: Bytes, key: Bytes) {
  const [sealed, digest] = [container.slice(0, -32), container.slice(-32)]
  if (!Buffer.from(sha256(sealed)).equals(digest)) throw new Error('digest')
  const outer = reader(sealed)
  if (outer.number(1) !== 1) throw new Error('version')
  const [salt, check] = [outer.take(32), outer.take(32)]
  const ciphertext = outer.take(outer.number(4))
  if (outer.rest() !== 0) throw new Error('trailing')
  if (!Buffer.from(hkdf(sha256, key, salt, tag('letter-check'), 32)).equals(check)) throw new Error('key')
  const cipher = gcm(
    hkdf(sha256, key, salt, tag('letter-key'), 32),
    new Uint8Array(12),
    join(tag('letter'), salt, check),
  )
  const padded = reader(cipher.decrypt(ciphertext))
  const inner = reader(padded.take(padded.number(4)))
  const statement = inner.take(inner.number(4))
  const signature = inner.take(64)
  const from = reader(statement)
  if (from.number(1) !== 1) throw new Error('version')
  if (!Buffer.from(from.take(64)).equals(join(salt, check))) throw new Error('another container')
  const letter = {
    ...{ fingerprint: from.take(32), directory: from.take(32), author: from.take(32), day: from.number(4) },
    ...{ office: from.text(2), sender: from.text(2), recipient: from.text(2), text: from.text(4) },
  }
  if (!ed25519.verify(signature, join(tag('letter'), statement), letter.author)) throw new Error('signature')
  return letter
}
