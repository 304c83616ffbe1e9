import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toBase64url } from '../../crypto/wire/base64url.ts'
import type { Operation } from '../../src/contract/operations/operation.ts'
import { operations } from '../../src/contract/operations.ts'
import { type Client, createClient } from '../support/client.ts'
import { foundOffice, type Office } from '../support/office.ts'
import { act, message, note, open, report } from '../support/reporters.ts'
import { runtimes, type Server, startNode } from '../support/servers.ts'

const routes = new Set([...Object.values<Operation>(operations).map(({ path }) => path), 'file', 'unknown'])
const isLine = (line: string): boolean => {
  const [method = '', route = '', status = '', ...rest] = line.split(' ')
  return /^[A-Z]+$/.test(method) && routes.has(route) && /^[1-5]\d\d$/.test(status) && rest.length === 0
}

const mark = 'canary-8c1d55e0'
const hostileAddresses = [
  `/${mark}`,
  `/en/${mark}/../report/?${mark}=1`,
  `/api/${mark}`,
  `/api/office/cases/${mark}`,
  `/api/office/cases/${'A'.repeat(43)}?after=${mark}`,
  `/api/office/invitations/${mark}`,
  `/api/office/credentials/${encodeURIComponent(`${mark}\r\nGET /forged 200`)}`,
  `/api/office?${mark}`,
  `//${mark}/`,
  `/%2e%2e/${mark}`,
  `/assets/${mark}.js`,
]
const hostileBodies = [mark, `{"${mark}":1}`, '{', 'null', `["${mark}"]`, `{"entries":"${mark}"}`]

/** Asks for everything in every way. */
async function pester(client: Client): Promise<void> {
  for (const path of hostileAddresses) {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'HEAD']) await client.send(method, path)
  }
  const headers = { 'content-type': 'application/json' }
  for (const { method, path } of Object.values<Operation>(operations)) {
    const address = path.replaceAll(/:\w+/g, mark)
    const tries = method === 'POST' ? hostileBodies.map((body) => ({ headers, body })) : [{}]
    for (const options of tries) await client.send(method, address, options)
  }
}

describe.each(runtimes)('on %s', (_, start) => {
  let server: Server
  let office: Office
  beforeAll(async () => {
    server = await start()
    office = await foundOffice(server)
  })
  afterAll(() => server.stop())

  test('whatever is asked, the log says the pattern of the route and the status, and nothing else', async () => {
    const reporter = await report(office)
    await act(reporter, reporter.address, message('More.'))
    await act(office.chief, reporter.address, note('Look at this.'))
    expect((await open(office.chief, reporter.address)).entries).toHaveLength(4)

    await pester(createClient(server.origin))
    const lines = server
      .log()
      .flatMap((text) => text.split('\n'))
      .filter((line) => /canary|^[A-Z]+ |fault/.test(line))
    expect(lines.length).toBeGreaterThan(100)
    expect(lines.filter((line) => !isLine(line))).toEqual([])
    expect(lines).toContain('GET /api/office/cases/:case 200')
    expect(server.log().join('\n')).not.toContain(toBase64url(reporter.address))
  })
})

test('a fault of the service is logged by its place in the code, without the data that caused it', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'goodfaith-'))
  const server = await startNode({ dataDir })
  const office = await foundOffice(server)
  const reporter = await report(office)
  const database = new Sqlite(join(dataDir, 'goodfaith.sqlite'))
  database.exec('ALTER TABLE readers RENAME TO away')
  database.close()
  const address = toBase64url(reporter.address)
  const refused = await office.chief.client.ask('readCaseAsOfficer', { path: { case: address } })
  expect(refused.code).toBe('service.failed')
  const faults = server.log().filter((line) => line.startsWith('fault'))
  expect(faults).toHaveLength(1)
  expect(faults[0]).not.toContain(address)
  expect(faults[0]).not.toContain(Buffer.from(reporter.address).toString('hex'))
  expect(server.log().at(-1)).toBe('GET /api/office/cases/:case 500')
  await server.stop()
  rmSync(dataDir, { recursive: true })
})
