import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  hash,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { type Check, hashBy, verifyBy } from '../../service/native.ts'
import type { Bytes } from '../../service/ports.ts'
import type { Primitives } from '../../service/secrets.ts'

/** RFC 8410: what stands before the 32 bytes of an Ed25519 public key in SPKI. */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex')

let latest: { readonly name: string; readonly key: KeyObject } | null = null

/** What is verified comes in batches of one author, whose key is taken in once. */
function keyOf(publicKey: Bytes): KeyObject {
  const name = Buffer.from(publicKey).toString('base64')
  if (latest?.name === name) return latest.key
  const key = createPublicKey({ key: Buffer.concat([spkiHead, publicKey]), format: 'der', type: 'spki' })
  latest = { name, key }
  return key
}

const check: Check = (publicKey, message, signature) => verify(null, message, keyOf(publicKey), signature)

/** Node's own primitives, which run where they are called: WebCrypto sends each on a detour that costs as much again. */
export function useNativeCrypto(): void {
  hashBy((bytes) => new Uint8Array(hash('sha256', bytes, 'buffer')))
  verifyBy(check)
}

const algorithm = 'aes-256-gcm'
const tagLength = 16
const plainBytes = (...parts: readonly Buffer[]): Bytes => new Uint8Array(Buffer.concat(parts))

/** The same as `webPrimitives`, byte for byte. */
export const nativePrimitives: Primitives = {
  async signer(pkcs8) {
    const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
    const { x = '' } = createPublicKey(key).export({ format: 'jwk' })
    return {
      publicKey: plainBytes(Buffer.from(x, 'base64url')),
      sign: async (message) => plainBytes(sign(null, message, key)),
    }
  },
  async sealer(key) {
    return {
      async seal(nonce, bound, plain) {
        const cipher = createCipheriv(algorithm, key, nonce).setAAD(bound)
        return plainBytes(cipher.update(plain), cipher.final(), cipher.getAuthTag())
      },
      async open(nonce, bound, sealed) {
        const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagLength }).setAAD(bound)
        decipher.setAuthTag(sealed.subarray(-tagLength))
        return plainBytes(decipher.update(sealed.subarray(0, -tagLength)), decipher.final())
      },
    }
  },
}
