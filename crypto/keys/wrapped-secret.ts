import type { Random } from '../random.ts'
import { decrypt, derive, encrypt } from '../sodium/index.ts'
import { type Bytes, concat } from '../wire/bytes.ts'
import { must } from '../wire/errors.ts'
import { sha256 } from '../wire/hash.ts'
import { sizes } from '../wire/limits.ts'
import { tag } from '../wire/tag.ts'

/** What unlocks an officer secret: a passkey's PRF output or a recovery kit, 32 bytes. */
export interface Unlocker {
  readonly by: 'passkey' | 'kit'
  readonly key: Bytes
}

const labels = { passkey: 'unlock-passkey', kit: 'unlock-kit' } as const

/** The one input at which the PRF of every passkey is evaluated (PROTOCOL 3.1), 32 bytes. */
export const prfInput = (): Promise<Bytes> => sha256(tag('prf'))

const wrappingKey = ({ by, key }: Unlocker, memberId: Bytes): Bytes => derive(key, labels[by], [memberId])

const context = (memberId: Bytes): Bytes => concat(tag('officer-secret'), memberId)

/** The officer secret as the service keeps it, 72 bytes (PROTOCOL 3.3). */
export function wrapSecret(secret: Bytes, unlocker: Unlocker, memberId: Bytes, random: Random): Bytes {
  const nonce = random(sizes.nonce)
  return concat(nonce, encrypt(wrappingKey(unlocker, memberId), nonce, context(memberId), secret))
}

/** The officer secret. Throws `secret.wrong_key` if this key, this member and these bytes do not belong together. */
export function unwrapSecret(wrapped: Bytes, unlocker: Unlocker, memberId: Bytes): Bytes {
  must(wrapped.length === sizes.wrappedSecret, 'secret.wrong_key')
  const [nonce, sealed] = [wrapped.slice(0, sizes.nonce), wrapped.slice(sizes.nonce)]
  const secret = decrypt(wrappingKey(unlocker, memberId), nonce, context(memberId), sealed)
  must(secret !== null, 'secret.wrong_key')
  return secret
}
