import { fromBase64url } from '../../crypto/wire/base64url.ts'
import { type Bytes, concat, utf8 } from '../../crypto/wire/bytes.ts'

/** All that the service knows beyond its database, derived from one secret of 32 bytes. */
export interface Secrets {
  /** The service key of receipts and checkpoints (PROTOCOL 2). */
  readonly publicKey: Bytes
  sign(message: Bytes): Promise<Bytes>
  /** Wraps a service share at rest, bound to its case: nonce 12, share 32, tag 16 (PROTOCOL 5.6). */
  wrapShare(caseAddress: Bytes, share: Bytes, nonce: Bytes): Promise<Bytes>
  unwrapShare(caseAddress: Bytes, wrapped: Bytes): Promise<Bytes>
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

/** Derives every secret by HKDF-SHA-256 under its own label. A runtime may sign in its own way. */
export async function deriveSecrets(serviceSecret: Bytes, signer: Signer = signByWebCrypto): Promise<Secrets> {
  const root = await crypto.subtle.importKey('raw', serviceSecret, 'HKDF', false, ['deriveBits'])
  const derive = async (label: string, length = 32): Promise<Bytes> => {
    const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(`goodfaith/v1/${label}`) }
    return new Uint8Array(await crypto.subtle.deriveBits(parameters, root, length * 8))
  }
  const signing = await signer(concat(pkcs8Head, await derive('service-sign')))
  const storage = await crypto.subtle.importKey('raw', await derive('storage'), { name: 'AES-GCM' }, false, [
    'encrypt',
    'decrypt',
  ])
  const everyday = new Map<string, Bytes>()
  for (const purpose of ['read', 'passkey', 'kit']) everyday.set(purpose, await derive(`challenge/${purpose}`))
  return {
    ...signing,
    checkpoint: await derive('checkpoint'),
    foundingToken: await derive('founding', 16),
    challenge: async (purpose) => everyday.get(purpose) ?? derive(`challenge/${purpose}`),
    wrapShare: async (address, share, iv) =>
      concat(
        iv,
        new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: address }, storage, share)),
      ),
    unwrapShare: async (address, wrapped) => {
      const parameters = { name: 'AES-GCM', iv: wrapped.slice(0, nonceLength), additionalData: address }
      return new Uint8Array(await crypto.subtle.decrypt(parameters, storage, wrapped.slice(nonceLength)))
    },
  }
}

/** Makes the service key's pair of an Ed25519 private key in PKCS #8. */
export type Signer = (pkcs8: Bytes) => Promise<Pick<Secrets, 'publicKey' | 'sign'>>

/** What every platform has. */
const signByWebCrypto: Signer = async (pkcs8) => {
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, { name: 'Ed25519' }, true, ['sign'])
  const { x } = (await crypto.subtle.exportKey('jwk', key)) as { readonly x?: string }
  if (x === undefined) throw new Error('This runtime does not export Ed25519 keys')
  return {
    publicKey: fromBase64url(x),
    sign: async (message) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, message)),
  }
}
