import { fromBase64url } from '../../crypto/wire/base64url.ts'
import type { Primitives } from './secrets.ts'

/** What every platform has: WebCrypto. */
export const webPrimitives: Primitives = {
  async signer(pkcs8) {
    const key = await crypto.subtle.importKey('pkcs8', pkcs8, { name: 'Ed25519' }, true, ['sign'])
    const { x } = (await crypto.subtle.exportKey('jwk', key)) as { readonly x?: string }
    if (x === undefined) throw new Error('This runtime does not export Ed25519 keys')
    return {
      publicKey: fromBase64url(x),
      sign: async (message) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, message)),
    }
  },
  async sealer(bytes) {
    const key = await crypto.subtle.importKey('raw', bytes, { name: 'AES-GCM' }, false, ['encrypt', 'decrypt'])
    const parameters = (iv: typeof bytes, additionalData: typeof bytes) => ({ name: 'AES-GCM', iv, additionalData })
    return {
      seal: async (nonce, bound, plain) =>
        new Uint8Array(await crypto.subtle.encrypt(parameters(nonce, bound), key, plain)),
      open: async (nonce, bound, sealed) =>
        new Uint8Array(await crypto.subtle.decrypt(parameters(nonce, bound), key, sealed)),
    }
  },
}
