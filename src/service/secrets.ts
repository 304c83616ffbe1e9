import { type Bytes, concat, utf8 } from '../../crypto/wire/bytes.ts'

import { webPrimitives } from './web-primitives.ts'

/** All that the service knows beyond its database, derived from one secret of 32 bytes. */
export interface Secrets {
  /** The service key of receipts and checkpoints (PROTOCOL 2). */
  readonly publicKey: Bytes
  sign(message: Bytes): Promise<Bytes>
  /**
   * Wraps what the service keeps back at rest, bound to where it belongs: nonce 12, what it is, tag 16. A service share is
   * bound to its case address, a held block to address and lane (PROTOCOL 5.6, 5.7).
   */
  wrap(bound: Bytes, plain: Bytes, nonce: Bytes): Promise<Bytes>
  unwrap(bound: Bytes, wrapped: Bytes): Promise<Bytes>
  /** Decides the places and the filler of a day's tree (PROTOCOL 9.3). */
  readonly checkpoint: Bytes
  /** The key of challenges for one purpose, which no other purpose accepts (PROTOCOL 8.1). */
  challenge(purpose: string): Promise<Bytes>
  /** What the founding link carries, 16 bytes. Void once there is an office. */
  readonly foundingToken: Bytes
}

const nonceLength = 12
/** RFC 8410: what stands before the 32 bytes of an Ed25519 seed in PKCS #8. */
const pkcs8Head = Uint8Array.from([0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20])

/** The two primitives that secrets are used with. A runtime may bring its own, which run where they are called. */
export interface Primitives {
  /** The pair of an Ed25519 private key in PKCS #8. */
  signer(pkcs8: Bytes): Promise<Pick<Secrets, 'publicKey' | 'sign'>>
  /** AES-256-GCM under a key of 32 bytes; what is sealed ends with a tag of 16. Opening throws for anything else. */
  sealer(key: Bytes): Promise<Sealer>
}

export interface Sealer {
  seal(nonce: Bytes, bound: Bytes, plain: Bytes): Promise<Bytes>
  open(nonce: Bytes, bound: Bytes, sealed: Bytes): Promise<Bytes>
}

/** Derives every secret by HKDF-SHA-256 under its own label. */
export async function deriveSecrets(
  serviceSecret: Bytes,
  { signer, sealer }: Primitives = webPrimitives,
): Promise<Secrets> {
  const root = await crypto.subtle.importKey('raw', serviceSecret, 'HKDF', false, ['deriveBits'])
  const derive = async (label: string, length = 32): Promise<Bytes> => {
    const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(`goodfaith/v1/${label}`) }
    return new Uint8Array(await crypto.subtle.deriveBits(parameters, root, length * 8))
  }
  const signing = await signer(concat(pkcs8Head, await derive('service-sign')))
  const storage = await sealer(await derive('storage'))
  const everyday = new Map<string, Bytes>()
  for (const purpose of ['read', 'passkey', 'kit']) everyday.set(purpose, await derive(`challenge/${purpose}`))
  return {
    ...signing,
    checkpoint: await derive('checkpoint'),
    foundingToken: await derive('founding', 16),
    challenge: async (purpose) => everyday.get(purpose) ?? derive(`challenge/${purpose}`),
    wrap: async (bound, plain, nonce) => concat(nonce, await storage.seal(nonce, bound, plain)),
    unwrap: (bound, wrapped) => storage.open(wrapped.slice(0, nonceLength), bound, wrapped.slice(nonceLength)),
  }
}
