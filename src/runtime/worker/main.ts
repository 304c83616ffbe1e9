import { unavailable } from '../../http/app.ts'
import { runSchedule } from '../../service/run-schedule.ts'
import { eventLog } from './event-log.ts'
import { type Env, serviceAt } from './service-at.ts'

/** Cloudflare's entry: requests, and every quarter of an hour what is due without any. */
export default {
  async fetch(request, env) {
    try {
      const { app } = await serviceAt(env, new URL(request.url).origin)
      return await app.fetch(request, {})
    } catch (error) {
      // A worker that is not set up: the operator reads why, everybody else the one form of every error.
      eventLog.fault(error instanceof Error ? error.message : 'unknown')
      return unavailable()
    }
  },
  async scheduled(_, env) {
    const { world } = await serviceAt(env, 'http://localhost')
    await runSchedule(world)
  },
} satisfies ExportedHandler<Env>
