import { writeCheckpoints } from './checkpoints.ts'
import type { CurrentOffice } from './current-office.ts'
import { passDays } from './delivery/pass-days.ts'
import { sendDue } from './delivery/send-due.ts'
import { sweepFiles } from './files/sweep.ts'
import { releaseDue } from './release-due.ts'
import type { World } from './world.ts'

type Task = (world: World, office: CurrentOffice) => Promise<void>

/** What is due without anybody asking, in this order. Each may be done again, or by two at once, and does nothing then. */
const tasks: readonly Task[] = [writeCheckpoints, releaseDue, passDays, sendDue, sweepFiles]

/**
 * One run of the scheduler. To be called every quarter of an hour, at which full hours fall somewhere in the world. One
 * task that fails keeps none of the others from being done; the first failure is thrown at the end.
 */
export async function runSchedule(world: World): Promise<void> {
  const failures: unknown[] = []
  for (const task of tasks) {
    try {
      const office = await world.office()
      if (office) await task(world, office)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}
