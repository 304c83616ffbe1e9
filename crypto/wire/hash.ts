import { type Bytes, concat } from './bytes.ts'

/** SHA-256 of one byte string; 32 bytes. */
export type Digest = (bytes: Bytes) => Bytes | Promise<Bytes>

let digest: Digest = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

/** Takes the runtime's own SHA-256 from now on, where WebCrypto's detour over a thread costs more than the hash itself. */
export const hashBy = (own: Digest): void => {
  digest = own
}

/** SHA-256 of the parts joined; 32 bytes. */
export const sha256 = async (...parts: readonly Uint8Array[]): Promise<Bytes> => digest(concat(...parts))

const hmac = { name: 'HMAC', hash: 'SHA-256' }

/** Whether a code is the HMAC-SHA-256 of the parts under a secret; compared in a time that does not tell where they differ. */
export async function hmacHolds(secret: Bytes, code: Bytes, ...parts: readonly Uint8Array[]): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', secret, hmac, false, ['verify'])
  return crypto.subtle.verify('HMAC', key, code, concat(...parts))
}

/** HMAC-SHA-256 under one secret; 32 bytes. The key is imported once. */
export async function hmacUnder(secret: Bytes): Promise<(...parts: readonly Uint8Array[]) => Promise<Bytes>> {
  const key = await crypto.subtle.importKey('raw', secret, hmac, false, ['sign'])
  return async (...parts) => new Uint8Array(await crypto.subtle.sign('HMAC', key, concat(...parts)))
}
