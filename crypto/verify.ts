import { verifyBySodium } from './sodium/index.ts'
import { type Verify, verifyByWebCrypto } from './wire/ed25519.ts'

// The base point: a key like any other.
const someKey = new Uint8Array(32).fill(0x66).with(0, 0x58)

let native: Promise<boolean> | undefined

/** Whether the WebCrypto of this browser knows Ed25519; asked once. */
function hasNative(): Promise<boolean> {
  native ??= crypto.subtle.importKey('raw', someKey, 'Ed25519', false, ['verify']).then(
    () => true,
    () => false,
  )
  return native
}

/**
 * Verification for readers: the browser's own where it has one, which is a hundred times faster than plain JavaScript
 * where WebAssembly is switched off; else libsodium's.
 */
export const verify: Verify = async (publicKey, message, signature) =>
  (await hasNative()) ? verifyByWebCrypto(publicKey, message, signature) : verifyBySodium(publicKey, message, signature)
