import type { ReporterKeys } from '../keys/case-key.ts'
import { sign } from '../sodium/index.ts'
import { applyEntry } from '../wire/apply-entry.ts'
import { type Bytes, nothing, zero32 } from '../wire/bytes.ts'
import type { CaseState } from '../wire/case-state.ts'
import { entryCore, type VerifiedEntry } from '../wire/entry.ts'
import { must } from '../wire/errors.ts'
import { sha256 } from '../wire/hash.ts'
import { type EntryHeader, encodeHeader } from '../wire/header.ts'
import { sealedTo, wantedHolders } from '../wire/holders.ts'
import { sizes } from '../wire/limits.ts'
import { type Member, withId } from '../wire/member.ts'
import { encodeSeals } from '../wire/seals-block.ts'
import type { Kind, Lane, SealMode } from '../wire/types.ts'
import { type Body, encodeBody } from './body.ts'
import { keyCommitment } from './content-key.ts'
import { type MadeSeals, makeSeals, type Recipients } from './make-seals.ts'
import type { Place } from './place.ts'
import { encryptBody } from './sealed-body.ts'
import type { Pen, Work } from './work.ts'

/** The readers of a case as an entry leaves them. */
export type Readers = Pick<CaseState, 'officers' | 'reporterSealingKey' | 'reporterSealingKeyId'>

/** One entry to be written. */
export interface Draft {
  readonly lane: Lane
  readonly kind: Kind
  readonly mode: SealMode | null
  readonly body: Body
  readonly members?: readonly Bytes[]
  /** Where the entry changes who reads; else they stay. */
  readonly readers?: Readers
  readonly pack?: Bytes
  /** Days since 1970-01-01; 0 leaves the schedule as it is. */
  readonly schedule?: { readonly remind: number; readonly release: number }
  /** The reporter's keys, where the entry names them. */
  readonly named?: { readonly keys: ReporterKeys; readonly replaces: boolean }
}

function recipients(draft: Draft & { mode: SealMode }, work: Work, pen: Pen, place: Place): Recipients {
  const readers = draft.readers ?? work.state
  const wanted = wantedHolders(draft.lane, readers, pen.directory)
  const due = sealedTo(draft.mode, wanted, draft.members ?? [])
  const officers = due
    .filter(({ member }) => member !== null)
    .map(({ member }) => withId(pen.directory.members, member as Bytes) as Member)
    .map(({ sealingKeyId, sealingKey }) => ({ id: sealingKeyId, sealingKey }))
  const withReporter = due.some(({ member }) => member === null)
  const reporter = withReporter ? { id: readers.reporterSealingKeyId, sealingKey: readers.reporterSealingKey } : null
  return { mode: draft.mode, place, reporter, officers }
}

/** Officers' steps in the identity lane have no body: they do not know its key (PROTOCOL 6.4). */
const isBodiless = ({ lane }: Draft, { keys }: Pen): boolean => lane === 'identity' && keys.who === 'member'

/** The header of a draft but for the commitments to key and body. */
function frame(
  draft: Draft,
  { state }: Work,
  pen: Pen,
  place: Place,
): Omit<EntryHeader, 'keyCommitment' | 'bodyCommitment' | 'shareHash'> {
  const lane = state.lanes[draft.lane]
  return {
    ...place,
    sequence: lane ? lane.sequence + 1 : 0,
    kind: draft.kind,
    author: pen.keys.signing.publicKey,
    previous: lane?.head ?? zero32,
    day: pen.day,
    directory: pen.directory.head,
    pack: draft.pack ?? zero32,
    caseHead: draft.lane === 'shared' ? zero32 : (state.lanes.shared?.head ?? zero32),
    remind: draft.schedule?.remind ?? 0,
    release: draft.schedule?.release ?? 0,
    members: [...(draft.members ?? [])],
    reporterSealingKey: draft.named?.keys.sealing.publicKey ?? nothing,
    newReporterKey: draft.named?.replaces ? draft.named.keys.signing.publicKey : nothing,
  }
}

async function ciphertextOf(header: Bytes, padded: Bytes, key: Bytes | undefined, pen: Pen): Promise<Bytes> {
  if (padded.length === 0) return nothing
  must(key !== undefined, 'seal.bad')
  return encryptBody(key, pen.random(sizes.nonce), header, padded)
}

/**
 * Seals and signs one entry and puts it to the batch (PROTOCOL 5, 6). The rules are those that the service and every
 * reader apply: throws `RuleBroken` for what they would refuse, `WireError` where the author lacks a key.
 */
export async function append(work: Work, draft: Draft, pen: Pen): Promise<Work> {
  const { state } = work
  const lane = state.lanes[draft.lane]
  const epoch = lane ? lane.epoch + (draft.mode === 'new-key' ? 1 : 0) : 0
  const place: Place = { case: state.lanes.shared ? state.case : pen.keys.signing.publicKey, lane: draft.lane, epoch }
  const held = work.secrets[draft.lane]
  const made: MadeSeals | null = draft.mode
    ? await makeSeals(recipients({ ...draft, mode: draft.mode }, work, pen, place), held, lane !== null, pen.random)
    : null
  const secrets = made?.secrets ?? held
  const key = secrets.keys.get(epoch)
  const body = isBodiless(draft, pen)
    ? { padded: nothing, commitment: pen.random(32) }
    : await encodeBody(draft.body, pen.random)
  const renewed = draft.mode === 'new-key' && key !== undefined
  const header: EntryHeader = {
    ...frame(draft, work, pen, place),
    keyCommitment: renewed ? await keyCommitment(place, key) : (lane?.keyCommitment ?? zero32),
    bodyCommitment: body.commitment,
    shareHash: made?.shareHash ?? zero32,
  }
  const headerBytes = encodeHeader(header)
  const ciphertext = await ciphertextOf(headerBytes, body.padded, key, pen)
  const seals = encodeSeals(made?.block ?? null)
  const core = await entryCore(headerBytes, ciphertext, seals)
  const raw = { header: headerBytes, ciphertext, seals, signature: sign(core, pen.keys.signing.secretKey) }
  const entry: VerifiedEntry = {
    header,
    hash: await sha256(core),
    seals: made?.block ?? null,
    reporterSealingKeyId: draft.named?.keys.sealing.id ?? nothing,
    raw,
  }
  return {
    state: applyEntry(state, entry, pen.directory),
    secrets: { ...work.secrets, [draft.lane]: secrets },
    entries: [...work.entries, raw],
    share: { ...work.share, ...made?.share },
    covered: draft.lane === 'shared' ? { hash: entry.hash, epoch } : work.covered,
  }
}
