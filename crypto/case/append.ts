import { sign } from '../sodium/index.ts'
import { applyEntry } from '../wire/apply-entry.ts'
import { type Bytes, nothing, zero32 } from '../wire/bytes.ts'
import { entryCore, type VerifiedEntry } from '../wire/entry.ts'
import { must } from '../wire/errors.ts'
import { sha256 } from '../wire/hash.ts'
import { type EntryHeader, encodeHeader } from '../wire/header.ts'
import { sizes } from '../wire/limits.ts'
import { isAbandoned } from '../wire/reach.ts'
import { encodeSeals } from '../wire/seals-block.ts'
import { encodeBody } from './body.ts'
import { keyCommitment } from './content-key.ts'
import { type Draft, frameOf, recipientsOf } from './draft.ts'
import { type MadeSeals, makeSeals, noSeals } from './make-seals.ts'
import type { Place } from './place.ts'
import { encryptBody } from './sealed-body.ts'
import type { Pen, Work } from './work.ts'

function placeOf({ lane, mode }: Draft, { state }: Work, { keys }: Pen): Place {
  const before = state.lanes[lane]
  const epoch = before ? before.epoch + (mode === 'new-key' ? 1 : 0) : 0
  return { case: state.lanes.shared ? state.case : keys.signing.publicKey, lane, epoch }
}

/** The seals of a draft; without any, its author knows what they knew before. */
async function sealsOf(draft: Draft, work: Work, pen: Pen, place: Place): Promise<MadeSeals> {
  const held = work.secrets[draft.lane]
  const lane = work.state.lanes[draft.lane]
  if (!draft.mode) return noSeals(held)
  const lost = draft.lane === 'office' && lane !== null && isAbandoned(lane, work.state, pen.directory)
  const recipients = recipientsOf(draft, draft.mode, work, pen)
  return makeSeals({ ...recipients, mode: draft.mode, place, wraps: lane !== null && !lost }, held, pen.random)
}

/** Officers' steps in the identity lane have no body: they do not know its key (PROTOCOL 6.4). */
const isBodiless = ({ lane }: Draft, { keys }: Pen): boolean => lane === 'identity' && keys.who === 'member'

async function ciphertextOf(header: Bytes, padded: Bytes, key: Bytes | undefined, pen: Pen): Promise<Bytes> {
  if (padded.length === 0) return nothing
  must(key !== undefined, 'seal.bad')
  return encryptBody(key, pen.random(sizes.nonce), header, padded)
}

/** Seals and signs one entry (PROTOCOL 5, 6.3, 6.4). */
async function write(draft: Draft, work: Work, pen: Pen): Promise<{ entry: VerifiedEntry; made: MadeSeals }> {
  const place = placeOf(draft, work, pen)
  const made = await sealsOf(draft, work, pen, place)
  const key = made.secrets.keys.get(place.epoch)
  const bodiless = { padded: nothing, commitment: pen.random(32) }
  const body = isBodiless(draft, pen) ? bodiless : await encodeBody(draft.body, pen.random)
  const before = work.state.lanes[draft.lane]?.keyCommitment ?? zero32
  const header: EntryHeader = {
    ...frameOf(draft, work, pen, place),
    keyCommitment: draft.mode === 'new-key' && key ? await keyCommitment(place, key) : before,
    bodyCommitment: body.commitment,
    shareHash: made.shareHash,
    heldHash: made.heldHash,
  }
  const bytes = encodeHeader(header)
  const ciphertext = await ciphertextOf(bytes, body.padded, key, pen)
  const seals = encodeSeals(made.block)
  const core = await entryCore(bytes, ciphertext, seals)
  const raw = { header: bytes, ciphertext, seals, signature: sign(core, pen.keys.signing.secretKey) }
  const namedSealingKeyId = draft.named?.sealingKeyId ?? nothing
  return { entry: { header, hash: await sha256(core), seals: made.block, namedSealingKeyId, raw }, made }
}

/**
 * Writes one entry and puts it to the batch. The rules are those that the service and every reader apply: throws
 * `RuleBroken` for what they would refuse, `WireError` where the author lacks a key.
 */
export async function append(work: Work, draft: Draft, pen: Pen): Promise<Work> {
  const { entry, made } = await write(draft, work, pen)
  return {
    state: applyEntry(work.state, entry, pen.directory),
    secrets: { ...work.secrets, [draft.lane]: made.secrets },
    entries: [...work.entries, entry.raw],
    share: { ...work.share, ...made.share },
    held: made.held.length > 0 ? { ...work.held, [draft.lane]: made.held } : work.held,
    covered: draft.lane === 'shared' ? { hash: entry.hash, epoch: entry.header.epoch } : work.covered,
  }
}
