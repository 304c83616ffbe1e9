import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Operation } from '../../src/contract/operations/operation.ts'
import { operations } from '../../src/contract/operations.ts'
import { type Client, createClient } from '../support/client.ts'
import { type Office, staffedOffice } from '../support/office.ts'
import { random, signIn } from '../support/officers.ts'
import { newReporter, sealReport } from '../support/reporters.ts'
import { runtimes, type Server } from '../support/servers.ts'

const all = Object.entries<Operation>(operations)
const changing = all.filter(([, { method }]) => method !== 'GET')
const addressOf = ({ path }: Operation) => path.replaceAll(/:\w+/g, Buffer.from(random(32)).toString('base64url'))

/** What a browser says of pages that are not ours, and what else somebody may claim. '' sends no such header. */
const foreignOrigins = ({ origin, runtime }: Server): readonly string[] => [
  '',
  'null',
  'https://evil.example',
  `${origin}.evil.example`,
  `${origin}/`,
  origin.replace('localhost', 'LOCALHOST'),
  origin.replace('localhost', '127.0.0.1'),
  // What stands before workerd here rewrites an origin that differs in its scheme alone.
  ...(runtime === 'node' ? [origin.replace('http:', 'https:')] : []),
  origin.replace(/:\d+$/, ''),
  `${origin} https://evil.example`,
]

const foreignTypes: readonly string[] = [
  '',
  'text/plain',
  'text/plain;charset=UTF-8',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/octet-stream',
  'application/jsonp',
  'application/json-patch+json',
  'application/json; charset=utf-16',
  'text/html, application/json',
  'application/json, text/plain',
]

describe.each(runtimes)('on %s', (_, start) => {
  let server: Server
  let office: Office
  let officer: Client
  beforeAll(async () => {
    server = await start()
    office = await staffedOffice(server)
    await signIn(office.chief)
    officer = office.chief.client
  })
  afterAll(() => server.stop())

  const codeOf = async (
    client: Client,
    { method, ...operation }: Operation,
    headers: Record<string, string>,
    body?: string,
  ) => {
    const sent = method === 'GET' || method === 'DELETE' ? {} : { body: body ?? '{}' }
    const {
      status,
      bytes,
      headers: got,
    } = await client.send(method, addressOf({ method, ...operation }), { headers, ...sent })
    const text = new TextDecoder().decode(bytes)
    return { status, code: status >= 400 ? JSON.parse(text).error.code : null, headers: got }
  }

  test('a page of another site changes nothing, even in the browser of an officer who is signed in', async () => {
    const before = await server.dump()
    for (const [name, operation] of changing) {
      for (const origin of foreignOrigins(server)) {
        const { status, code } = await codeOf(officer, operation, { origin, 'content-type': 'application/json' })
        expect([name, origin, status, code]).toEqual([name, origin, 403, 'request.wrong_origin'])
      }
    }
    expect(await server.dump()).toBe(before)
  })

  test('what a form of another site can send is not read', async () => {
    const before = await server.dump()
    const report = JSON.stringify(await sealReport(await newReporter(server.origin)))
    for (const [name, operation] of changing.filter(([, { body }]) => body && body !== 'bytes')) {
      for (const type of foreignTypes) {
        const { status, code } = await codeOf(officer, operation, { 'content-type': type }, report)
        expect([name, type, status, code]).toEqual([name, type, 415, 'request.not_json'])
      }
    }
    expect(await server.dump()).toBe(before)
    // The very same report as what it is lands.
    const { status } = await codeOf(
      createClient(server.origin),
      operations.submitReport,
      { 'content-type': 'application/json' },
      report,
    )
    expect(status).toBe(201)
  })

  test('no page of another site is ever told that it may read or send', async () => {
    for (const [name, operation] of all) {
      const preflight = { origin: 'https://evil.example', 'access-control-request-method': operation.method }
      for (const method of ['OPTIONS', operation.method]) {
        const { headers, status } = await officer.send(method, addressOf(operation), { headers: preflight })
        expect(
          [...headers.keys()].filter((header) => header.startsWith('access-control-')),
          name,
        ).toEqual([])
        expect(headers.get('cross-origin-resource-policy'), name).toBe('same-origin')
        if (method === 'OPTIONS') expect([name, status]).toEqual([name, 405])
      }
    }
  })

  test('the cookie of an officer does not travel with what other sites send', async () => {
    const client = createClient(server.origin)
    const cookies: string[] = []
    const send = client.send
    client.send = async (...request) => {
      const answer = await send(...request)
      cookies.push(...answer.headers.getSetCookie())
      return answer
    }
    await signIn({ client, passkey: office.chief.passkey })
    expect(cookies).toHaveLength(1)
    expect(cookies[0]).toContain('SameSite=Strict')
  })
})
