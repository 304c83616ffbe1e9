import { writeCheckpoints } from '../../service/checkpoints.ts'
import type { EventLog } from '../../service/ports.ts'
import type { World } from '../../service/world.ts'

const day = 86_400_000

/**
 * What is due without any request, to be called every hour or so: checkpoints of the days that are over, and at the
 * beginning and with each new day (UTC) a database file from which the order of the days before cannot be read.
 */
export function housekeeping(world: World, forgetOrder: () => void, log: EventLog): () => Promise<void> {
  let forgotten = Number.NEGATIVE_INFINITY
  return async () => {
    try {
      await writeCheckpoints(world)
      const today = Math.floor(world.clock() / day)
      if (today === forgotten) return
      forgetOrder()
      forgotten = today
    } catch (error) {
      log.fault(error instanceof Error ? error.name : 'unknown')
    }
  }
}
