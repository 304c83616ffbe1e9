import { type Bytes, concat } from '../wire/bytes.ts'
import { tag } from '../wire/tag.ts'

/** What a letter key, 16 bytes, gives in one container, by WebCrypto alone: whoever opens it has nothing else (PROTOCOL 17.1). */
export interface LetterKeys {
  /** Stands in the clear and tells a wrong key from the right one, 32 bytes. */
  readonly check: Bytes
  lock(plain: Bytes): Promise<Bytes>
  /** The text, or null for bytes that this key did not seal. */
  unlock(sealed: Bytes): Promise<Bytes | null>
}

/** Zero, since each key seals one text, once. */
const nonce = new Uint8Array(12)

export async function letterKeys(key: Bytes, salt: Bytes): Promise<LetterKeys> {
  const root = await crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveBits'])
  const derive = async (purpose: 'letter-key' | 'letter-check'): Promise<Bytes> =>
    new Uint8Array(
      await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info: tag(purpose) }, root, 256),
    )
  const check = await derive('letter-check')
  const text = await crypto.subtle.importKey('raw', await derive('letter-key'), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ])
  const gcm = { name: 'AES-GCM', iv: nonce, additionalData: concat(tag('letter'), salt, check) }
  return {
    check,
    lock: async (plain) => new Uint8Array(await crypto.subtle.encrypt(gcm, text, plain)),
    unlock: (sealed) =>
      crypto.subtle.decrypt(gcm, text, sealed).then(
        (plain) => new Uint8Array(plain),
        () => null,
      ),
  }
}
