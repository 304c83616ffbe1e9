import { Hono } from 'hono'
import type { EventLog } from '../service/ports.ts'
import type { World } from '../service/world.ts'
import { toldCode } from './fault.ts'
import { registerHandIn } from './hand-in.ts'
import { registerOperations } from './operations.ts'
import type { ReadBytes } from './read-body.ts'
import { failure } from './respond.ts'
import { type FileKind, securityHeaders } from './security-headers.ts'
import { type Assets, fileKind, serveFile } from './static-files.ts'

export interface AppParts {
  readonly world: World
  readonly assets: Assets
  readonly log: EventLog
}

/** A runtime that has a quicker way to the body than the request's stream gives it here. */
export interface Bindings {
  readonly readBytes?: ReadBytes
}
export interface Environment {
  Bindings: Bindings
  /** The pattern of the route, for the log: never the address, which names cases. */
  Variables: { route: string }
}

/** The whole service as one function from requests to answers, the same on both runtimes. */
export function createApp({ world, assets, log }: AppParts): Hono<Environment> {
  const app = new Hono<Environment>()
  const secure = world.origin.startsWith('https:')

  app.use(async (context, next) => {
    context.set('route', 'unknown')
    await next()
    const kind = fileKind(context.req.path)
    secured(context.res, kind, secure)
    // Tor Browser offers to go there instead. Officers do not: their passkeys belong to the domain.
    if (world.onion && (kind === 'page' || kind === 'reporting' || kind === 'handing')) {
      context.res.headers.set('onion-location', world.onion + new URL(context.req.url).pathname)
    }
    log.request({ method: context.req.method, route: context.get('route'), status: context.res.status })
  })
  registerOperations(app, world, secure)
  registerHandIn(app, { world, assets, log })
  app.get('/api/*', () => failure('request.not_found'))
  app.get('*', (context) => {
    context.set('route', 'file')
    return serveFile(assets, context.req.path, context.req.raw.headers)
  })
  app.notFound(() => failure('request.not_found'))
  app.onError((error) => failure(toldCode(error, log)))
  return app
}

/** What everybody is told while the service cannot even be put together. */
export const unavailable = (): Response => secured(failure('service.failed'), 'other', true)

/** What is answered to a request that cannot be read as one. */
export const unreadable = (): Response => secured(failure('request.malformed'), 'other', false)

function secured(response: Response, kind: FileKind, secure: boolean): Response {
  for (const [name, value] of securityHeaders(kind, secure)) response.headers.set(name, value)
  return response
}
