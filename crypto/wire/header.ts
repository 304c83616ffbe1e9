import type { Bytes } from './bytes.ts'
import { day, decode, encode, fixed, list16, struct, u32, v16, versioned } from './codec.ts'
import { fileCodec, type NamedFile } from './files.ts'
import { limits, sizes } from './limits.ts'
import { type Kind, kindCodec, type Lane, laneCodec } from './types.ts'

/** What an entry says in the clear (PROTOCOL 6.1). Days are days since 1970-01-01; hashes and keys are 32 bytes. */
export interface EntryHeader {
  case: Bytes
  lane: Lane
  sequence: number
  epoch: number
  kind: Kind
  author: Bytes
  previous: Bytes
  day: number
  directory: Bytes
  pack: Bytes
  keyCommitment: Bytes
  bodyCommitment: Bytes
  caseHead: Bytes
  remind: number
  release: number
  shareHash: Bytes
  /** What is held back of a new key or new shares (PROTOCOL 5.7); else zero. */
  heldHash: Bytes
  members: Bytes[]
  /** 1216 bytes in the first shared entry, and where a key of the reporter's side is let in or replaced; else empty. */
  namedSealingKey: Bytes
  /** 32 bytes where a key of the reporter's side is let in, replaced or ended; else empty. */
  namedKey: Bytes
  /** The files that the entry brings, whose keys its body holds. */
  files: NamedFile[]
}

const hash = fixed(sizes.hash)

const headerCodec = versioned(
  1,
  struct<EntryHeader>({
    case: fixed(sizes.key),
    lane: laneCodec,
    sequence: u32,
    epoch: u32,
    kind: kindCodec,
    author: fixed(sizes.key),
    previous: hash,
    day,
    directory: hash,
    pack: hash,
    keyCommitment: hash,
    bodyCommitment: hash,
    caseHead: hash,
    remind: day,
    release: day,
    shareHash: hash,
    heldHash: hash,
    members: list16(fixed(sizes.memberId), limits.members),
    namedSealingKey: v16(sizes.sealingKey),
    namedKey: v16(sizes.key),
    files: list16(fileCodec, limits.files),
  }),
)

export const encodeHeader = (header: EntryHeader): Bytes => encode(headerCodec, header)

/** Throws `entry.malformed`. */
export const decodeHeader = (bytes: Uint8Array): EntryHeader => decode(headerCodec, bytes, 'entry.malformed')
