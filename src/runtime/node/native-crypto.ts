import {
  createCipheriv,
  createDecipheriv,
  createHmac,
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

let latest: { readonly name: string; readonly key: KeyObject } | null = null

/** What is verified comes in batches of one author, whose key is taken in once. */
function keyOf(publicKey: Bytes): KeyObject {
  const name = Buffer.from(publicKey).toString('latin1')
  if (latest?.name === name) return latest.key
  const key = createPublicKey({ key: publicKey, format: 'raw-public', asymmetricKeyType: 'ed25519' })
  latest = { name, key }
  return key
}

/** On another thread, because it is the slowest thing of all: meanwhile this one reads and writes for others. */
const check: Check = (publicKey, message, signature) =>
  new Promise((resolve, reject) => {
    verify(null, message, keyOf(publicKey), signature, (error, holds) => (error ? reject(error) : resolve(holds)))
  })

/** Node's own primitives: hashes run where they are called, since WebCrypto's detour over a thread costs as much again. */
export function useNativeCrypto(): void {
  hashBy({
    sha256: (bytes) => new Uint8Array(hash('sha256', bytes, 'buffer')),
    hmacUnder: (secret) => (bytes) => new Uint8Array(createHmac('sha256', secret).update(bytes).digest()),
  })
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
