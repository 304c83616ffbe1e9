import type { CaseState } from '../../crypto/wire/case-state.ts'
import { emptyCase } from '../../crypto/wire/case-state.ts'
import { withId } from '../../crypto/wire/member.ts'
import { acceptedRows, randomKey } from './accepted-rows.ts'
import { type Accepted, twice } from './attempt.ts'
import type { CurrentOffice } from './current-office.ts'
import { tellReaders } from './delivery/tell.ts'
import { heldChanges } from './held-blocks.ts'
import type { VerifiedBatch } from './judge-batch.ts'
import { type BoundFile, type CaseRow, type Reader, Refusal } from './ports.ts'
import { receiptsOf } from './receipts.ts'
import { acceptedBefore } from './replay.ts'
import { readersOf } from './seal-places.ts'
import type { World } from './world.ts'

/** How a first submission came. */
interface Way {
  /** What it makes of a case that has not begun. Throws whatever it is refused with. */
  readonly judge: (office: CurrentOffice) => Promise<CaseState>
  /** Begins the case with the files that it brings, which are there whole by then. */
  readonly bringing: (office: CurrentOffice, begin: (files: readonly BoundFile[]) => Promise<void>) => Promise<void>
}

/**
 * Begins a case with its first entries, whichever way they came. The very same ones again get the same receipts, without
 * being judged anew: time has passed for them. Refused with `case.taken` if there is another case under their address.
 */
export const beginCase = (world: World, batch: VerifiedBatch, way: Way): Promise<Accepted> =>
  twice(() => attempt(world, batch, way))

async function attempt(world: World, batch: VerifiedBatch, { judge, bringing }: Way): Promise<Accepted> {
  const office = await world.office()
  const [first] = batch.entries
  if (!office) throw new Refusal('office.not_founded')
  if (!first || !batch.serviceShare || !batch.summary) throw new Refusal('request.malformed')
  const address = first.header.case
  const known = await world.store.cases.find(address)
  if (known) return repeated(world, known, batch)

  const state = await judge(office)
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
  const readers = inStandingNow(readersOf(state, entries), office)
  await bringing(office, (files) => {
    const effects = { excluded: state.excluded, held, files, ...tellReaders(world, office) }
    return world.store.cases.submit(row, entries, readers, effects)
  })
  return { ...receiptsOf(entries), fresh: true }
}

/** What was sealed under an older directory may have readers who have left since. */
const inStandingNow = (readers: readonly Reader[], { directory }: CurrentOffice): Reader[] =>
  readers.filter(({ memberId }) => withId(directory.members, memberId)?.standing)

async function repeated(world: World, known: CaseRow, batch: VerifiedBatch): Promise<Accepted> {
  const before = acceptedBefore(await world.store.cases.chain(known.id), batch)
  if (!before) throw new Refusal('case.taken')
  return { ...receiptsOf(before), fresh: false }
}
