import { writeCheckpoints } from '../../service/checkpoints.ts'
import { type Env, serviceAt } from './service-at.ts'

/** Cloudflare's entry: requests, and once a day what is due without any. */
export default {
  async fetch(request, env) {
    const { app } = await serviceAt(env, new URL(request.url).origin)
    return app.fetch(request, {})
  },
  async scheduled(_, env) {
    const { world } = await serviceAt(env, 'http://localhost')
    await writeCheckpoints(world)
  },
} satisfies ExportedHandler<Env>
