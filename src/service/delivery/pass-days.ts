import type { CurrentOffice } from '../current-office.ts'
import type { World } from '../world.ts'
import { dayTellings } from './day-tellings.ts'
import { slotOf } from './tell.ts'

/**
 * Tells what the days since the last run have brought: once, however often it is called, and late rather than never. A
 * handful of questions of the database whatever the number of cases.
 */
export async function passDays(world: World, office: CurrentOffice): Promise<void> {
  const { outbox, directory } = world.store
  const through = await outbox.through()
  if (office.today <= through) return
  const tellings = dayTellings({
    office,
    escalations: world.pack.escalations,
    marks: await directory.marks(),
    through,
    slot: slotOf(world, office),
    urgentSlot: slotOf(world, office, true),
  })
  await outbox.passDays(through, office.today, tellings)
}
