import sodium from 'libsodium-wrappers'
import type { Bytes } from '../wire/bytes.ts'
import { acceptablePoint, type Verify } from '../wire/ed25519.ts'

/** Ed25519: public key 32 bytes, secret key 64 (seed and public key). */
export interface SigningPair {
  readonly publicKey: Bytes
  readonly secretKey: Bytes
}

/** The pair of a seed of 32 bytes. */
export function signingPair(seed: Bytes): SigningPair {
  const { publicKey, privateKey } = sodium.crypto_sign_seed_keypair(seed)
  return { publicKey: publicKey as Bytes, secretKey: privateKey as Bytes }
}

/** A signature of 64 bytes. The message begins with a tag (PROTOCOL 1.1); whoever calls sees to that. */
export const sign = (message: Bytes, secretKey: Bytes): Bytes =>
  sodium.crypto_sign_detached(message, secretKey) as Bytes

/** Verification for readers, whose browsers may lack Ed25519 in WebCrypto. Refuses what the service refuses (PROTOCOL 1.2). */
export const verifyBySodium: Verify = async (publicKey, message, signature) => {
  if (signature.length !== 64 || !acceptablePoint(publicKey) || !acceptablePoint(signature.subarray(0, 32)))
    return false
  try {
    return sodium.crypto_sign_verify_detached(signature, message, publicKey)
  } catch {
    return false
  }
}
