import { decrypt, derive, encrypt } from '../sodium/index.ts'
import { type Bytes, concat } from '../wire/bytes.ts'
import { must } from '../wire/errors.ts'
import { sizes } from '../wire/limits.ts'

const entriesKey = (contentKey: Bytes): Bytes => derive(contentKey, 'entries', [])

/** The ciphertext of a padded body, bound to the header (PROTOCOL 6.4). */
export const encryptBody = (contentKey: Bytes, nonce: Bytes, header: Bytes, padded: Bytes): Bytes =>
  concat(nonce, encrypt(entriesKey(contentKey), nonce, header, padded))

/** The padded body. Throws `body.bad_key` if key, header and ciphertext do not belong together. */
export function decryptBody(contentKey: Bytes, header: Bytes, ciphertext: Bytes): Bytes {
  const nonce = ciphertext.slice(0, sizes.nonce) as Bytes
  const padded = decrypt(entriesKey(contentKey), nonce, header, ciphertext.slice(sizes.nonce) as Bytes)
  must(padded !== null, 'body.bad_key')
  return padded
}
