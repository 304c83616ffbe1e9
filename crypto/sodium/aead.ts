import sodium from 'libsodium-wrappers'
import type { Bytes } from '../wire/bytes.ts'
import { sizes } from '../wire/limits.ts'

/** `AEAD(key, nonce, aad, m)` of PROTOCOL 1: XChaCha20-Poly1305 (IETF); the key has 32 bytes, the nonce 24, the result 16 more than m. */
export const encrypt = (key: Bytes, nonce: Bytes, aad: Bytes, message: Bytes): Bytes =>
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(message, aad, null, nonce, key) as Bytes

/** The message, or `null` if the key, the nonce, the associated data or the ciphertext is not the right one. */
export function decrypt(key: Bytes, nonce: Bytes, aad: Bytes, ciphertext: Bytes): Bytes | null {
  if (ciphertext.length < sizes.tag) return null
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, ciphertext, aad, nonce, key) as Bytes
  } catch {
    return null
  }
}

/** For keys that seal exactly one message (PROTOCOL 5.2, 5.4). */
export const zeroNonce: Bytes = new Uint8Array(sizes.nonce)
