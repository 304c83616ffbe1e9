import { type Bytes, concat } from './bytes.ts'

/** What one byte string comes to, 32 bytes; at once or later, as the runtime has it. */
export type Digest = (bytes: Bytes) => Bytes | Promise<Bytes>

/** The two functions that all hashing is made of. */
export interface Hashes {
  readonly sha256: Digest
  /** HMAC-SHA-256 under one secret, which is taken in once. */
  readonly hmacUnder: (secret: Bytes) => Digest | Promise<Digest>
}

const hmac = { name: 'HMAC', hash: 'SHA-256' }

/** WebCrypto, which every platform has. */
let hashes: Hashes = {
  sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)),
  hmacUnder: async (secret) => {
    const key = await crypto.subtle.importKey('raw', secret, hmac, false, ['sign'])
    return async (bytes) => new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes))
  },
}

/** Takes the runtime's own hashes from now on, where WebCrypto's detour over a thread costs more than the hash itself. */
export const hashBy = (own: Hashes): void => {
  hashes = own
}

const joined = (parts: readonly Bytes[]): Bytes => (parts.length === 1 && parts[0] ? parts[0] : concat(...parts))

/** SHA-256 of the parts joined; 32 bytes. */
export const sha256 = async (...parts: readonly Bytes[]): Promise<Bytes> => hashes.sha256(joined(parts))

/** HMAC-SHA-256 under one secret, of the parts joined; 32 bytes. */
export async function hmacUnder(secret: Bytes): Promise<(...parts: readonly Bytes[]) => Promise<Bytes>> {
  const mac = await hashes.hmacUnder(secret)
  return async (...parts) => mac(joined(parts))
}

/** Whether a code is the HMAC-SHA-256 of the parts under a secret; compared in a time that does not tell where they differ. */
export async function hmacHolds(secret: Bytes, code: Bytes, ...parts: readonly Bytes[]): Promise<boolean> {
  const mac = await hmacUnder(secret)
  const right = await mac(...parts)
  const difference = right.reduce((found, byte, place) => found | (byte ^ (code[place] ?? 0)), 0)
  return code.length === right.length && difference === 0
}
