import { type Bytes, concat, nothing } from './bytes.ts'
import { encode, v32 } from './codec.ts'
import { acceptablePoint, type Verify, verifySignature } from './ed25519.ts'
import { must } from './errors.ts'
import type { FirstDays } from './first-days.ts'
import { sha256 } from './hash.ts'
import { decodeHeader, type EntryHeader } from './header.ts'
import { limits } from './limits.ts'
import { buckets, sealingOverhead } from './padding-sizes.ts'
import { acceptableSealingKey } from './sealing-key.ts'
import { sealingKeyId } from './sealing-key-id.ts'
import { decodeSeals, type SealsBlock } from './seals-block.ts'
import { tag } from './tag.ts'

/** An entry as it travels. Untrusted until `verifyEntry` has made a `VerifiedEntry` of it. */
export interface SignedEntry {
  header: Bytes
  ciphertext: Bytes
  seals: Bytes
  signature: Bytes
}

/** An entry whose bytes are well formed and whose author signed them. Whether the author was allowed to is for `applyEntry`. */
export interface VerifiedEntry {
  readonly header: EntryHeader
  readonly hash: Bytes
  /** `null` for an entry without seals. */
  readonly seals: SealsBlock | null
  /** Id of the sealing key that the header names for the reporter or a further key; empty if it names none. */
  readonly namedSealingKeyId: Bytes
  readonly raw: SignedEntry
  /** The days that its receipt gives it, where its header leaves them to that (PROTOCOL 6.7). */
  readonly days?: FirstDays
}

const headerBytes = v32(limits.header)

/** What the author signs, and whose hash is the entry's hash (PROTOCOL 6.3). */
export async function entryCore(header: Bytes, ciphertext: Bytes, seals: Bytes): Promise<Bytes> {
  const [ciphertextHash, sealsHash] = await Promise.all([sha256(ciphertext), sha256(seals)])
  return concat(tag('entry'), encode(headerBytes, header), ciphertextHash, sealsHash)
}

const lawfulLength = (ciphertext: Bytes): boolean =>
  ciphertext.length === 0 || buckets.includes(ciphertext.length - sealingOverhead)

const lawfulSealingKey = (key: Bytes): boolean => key.length === 0 || acceptableSealingKey(key)

const lawfulKey = (key: Bytes): boolean => key.length === 0 || acceptablePoint(key)

/** Checks form and signature (PROTOCOL 1.2, 6.1, 6.3). Throws `entry.malformed`, `seals.malformed`, `entry.bad_key` or `entry.bad_signature`. */
export async function verifyEntry(raw: SignedEntry, verify: Verify = verifySignature): Promise<VerifiedEntry> {
  must(raw.header.length <= limits.header && lawfulLength(raw.ciphertext), 'entry.malformed')
  const header = decodeHeader(raw.header)
  const seals = decodeSeals(raw.seals)
  const signingKeys = [header.case, header.author, header.namedKey]
  must(signingKeys.every(lawfulKey) && lawfulSealingKey(header.namedSealingKey), 'entry.bad_key')
  const core = await entryCore(raw.header, raw.ciphertext, raw.seals)
  must(await verify(header.author, core, raw.signature), 'entry.bad_signature')
  const named = header.namedSealingKey.length > 0
  const namedSealingKeyId = named ? await sealingKeyId(header.namedSealingKey) : nothing
  return { header, hash: await sha256(core), seals, namedSealingKeyId, raw }
}
