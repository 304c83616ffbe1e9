import { soundPack } from '../../domain/pack/check/sound-pack.ts'
import { packFiles } from '../../domain/packs/in-use.ts'
import { unavailable } from '../../http/app.ts'
import { writeCheckpoints } from '../../service/checkpoints.ts'
import { eventLog } from './event-log.ts'
import { type Env, serviceAt } from './service-at.ts'

// Outside of any request: a worker whose rules have a fault is refused when it is deployed, with the reason.
soundPack(packFiles)

/** Cloudflare's entry: requests, and once a day what is due without any. */
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
    await writeCheckpoints(world)
  },
} satisfies ExportedHandler<Env>
