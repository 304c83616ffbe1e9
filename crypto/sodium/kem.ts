import sodium from 'libsodium-wrappers'
import type { Bytes } from '../wire/bytes.ts'

/** X-Wing (ML-KEM-768 with X25519): public key 1216 bytes, secret key 32 (it is the seed). */
export interface SealingPair {
  readonly publicKey: Bytes
  readonly secretKey: Bytes
}

/** The pair of a seed of 32 bytes. */
export function sealingPair(seed: Bytes): SealingPair {
  const { publicKey, privateKey } = sodium.crypto_kem_xwing_seed_keypair(seed)
  return { publicKey: publicKey as Bytes, secretKey: privateKey as Bytes }
}

/** Encapsulation with given randomness of 64 bytes: a ciphertext of 1120 bytes and a shared secret of 32. */
export function encapsulate(publicKey: Bytes, randomness: Bytes): { ciphertext: Bytes; shared: Bytes } {
  const { ciphertext, sharedSecret } = sodium.crypto_kem_xwing_enc_deterministic(publicKey, randomness)
  return { ciphertext: ciphertext as Bytes, shared: sharedSecret as Bytes }
}

/** The shared secret. A ciphertext for somebody else gives another secret and no error: what is sealed under it fails to open. */
export const decapsulate = (ciphertext: Bytes, secretKey: Bytes): Bytes =>
  sodium.crypto_kem_xwing_dec(ciphertext, secretKey) as Bytes
