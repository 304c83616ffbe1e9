import { type Bytes, concat, equal, nothing } from './bytes.ts'
import { decode, encode, fixed, struct, u8, v32, view32 } from './codec.ts'
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
  /** The sealed files that the entries name, one behind the other; no bytes where there are none. */
  readonly files: Bytes
}

const entry = struct<SignedEntry>(signedEntryFields)
const block = v32(limits.heldBlock)

const fields = {
  version: u8,
  fingerprint: fixed(sizes.hash),
  shared: entry,
  identity: entry,
  serviceShare: fixed(sizes.key),
  summary: fixed(sizes.summary),
  heldShared: block,
  heldIdentity: block,
}

/** The first version brings no files, so that a report without any is the same file as ever. */
const withoutFiles = struct(fields)
const withFiles = struct({ ...fields, files: view32(limits.envelopeChunks * sizes.sealedChunk) })
const versions = [1, 2] as const

/** The most bytes that a file has: of the second version, with as much as it may bring. */
const most = limits.envelope + 4 + limits.envelopeChunks * sizes.sealedChunk

const digestOf = (part: Bytes): Promise<Bytes> => sha256(tag('envelope'), part)

/** The file, of the first version where it brings no files (PROTOCOL 19.2). */
export async function encodeEnvelope({ entries, held, files, ...envelope }: Envelope): Promise<Bytes> {
  const [shared, identity] = entries
  const blocks = { heldShared: held.shared ?? nothing, heldIdentity: held.identity ?? nothing }
  const rest = { ...envelope, shared, identity, ...blocks }
  const part =
    files.length === 0
      ? encode(withoutFiles, { version: 1, ...rest })
      : encode(withFiles, { version: 2, ...rest, files })
  return concat(part, await digestOf(part))
}

/**
 * What is in a file. Its hash tells damage on the way, nothing more: everything in it is checked like any first submission.
 * Throws `envelope.malformed` for a damaged file or one that is none, and `envelope.version` for one of a later version.
 */
export async function decodeEnvelope(file: Bytes): Promise<Envelope> {
  must(file.length > sizes.hash && file.length <= most, 'envelope.malformed')
  // Views of it, since it may be large.
  const [part, hash] = [file.subarray(0, -sizes.hash), file.subarray(-sizes.hash)]
  must(equal(await digestOf(part), hash), 'envelope.malformed')
  const version = versions.find((one) => one === part[0])
  must(version !== undefined, 'envelope.version')
  const { fingerprint, shared, identity, serviceShare, summary, heldShared, heldIdentity, files } = read(version, part)
  const held = {
    ...(heldShared.length > 0 && { shared: heldShared }),
    ...(heldIdentity.length > 0 && { identity: heldIdentity }),
  }
  return { fingerprint, entries: [shared, identity], serviceShare, summary, held, files }
}

function read(version: (typeof versions)[number], part: Bytes) {
  if (version === 1) return { ...decode(withoutFiles, part, 'envelope.malformed'), files: nothing }
  const envelope = decode(withFiles, part, 'envelope.malformed')
  // One report has one form: without files it is of the first version.
  must(envelope.files.length > 0, 'envelope.malformed')
  return envelope
}
