import { unpad } from '../case/padding.ts'
import { type Bytes, concat, equal } from '../wire/bytes.ts'
import { decode } from '../wire/codec.ts'
import { acceptablePoint, verifyByWebCrypto } from '../wire/ed25519.ts'
import { must } from '../wire/errors.ts'
import { sha256 } from '../wire/hash.ts'
import { sizes } from '../wire/limits.ts'
import { tag } from '../wire/tag.ts'
import { type LetterStatement, letterStatement, sealedPart, signedLetter } from './format.ts'
import { letterKeys } from './letter-keys.ts'

/** A letter that was opened. */
export interface OpenedLetter extends LetterStatement {
  /** Whether this browser could check the signature: older ones cannot. With one that does not hold nothing is opened. */
  readonly checked: boolean
}

const code = 'letter.malformed'

/**
 * Opens a container with a key of 16 bytes, by WebCrypto alone (PROTOCOL 17.4). Throws `letter.malformed` for bytes that
 * are not as they were made, `letter.wrong_key` and `letter.bad_signature`.
 */
export async function openLetter(container: Bytes, key: Bytes): Promise<OpenedLetter> {
  const sealed = container.slice(0, -sizes.hash)
  must(equal(await sha256(sealed), container.slice(-sizes.hash)), code)
  const { salt, check, ciphertext } = decode(sealedPart, sealed, code)
  const keys = await letterKeys(key, salt)
  must(equal(keys.check, check), 'letter.wrong_key')
  const plain = await keys.unlock(ciphertext)
  must(plain !== null, code)
  const { statement, signature } = decode(signedLetter, unpad(plain), code)
  const letter = decode(letterStatement, statement, code)
  must(equal(letter.salt, salt) && equal(letter.check, check), code)
  const checked = await canVerify(letter.author)
  const holds = !checked || (await verifyByWebCrypto(letter.author, concat(tag('letter'), statement), signature))
  must(holds, 'letter.bad_signature')
  return { ...letter, checked }
}

/** Whether this browser knows Ed25519 at all. */
async function canVerify(author: Bytes): Promise<boolean> {
  must(acceptablePoint(author), 'letter.bad_signature')
  try {
    await crypto.subtle.importKey('raw', author, 'Ed25519', false, ['verify'])
    return true
  } catch {
    return false
  }
}
