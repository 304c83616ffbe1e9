import { createHash, createHmac, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** An authenticator in software: one discoverable ES256 passkey with PRF, which answers by itself. */
export interface SoftPasskey {
  readonly id: string
  /** What a page would get from PRF and never send: 32 bytes. */
  readonly prf: Uint8Array<ArrayBuffer>
  /** Its answer to creation options, as `@simplewebauthn/browser` would give it. */
  create(options: { readonly challenge: string }, overrides?: Overrides): RegistrationJson
  /** Its answer to request options. Each one counts up. */
  get(options: { readonly challenge: string }, overrides?: Overrides): AuthenticationJson
}

/** What an attacker, or a broken device, would say instead. */
export interface Overrides {
  readonly origin?: string
  readonly domain?: string
  readonly userVerified?: boolean
  readonly signCount?: number
}

export type RegistrationJson = ReturnType<typeof registration>
export type AuthenticationJson = ReturnType<typeof authentication>

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest()
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** CBOR as far as attestation needs it (RFC 8949). */
const head = (major: number, length: number) =>
  Buffer.from(
    length < 24
      ? [(major << 5) | length]
      : length < 256
        ? [(major << 5) | 24, length]
        : [(major << 5) | 25, length >> 8, length & 255],
  )
const byteString = (bytes: Uint8Array) => Buffer.concat([head(2, bytes.length), bytes])
const textString = (value: string) => Buffer.concat([head(3, value.length), Buffer.from(value)])
const integer = (value: number) => (value < 0 ? head(1, -1 - value) : head(0, value))
const map = (...pairs: Buffer[]) => Buffer.concat([head(5, pairs.length / 2), ...pairs])

/** COSE key of an ES256 public key (RFC 9053). */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const point = [x, y].map((part) => byteString(Buffer.from(part, 'base64url'))) as [Buffer, Buffer]
  const es256 = [integer(1), integer(2), integer(3), integer(-7), integer(-1), integer(1)]
  return map(...es256, integer(-2), point[0], integer(-3), point[1])
}

function authenticatorData(domain: string, userVerified: boolean, signCount: number, attested: Buffer | null): Buffer {
  const flags = 0x01 | (userVerified ? 0x04 : 0) | (attested ? 0x40 : 0)
  const count = Buffer.alloc(4)
  count.writeUInt32BE(signCount)
  return Buffer.concat([sha256(domain), Buffer.from([flags]), count, attested ?? Buffer.alloc(0)])
}

const clientData = (type: string, challenge: string, origin: string) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

const envelope = (id: Uint8Array) => ({
  id: text(id),
  rawId: text(id),
  type: 'public-key' as const,
  authenticatorAttachment: 'platform' as const,
  clientExtensionResults: { prf: { enabled: true } },
})

function registration(id: Buffer, client: Buffer, data: Buffer) {
  const attestationObject = map(
    ...[textString('fmt'), textString('none'), textString('attStmt'), map(), textString('authData'), byteString(data)],
  )
  return {
    ...envelope(id),
    response: { clientDataJSON: text(client), attestationObject: text(attestationObject), transports: ['internal'] },
  }
}

function authentication(id: Buffer, client: Buffer, data: Buffer, signature: Buffer) {
  return {
    ...envelope(id),
    response: { clientDataJSON: text(client), authenticatorData: text(data), signature: text(signature) },
  }
}

/** Makes a passkey for an origin. */
export function softPasskey(origin: string): SoftPasskey {
  const id = randomBytes(32)
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const ownDomain = new URL(origin).hostname
  let count = 0

  return {
    id: text(id),
    prf: new Uint8Array(createHmac('sha256', id).update('prf').digest()),
    create({ challenge }, { domain = ownDomain, userVerified = true, signCount = 0, ...said } = {}) {
      const length = Buffer.from([id.length >> 8, id.length & 255])
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey)])
      const data = authenticatorData(domain, userVerified, signCount, attested)
      return registration(id, clientData('webauthn.create', challenge, said.origin ?? origin), data)
    },
    get({ challenge }, { domain = ownDomain, userVerified = true, ...said } = {}) {
      count = said.signCount ?? count + 1
      const client = clientData('webauthn.get', challenge, said.origin ?? origin)
      const data = authenticatorData(domain, userVerified, count, null)
      return authentication(id, client, data, sign('sha256', Buffer.concat([data, sha256(client)]), privateKey))
    },
  }
}
