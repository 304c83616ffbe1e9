import { applyBatch } from '../../crypto/wire/apply-batch.ts'
import type { Bytes } from '../../crypto/wire/bytes.ts'
import { randomKey } from './accepted-rows.ts'
import { twice } from './attempt.ts'
import { heldBlocks } from './held-blocks.ts'
import { keepBatch } from './keep-batch.ts'
import { Refusal } from './ports.ts'
import { releaseEntries, servicePen } from './release-entries.ts'
import { foldCase } from './stored-case.ts'
import type { World } from './world.ts'

/** How many cases one run takes: each costs five questions to the database, of which a Worker has a thousand. */
const casesARun = 100

/**
 * Lets in whoever is held back of the cases whose release day is over (PROTOCOL 6.11), up to a hundred a run, beginning
 * anywhere, so that none that cannot be released keeps others waiting. It may run as often as one likes, be stopped
 * anywhere, and run beside writers: a case is released whole or not at all. One that fails does not keep back the others;
 * its error is thrown at the end.
 */
export async function releaseDue(world: World): Promise<void> {
  const office = await world.office()
  if (!office) return
  const failures: unknown[] = []
  for (const address of await world.store.cases.releaseDue(office.today, randomKey(world), casesARun)) {
    try {
      await twice(() => release(world, address))
    } catch (error) {
      // Refused is whoever was outrun: the next run finds the case as it stands then. A full case stays full.
      if (!(error instanceof Refusal) || error.code === 'case.full') failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}

async function release(world: World, address: Bytes): Promise<void> {
  const [office, known] = await Promise.all([world.office(), world.store.cases.find(address)])
  if (!office || !known) return
  const chain = await world.store.cases.chain(known.id)
  const before = await foldCase(chain, office.directory)
  const entries = await releaseEntries(before, await heldBlocks(world, known), servicePen(world, office))
  if (entries.length === 0) return
  const after = applyBatch(before, entries, office.directory)
  await keepBatch(world, office, { known, chain, before, after, entries, beside: { held: {} } })
}
