import { type CaseState, emptyCase } from '../../crypto/wire/case-state.ts'
import { RuleBroken } from '../../crypto/wire/errors.ts'
import type { FirstBatch } from '../contract/entries.ts'
import { dayNumber, dayOf } from '../domain/days.ts'
import { headquarters } from '../domain/headquarters.ts'
import { firstSchedule } from '../domain/schedule.ts'
import type { Accepted } from './attempt.ts'
import { beginCase } from './begin-case.ts'
import { boundFiles } from './files/bound-files.ts'
import { judgeBatch, verifyBatch } from './judge-batch.ts'
import type { World } from './world.ts'

/**
 * Accepts a sealed report: the first entries of a new case. The very same report again gets the same receipts.
 * Refused with `case.taken` if there is another case under its address.
 */
export async function submitReport(world: World, json: FirstBatch): Promise<Accepted> {
  const batch = await verifyBatch(json)
  return beginCase(world, batch, {
    judge: async (office) => {
      const state = await judgeBatch(emptyCase(), batch, office)
      demandFirstSchedule(state, batch.entries[0]?.header.day ?? 0)
      return state
    },
    bringing: async (_, begin) => begin(await boundFiles(world, batch.entries)),
  })
}

/** The schedule says nothing about a report because it is the same for all (PROTOCOL 6.7). */
function demandFirstSchedule(state: CaseState, day: number): void {
  const { remind, release } = firstSchedule(dayOf(day), headquarters)
  if (state.remind !== dayNumber(remind) || state.release !== dayNumber(release)) throw new RuleBroken('rule.schedule')
}
