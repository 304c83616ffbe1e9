import { type Bytes, includes } from '../../../crypto/wire/bytes.ts'
import { delivery } from '../../domain/delivery.ts'
import type { CurrentOffice } from '../current-office.ts'
import type { CaseEffects, Reader, Telling } from '../ports.ts'
import type { World } from '../world.ts'
import { nextSlot } from './slots.ts'

/** When mail about something of now leaves. */
export const slotOf = ({ clock }: Pick<World, 'clock'>, { timeZone }: CurrentOffice, urgent = false): number =>
  nextSlot(clock(), timeZone, urgent ? delivery.urgentHours : delivery.hours)

/** All who read the case hear of what its reporter writes. */
export const tellReaders = (world: World, office: CurrentOffice): Pick<CaseEffects, 'tells'> => ({
  tells: telling(world, office, 'all'),
})

/** Of what others write nobody hears, but for whoever begins to read the case by it. */
export function tellNewReaders(
  world: World,
  office: CurrentOffice,
  before: readonly Reader[],
  after: readonly Reader[],
): Pick<CaseEffects, 'tells'> {
  const known = before.map(({ memberId }) => memberId)
  const added = after.map(({ memberId }) => memberId).filter((id) => !includes(known, id))
  return added.length > 0 ? { tells: telling(world, office, added) } : {}
}

const telling = (world: World, office: CurrentOffice, readers: 'all' | readonly Bytes[]): Telling => ({
  readers,
  place: 1,
  today: office.today,
  slot: slotOf(world, office),
})
