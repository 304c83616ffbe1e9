import { type Bytes, equal, includes, xor } from '../../crypto/wire/bytes.ts'
import type { CaseState } from '../../crypto/wire/case-state.ts'
import type { Batch } from '../contract/entries.ts'
import { acceptedRows, wrapShare } from './accepted-rows.ts'
import { type Accepted, twice } from './attempt.ts'
import type { CurrentOffice } from './current-office.ts'
import { tellNewReaders, tellReaders } from './delivery/tell.ts'
import { isByReporter, waitsAfter } from './delivery/waits.ts'
import { judgeBatch, type VerifiedBatch, verifyBatch } from './judge-batch.ts'
import { type CaseRow, Refusal } from './ports.ts'
import { receiptsOf } from './receipts.ts'
import { acceptedBefore } from './replay.ts'
import { readersOf, sameReaders } from './seal-places.ts'
import type { Officer } from './session.ts'
import { foldCase } from './stored-case.ts'
import type { World } from './world.ts'

/** Refuses a batch that is not the caller's to append to this case, by the authors of its entries in their order. */
type Gate = (state: CaseState, authors: readonly Bytes[]) => void

/**
 * Appends a reporter's entries to their case. Only the present reporter key may, not an officer without a session. The
 * rest of a batch is by the same person as its first entry, under the new key once an entry has named one (PROTOCOL 11).
 */
export function appendAsReporter(world: World, address: Bytes, batch: Batch): Promise<Accepted> {
  return append(world, address, batch, (state, [author]) => {
    if (!author || !equal(author, state.reporterKey)) throw new Refusal('rule.unknown_author')
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

  const after = await judgeBatch(before, batch, office)
  const entries = await acceptedRows(world, office, batch, chain.length)
  const [readersBefore, readers] = [readersOf(before, chain), readersOf(after, [...chain, ...entries])]
  const tells = isByReporter(known, batch.entries)
    ? tellReaders(world, office)
    : tellNewReaders(world, office, readersBefore, readers)
  await world.store.cases.append(
    await rowAfter(world, known, after, batch, office),
    entries,
    sameReaders(readersBefore, readers) ? null : readers,
    tells,
  )
  return { ...receiptsOf(entries), fresh: true }
}

async function rowAfter(
  world: World,
  known: CaseRow,
  { reporterKey, remind, release, lanes }: CaseState,
  batch: VerifiedBatch,
  { today }: CurrentOffice,
): Promise<CaseRow> {
  return {
    ...known,
    reporterKey,
    last: today,
    remind,
    release,
    epoch: lanes.shared?.epoch ?? known.epoch,
    head: lanes.shared?.head ?? known.head,
    summary: batch.summary ?? known.summary,
    serviceShare: await shareAfter(world, known, batch),
    waits: waitsAfter(known, batch.entries, today),
  }
}

/** The share that is kept from now on: a new one, the old one under a mask, or the old one (PROTOCOL 5.6). */
async function shareAfter(world: World, { address, serviceShare }: CaseRow, batch: VerifiedBatch): Promise<Bytes> {
  if (batch.serviceShare) return wrapShare(world, address, batch.serviceShare)
  if (!batch.shareMask) return serviceShare
  return wrapShare(world, address, xor(await world.secrets.unwrapShare(address, serviceShare), batch.shareMask))
}
