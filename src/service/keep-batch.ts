import { type Bytes, includes, xor } from '../../crypto/wire/bytes.ts'
import type { CaseState } from '../../crypto/wire/case-state.ts'
import type { VerifiedEntry } from '../../crypto/wire/entry.ts'
import type { HeldBlocks } from '../../crypto/wire/held-block.ts'
import { acceptedRows } from './accepted-rows.ts'
import type { CurrentOffice } from './current-office.ts'
import { tellNewReaders, tellReaders } from './delivery/tell.ts'
import { isBySide, waitsAfter } from './delivery/waits.ts'
import { boundFiles } from './files/bound-files.ts'
import { heldChanges } from './held-blocks.ts'
import { type CaseRow, type ChainRow, entriesForReporter, entriesInCase, type NewEntry, Refusal } from './ports.ts'
import { readersOf, sameReaders } from './seal-places.ts'
import type { World } from './world.ts'

/** A case as it stands and as it stood before, and what brought it there. */
export interface Judged {
  readonly known: CaseRow
  readonly chain: readonly ChainRow[]
  readonly before: CaseState
  readonly after: CaseState
  readonly entries: readonly VerifiedEntry[]
  readonly beside: Beside
}

/** What came beside the entries. */
export interface Beside {
  readonly serviceShare?: Bytes | undefined
  readonly shareMask?: Bytes | undefined
  readonly summary?: Bytes | undefined
  readonly held: HeldBlocks
}

/**
 * Adds judged entries to a case, and gives them with their receipts. Refused if another writer came first, and with
 * `case.full` if the case has as many as it may (PROTOCOL 12).
 */
export async function keepBatch(world: World, office: CurrentOffice, judged: Judged): Promise<readonly NewEntry[]> {
  const { chain, before, after, beside } = judged
  if (chain.length + judged.entries.length > roomFor(world, judged)) throw new Refusal('case.full')
  const entries = await acceptedRows(world, office, judged.entries, chain.length)
  const [readersBefore, readers] = [readersOf(before, chain), readersOf(after, [...chain, ...entries])]
  const tells = isBySide(before, judged.entries)
    ? tellReaders(world, office)
    : tellNewReaders(world, office, readersBefore, readers)
  await world.store.cases.append(
    await rowAfter(world, judged, office),
    entries,
    sameReaders(readersBefore, readers) ? null : readers,
    {
      ...tells,
      held: await heldChanges(world, before, after, beside.held),
      furtherKeys: keysAfter(before, after),
      files: await boundFiles(world, judged.entries),
    },
  )
  return entries
}

/** The further keys that read the case from now on, if they are others than before. */
function keysAfter({ furtherKeys: before }: CaseState, { furtherKeys: after }: CaseState): readonly Bytes[] | null {
  return before === after ? null : after.map(({ signingKey }) => signingKey)
}

/** Some room is left to the reporter's own key and to the service, so that no one else can keep them from acting. */
function roomFor({ secrets }: World, { before, entries }: Judged): number {
  const theirs = [before.reporterKey, secrets.publicKey]
  const [first] = entries
  return first && includes(theirs, first.header.author) ? entriesInCase : entriesInCase - entriesForReporter
}

async function rowAfter(
  world: World,
  { known, before, after, entries, beside }: Judged,
  { today }: CurrentOffice,
): Promise<CaseRow> {
  const { reporterKey, remind, release, lanes } = after
  return {
    ...known,
    reporterKey,
    last: today,
    remind,
    release,
    epoch: lanes.shared?.epoch ?? known.epoch,
    head: lanes.shared?.head ?? known.head,
    summary: beside.summary ?? known.summary,
    serviceShare: await shareAfter(world, known, beside),
    waits: waitsAfter(known.waits, isBySide(before, entries), entries, today),
  }
}

/** The share that is kept from now on: a new one, the old one under a mask, or the old one (PROTOCOL 5.6). */
async function shareAfter({ secrets, random }: World, { address, serviceShare }: CaseRow, beside: Beside) {
  if (beside.serviceShare) return secrets.wrap(address, beside.serviceShare, random(12))
  if (!beside.shareMask) return serviceShare
  return secrets.wrap(address, xor(await secrets.unwrap(address, serviceShare), beside.shareMask), random(12))
}
