import type { Context, Hono } from 'hono'
import type { Operation } from '../contract/operations/operation.ts'
import { type OperationName, operations } from '../contract/operations.ts'
import { parse } from '../contract/parse.ts'
import { Refusal } from '../service/ports.ts'
import { type Officer, officerOf } from '../service/session.ts'
import type { World } from '../service/world.ts'
import type { Environment } from './app.ts'
import type { Call, Handler, Reply } from './call.ts'
import { handlers } from './handlers.ts'
import { fromStream, readBody } from './read-body.ts'
import { failure, json } from './respond.ts'
import { sessionCookie } from './session-cookie.ts'

type Cookies = ReturnType<typeof sessionCookie>

/** A route for each operation of the contract, and for each of their paths a refusal of every other method. */
export function registerOperations(app: Hono<Environment>, here: World, secure: boolean): void {
  const cookies = sessionCookie(secure)
  const all = Object.entries<Operation>(operations) as [OperationName, Operation][]
  for (const [name, operation] of all) {
    app.on(operation.method, operation.path, async (context) => {
      context.set('route', operation.path)
      const world = demandOrigin(operation, context, here)
      const cookie = cookies.read(context.req.header('cookie'))
      const officer = await demandAccess(operation, world, cookie)
      const call = { world, cookie, officer, part: (part: string) => context.req.param(part) ?? '' }
      const query = read(operation.query, context.req.query())
      const headers = read(operation.headers, context.req.header())
      const input = { query, headers, body: await bodyOf(operation, context) }
      const handler = handlers[name] as Handler<OperationName>
      return answerOf(operation, await handler({ ...call, ...input } as Call<OperationName>), cookies)
    })
  }
  for (const path of new Set(all.map(([, operation]) => operation.path))) {
    const allow = all.filter(([, operation]) => operation.path === path).map(([, { method }]) => method)
    app.all(path, (context) => {
      context.set('route', path)
      return failure('request.wrong_method', { allow: allow.join(', ') })
    })
  }
}

/**
 * What changes anything comes from our own pages: no form or script of another site can send it. A reporter's page may
 * have come from the onion service too; then what it signs names that, and so does the world it is judged in.
 */
function demandOrigin({ method, access, path }: Operation, context: Context, world: World): World {
  const origin = context.req.header('origin')
  if (method === 'GET' || origin === world.origin) return world
  const forReporters = (access === 'anybody' || access === 'reporter') && !path.startsWith('/api/office/')
  if (!forReporters || world.onion === null || origin !== world.onion) throw new Refusal('request.wrong_origin')
  return { ...world, origin: world.onion }
}

async function demandAccess({ access }: Operation, world: World, cookie: string | null): Promise<Officer | null> {
  if (access === 'anybody' || access === 'reporter') return null
  const officer = await officerOf(world, cookie)
  if (!officer) throw new Refusal('session.required')
  if (access === 'chief' && officer.member.role !== 'chief') throw new Refusal('session.not_allowed')
  return officer
}

function read(schema: Operation['query'], named: Record<string, string>): unknown {
  if (!schema) return undefined
  const result = parse(schema, named)
  if (!result.ok) throw new Refusal('request.malformed')
  return result.value
}

const bodyOf = (operation: Operation, context: Context<Environment>): Promise<unknown> =>
  readBody(operation, context.req.header('content-type') ?? '', context.env?.readBytes ?? fromStream(context.req.raw))

function answerOf(operation: Operation, { answer, status, cookie }: Reply<OperationName>, cookies: Cookies): Response {
  const headers = cookie === undefined ? {} : { 'set-cookie': cookies.write(cookie) }
  const value: unknown = answer
  if (value === undefined) return new Response(null, { status: operation.status, headers })
  if (value instanceof Uint8Array) {
    return new Response(value as Uint8Array<ArrayBuffer>, {
      status: operation.status,
      headers: { 'content-type': 'application/octet-stream' },
    })
  }
  return json(value, status ?? operation.status, headers)
}
