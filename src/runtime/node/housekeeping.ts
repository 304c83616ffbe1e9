import type { EventLog } from '../../service/ports.ts'
import { runSchedule } from '../../service/run-schedule.ts'
import type { World } from '../../service/world.ts'

const day = 86_400_000

/**
 * What is due without any request, to be called every quarter of an hour: at the beginning and with each new
 * day (UTC) a database file from which the order of the days before cannot be read; then the schedule.
 */
export function housekeeping(world: World, forgetOrder: () => void, log: EventLog): () => Promise<void> {
  let forgotten = Number.NEGATIVE_INFINITY
  return async () => {
    try {
      const today = Math.floor(world.clock() / day)
      if (today !== forgotten) forgetOrder()
      forgotten = today
      await runSchedule(world)
    } catch (error) {
      log.fault(error instanceof Error ? error.name : 'unknown')
    }
  }
}
