import { applyBatch } from '../../crypto/wire/apply-batch.ts'
import { type Bytes, equal, includes } from '../../crypto/wire/bytes.ts'
import type { CaseState } from '../../crypto/wire/case-state.ts'
import type { VerifiedEntry } from '../../crypto/wire/entry.ts'
import { isOfSide } from '../../crypto/wire/further-keys.ts'
import { isReleased } from '../../crypto/wire/released-in.ts'
import type { Batch } from '../contract/entries.ts'
import { type Accepted, twice } from './attempt.ts'
import type { CurrentOffice } from './current-office.ts'
import { heldBlocks } from './held-blocks.ts'
import { judgeBatch, type VerifiedBatch, verifyBatch } from './judge-batch.ts'
import { keepBatch } from './keep-batch.ts'
import { type CaseRow, Refusal } from './ports.ts'
import { receiptsOf } from './receipts.ts'
import { releaseEntries, servicePen } from './release-entries.ts'
import { acceptedBefore } from './replay.ts'
import type { Officer } from './session.ts'
import { foldCase } from './stored-case.ts'
import type { World } from './world.ts'

/** Refuses a batch that is not the caller's to append to this case, by the authors of its entries in their order. */
type Gate = (state: CaseState, authors: readonly Bytes[]) => void

/**
 * Appends entries of the reporter's side to their case. Only its present keys may, not an officer without a session. The
 * rest of a batch is by the same person as its first entry, under the new key once an entry has named one (PROTOCOL 11).
 */
export function appendAsReporter(world: World, address: Bytes, batch: Batch): Promise<Accepted> {
  return append(world, address, batch, (state, [author]) => {
    if (!author || !isOfSide(state, author)) throw new Refusal('rule.unknown_author')
  })
}

/** Appends an officer's entries, signed by who is signed in, to a case that they read. */
export function appendAsOfficer(world: World, { member }: Officer, address: Bytes, batch: Batch): Promise<Accepted> {
  return append(world, address, batch, (state, authors) => {
    if (!includes(state.officers, member.id)) throw new Refusal('case.not_found')
    if (authors.some((author) => !equal(author, member.signingKey))) throw new Refusal('session.not_allowed')
  })
}

async function append(world: World, address: Bytes, json: Batch, gate: Gate): Promise<Accepted> {
  const batch = await verifyBatch(json)
  return twice(() => attempt(world, address, batch, gate))
}

/** Retries of what was accepted get the same receipts; anything else that does not follow is refused as outrun. */
async function attempt(world: World, address: Bytes, batch: VerifiedBatch, gate: Gate): Promise<Accepted> {
  const [office, known] = await Promise.all([world.office(), world.store.cases.find(address)])
  if (!office || !known) throw new Refusal('case.not_found')
  const chain = await world.store.cases.chain(known.id)
  const before = await foldCase(chain, office.directory)
  const repeated = acceptedBefore(chain, batch)
  if (repeated) return { ...receiptsOf(repeated), fresh: false }
  gate(
    before,
    batch.entries.map(({ header }) => header.author),
  )

  const theirs = await judgeBatch(before, batch, office)
  const own = await ownEntries(world, office, known, theirs)
  const after = own.length > 0 ? applyBatch(theirs, own, office.directory) : theirs
  const entries = [...batch.entries, ...own]
  const kept = await keepBatch(world, office, { known, chain, before, after, entries, beside: batch })
  return { ...receiptsOf(kept.slice(0, batch.entries.length)), fresh: true }
}

/** With a reporter's release the service releases the office's lane, which the reporter cannot (PROTOCOL 6.11). */
async function ownEntries(
  world: World,
  office: CurrentOffice,
  known: CaseRow,
  state: CaseState,
): Promise<readonly VerifiedEntry[]> {
  if (isReleased(state, ['office'], office.directory)) return []
  return releaseEntries(state, await heldBlocks(world, known), servicePen(world, office))
}
