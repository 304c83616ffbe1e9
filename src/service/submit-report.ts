import type { CaseState } from '../../crypto/wire/case-state.ts'
import { emptyCase } from '../../crypto/wire/case-state.ts'
import { RuleBroken } from '../../crypto/wire/errors.ts'
import type { FirstBatch } from '../contract/entries.ts'
import { daysOfReceipt } from '../domain/days-of-receipt.ts'
import { acceptedRows, randomKey } from './accepted-rows.ts'
import { type Accepted, twice } from './attempt.ts'
import { tellReaders } from './delivery/tell.ts'
import { boundFiles } from './files/bound-files.ts'
import { heldChanges } from './held-blocks.ts'
import { judgeBatch, type VerifiedBatch, verifyBatch } from './judge-batch.ts'
import { type CaseRow, Refusal } from './ports.ts'
import { receiptsOf } from './receipts.ts'
import { acceptedBefore } from './replay.ts'
import { readersOf } from './seal-places.ts'
import type { World } from './world.ts'

/**
 * Accepts a sealed report: the first entries of a new case. The very same report again gets the same receipts.
 * Refused with `case.taken` if there is another case under its address.
 */
export async function submitReport(world: World, json: FirstBatch): Promise<Accepted> {
  const batch = await verifyBatch(json)
  return twice(() => attempt(world, batch))
}

async function attempt(world: World, batch: VerifiedBatch): Promise<Accepted> {
  const office = await world.office()
  const [first] = batch.entries
  if (!office) throw new Refusal('office.not_founded')
  if (!first || !batch.serviceShare || !batch.summary) throw new Refusal('request.malformed')
  const address = first.header.case
  const known = await world.store.cases.find(address)
  if (known) return repeated(world, known, batch)

  const state = await judgeBatch(emptyCase(), batch, office)
  demandFirstSchedule(state, first.header.day)
  const entries = await acceptedRows(world, office, batch.entries, 0)
  const row: CaseRow = {
    id: randomKey(world),
    address,
    reporterKey: state.reporterKey,
    revision: entries.length,
    received: office.today,
    last: office.today,
    remind: state.remind,
    release: state.release,
    epoch: 0,
    head: first.hash,
    summary: batch.summary,
    serviceShare: await world.secrets.wrap(address, batch.serviceShare, world.random(12)),
    waits: office.today,
  }
  const held = await heldChanges(world, emptyCase(), state, batch.held)
  const files = await boundFiles(world, batch.entries)
  const effects = { excluded: state.excluded, held, files, ...tellReaders(world, office) }
  await world.store.cases.submit(row, entries, readersOf(state, entries), effects)
  return { ...receiptsOf(entries), fresh: true }
}

async function repeated(world: World, known: CaseRow, batch: VerifiedBatch): Promise<Accepted> {
  const before = acceptedBefore(await world.store.cases.chain(known.id), batch)
  if (!before) throw new Refusal('case.taken')
  return { ...receiptsOf(before), fresh: false }
}

/** The schedule says nothing about a report because it is the same for all (PROTOCOL 6.7). */
function demandFirstSchedule(state: CaseState, day: number): void {
  const { remind, release } = daysOfReceipt(day)
  if (state.remind !== remind || state.release !== release) throw new RuleBroken('rule.schedule')
}
