import { type Bytes, concat, equal, nothing } from './bytes.ts'
import { decode, encode, fixed, struct, u8, v32 } from './codec.ts'
import type { SignedEntry } from './entry.ts'
import { must } from './errors.ts'
import { sha256 } from './hash.ts'
import type { HeldBlocks } from './held-block.ts'
import { limits, sizes } from './limits.ts'
import { signedEntryFields } from './signed-entry-fields.ts'
import { tag } from './tag.ts'

/** A first submission as it travels in a file, sealed without a connection (PROTOCOL 19). Untrusted, like any batch. */
export interface Envelope {
  /** The office that it is for: the hash of its founding statement. */
  readonly fingerprint: Bytes
  /** Shared 0 and identity 0. */
  readonly entries: readonly [SignedEntry, SignedEntry]
  readonly serviceShare: Bytes
  readonly summary: Bytes
  readonly held: HeldBlocks
}

const entry = struct<SignedEntry>(signedEntryFields)
const block = v32(limits.heldBlock)
const version = 1

const envelopeCodec = struct({
  version: u8,
  fingerprint: fixed(sizes.hash),
  shared: entry,
  identity: entry,
  serviceShare: fixed(sizes.key),
  summary: fixed(sizes.summary),
  heldShared: block,
  heldIdentity: block,
})

const digestOf = (part: Bytes): Promise<Bytes> => sha256(tag('envelope'), part)

/** The file, at most `limits.envelope` bytes (PROTOCOL 19.2). */
export async function encodeEnvelope({ entries, held, ...envelope }: Envelope): Promise<Bytes> {
  const [shared, identity] = entries
  const blocks = { heldShared: held.shared ?? nothing, heldIdentity: held.identity ?? nothing }
  const part = encode(envelopeCodec, { version, ...envelope, shared, identity, ...blocks })
  return concat(part, await digestOf(part))
}

/**
 * What is in a file. Its hash tells damage on the way, nothing more: everything in it is checked like any first submission.
 * Throws `envelope.malformed` for a damaged file or one that is none, and `envelope.version` for one of a later version.
 */
export async function decodeEnvelope(file: Bytes): Promise<Envelope> {
  must(file.length > sizes.hash && file.length <= limits.envelope, 'envelope.malformed')
  const part = file.slice(0, -sizes.hash)
  must(equal(await digestOf(part), file.slice(-sizes.hash)), 'envelope.malformed')
  must(part[0] === version, 'envelope.version')
  const { fingerprint, shared, identity, serviceShare, summary, heldShared, heldIdentity } = decode(
    envelopeCodec,
    part,
    'envelope.malformed',
  )
  const held = {
    ...(heldShared.length > 0 && { shared: heldShared }),
    ...(heldIdentity.length > 0 && { identity: heldIdentity }),
  }
  return { fingerprint, entries: [shared, identity], serviceShare, summary, held }
}
