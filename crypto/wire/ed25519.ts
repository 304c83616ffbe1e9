import { type Bytes, hex } from './bytes.ts'

/** Whether a signature of 64 bytes over a message holds under a public key of 32 bytes. Never throws. */
export type Verify = (publicKey: Bytes, message: Bytes, signature: Bytes) => Promise<boolean>

// The y coordinates of the points of order 1, 2, 4 and 8, sign bit cleared. WebCrypto accepts them and libsodium does not.
const smallOrder = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
])

function withoutSign(point: Uint8Array): Uint8Array {
  const y = point.slice()
  y[31] = (y[31] as number) & 0x7f
  return y
}

/** Whether an encoded point has y below 2^255 - 19 and is not one of small order (PROTOCOL 1.2). */
export function acceptablePoint(point: Uint8Array): boolean {
  if (point.length !== 32) return false
  const y = withoutSign(point)
  const beyond = y[31] === 0x7f && y.subarray(1, 31).every((byte) => byte === 0xff) && (y[0] as number) >= 0xed
  return !beyond && !smallOrder.has(hex(y))
}

let latest: { readonly name: string; readonly key: CryptoKey } | null = null

/**
 * The key in WebCrypto's form. What is verified comes in batches of one author, whose key is taken in once. Only a finished
 * key is kept: on Workers a request that waits for another request's promise is killed as hung.
 */
async function imported(publicKey: Bytes): Promise<CryptoKey> {
  const name = hex(publicKey)
  if (latest?.name === name) return latest.key
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
  latest = { name, key }
  return key
}

/** Whether a signature holds, when both of its points are acceptable. May throw for a key that is no point of the curve. */
export type Check = (publicKey: Bytes, message: Bytes, signature: Bytes) => boolean | Promise<boolean>

/** The refusals that libsodium makes, before any check: of the key, and of R, the signature's first half (PROTOCOL 1.2). */
const strictly =
  (check: Check): Verify =>
  async (publicKey, message, signature) => {
    if (signature.length !== 64 || !acceptablePoint(publicKey) || !acceptablePoint(signature.subarray(0, 32)))
      return false
    try {
      return await check(publicKey, message, signature)
    } catch {
      return false
    }
  }

/** Verification by WebCrypto, which every platform has. */
export const verifyByWebCrypto: Verify = strictly(async (publicKey, message, signature) =>
  crypto.subtle.verify('Ed25519', await imported(publicKey), signature, message),
)

let preferred: Verify = verifyByWebCrypto

/** Takes the runtime's own check from now on, where WebCrypto's detour over a thread costs half as much as the check. */
export const verifyBy = (own: Check): void => {
  preferred = strictly(own)
}

/** Verification as this runtime does it best. */
export const verifySignature: Verify = (publicKey, message, signature) => preferred(publicKey, message, signature)
