import type { ReporterKeys } from '../keys/case-key.ts'
import { sign } from '../sodium/index.ts'
import { type Bytes, concat } from '../wire/bytes.ts'
import { acceptablePoint, type Verify } from '../wire/ed25519.ts'
import { authorshipBytes } from '../wire/requests.ts'

/** Bytes of a public key, and of a key with its signature. */
const KEY = 32
const PROOF = 96

/**
 * Proves to the readers of another case that whoever writes there also holds the key of an earlier one: the earlier key's
 * public half and its signature over the other case's address, 96 bytes (PROTOCOL 8.4).
 */
export function proveAuthorship({ signing }: Pick<ReporterKeys, 'signing'>, otherCase: Bytes): Bytes {
  const { publicKey, secretKey } = signing
  return concat(publicKey, sign(authorshipBytes(publicKey, otherCase), secretKey))
}

/** The public key that proved to have written in this case; `null` if the proof does not hold. */
export async function authorOf(proof: Uint8Array, otherCase: Bytes, verify: Verify): Promise<Bytes | null> {
  if (proof.length !== PROOF) return null
  const key = proof.slice(0, KEY) as Bytes
  const holds = acceptablePoint(key) && (await verify(key, authorshipBytes(key, otherCase), proof.slice(KEY) as Bytes))
  return holds ? key : null
}
