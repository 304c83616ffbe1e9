import Sqlite from 'better-sqlite3'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { caseKeyDigits, publicKeysOf } from '../../crypto/index.ts'
import type { Operation } from '../../src/contract/operations/operation.ts'
import { operations } from '../../src/contract/operations.ts'
import { launchChromium } from '../support/browsers.ts'
import { foundOffice, type Office } from '../support/office.ts'
import { act, leaveMark, message, newReporter, type Reporter, readEntries, report } from '../support/reporters.ts'
import { runtimes, type Server, startNode } from '../support/servers.ts'

/** The holder of a further key, at the same case. */
async function helper({ address }: Reporter, office: Office): Promise<Reporter> {
  return { ...(await newReporter(office.server.origin)), address }
}

/** Nobody's key; a report without an answer; one with an answer; a representative's key, and that of one who was shut out. */
async function theKeys(office: Office): Promise<Reporter[]> {
  const [unknown, quiet, answered] = [
    await newReporter(office.server.origin),
    await report(office),
    await report(office),
  ]
  await act(office.chief, answered.address, message('We have received your report.'))
  const [lea, shutOut] = [await helper(quiet, office), await helper(quiet, office)]
  for (const { keys } of [lea, shutOut]) {
    await act(quiet, quiet.address, { act: 'represent', key: publicKeysOf(keys), body: { type: 'represented' } })
  }
  const end = { act: 'end-key', key: shutOut.keys.signing.publicKey, body: { type: 'key-ended' } } as const
  await act(quiet, quiet.address, end)
  return [unknown, quiet, answered, lea, shutOut]
}

interface Exchange {
  readonly request: string
  readonly sent: number
  readonly status: number
  readonly headers: Record<string, string>
  readonly received: number
}

/** Everything that an observer of the line sees while somebody looks after their case. */
async function look(reporter: Reporter): Promise<Exchange[]> {
  const exchanges: Exchange[] = []
  const send = reporter.client.send
  const watched = vi.spyOn(reporter.client, 'send').mockImplementation(async (method, path, options) => {
    const { status, headers, bytes } = await send(method, path, options)
    const { date: _, ...seen } = Object.fromEntries(headers)
    exchanges.push({
      request: `${method} ${path}`,
      sent: String(options?.body ?? '').length,
      status,
      headers: seen,
      received: bytes.length,
    })
    return { status, headers, bytes }
  })
  await readEntries(reporter)
  await leaveMark(reporter)
  watched.mockRestore()
  return exchanges
}

describe.each(runtimes)('on %s', (_, start) => {
  let server: Server
  let office: Office
  beforeAll(async () => {
    server = await start()
    office = await foundOffice(server)
  })
  afterAll(() => server.stop())

  test('who watches the line cannot tell a wrong key from a case, a helper’s from the reporter’s, nor an answer from none', async () => {
    const [quiet, ...others] = await Promise.all((await theKeys(office)).map(look))
    expect(others).toHaveLength(4)
    for (const other of others) expect(other).toEqual(quiet)
    expect(quiet?.map(({ request, status }) => `${request} ${status}`)).toEqual([
      'POST /api/case/challenge 200',
      'POST /api/case/read 200',
      'POST /api/case/challenge 200',
      'POST /api/case/visit 200',
    ])
    expect(quiet?.[1]).toMatchObject({
      received: 65_536,
      headers: { 'content-length': '65536', 'content-type': 'application/octet-stream' },
    })
    expect(quiet?.[1]?.headers).not.toHaveProperty('content-encoding')
  })

  test('the log has the same lines for all of them', async () => {
    const lines = async (reporter: Reporter) => {
      const before = server.log().length
      await look(reporter)
      return server.log().slice(before)
    }
    const [unknown, ...others] = await theKeys(office)
    const expected = await lines(unknown as Reporter)
    expect(expected).toHaveLength(4)
    for (const other of others) expect(await lines(other)).toEqual(expected)
  })
})

describe('behind the line', () => {
  let server: Server
  let keys: Reporter[]
  let asked: string[]
  const statement = Object.getPrototypeOf(new Sqlite(':memory:').prepare('SELECT 1')) as Sqlite.Statement

  beforeAll(async () => {
    server = await startNode()
    keys = await theKeys(await foundOffice(server))
  })
  afterAll(() => server.stop())
  beforeEach(() => {
    asked = []
    for (const verb of ['all', 'get', 'run'] as const) {
      const original = statement[verb]
      vi.spyOn(statement, verb).mockImplementation(function (this: Sqlite.Statement, ...parameters: unknown[]) {
        asked.push(this.source)
        return original.apply(this, parameters) as never
      })
    }
  })
  afterEach(() => vi.restoreAllMocks())

  test('the database is asked the same questions for a wrong key, a case with an answer, and a helper let in or shut out', async () => {
    const questions: string[][] = []
    for (const reporter of keys) {
      asked = []
      await look(reporter)
      questions.push(asked)
    }
    expect(questions[0]?.length).toBeGreaterThan(0)
    for (const others of questions) expect(others).toEqual(questions[0])
    expect(questions).toHaveLength(5)
  })
})

describe('in the browser', () => {
  let server: Server
  let browser: Browser
  beforeAll(async () => {
    server = await startNode()
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  /** Everything that the page asks for while a key is typed and what is under it is shown. */
  const fetched = async ({ caseKey }: Reporter, shown: string): Promise<string[]> => {
    const page = await (await browser.newContext()).newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`))
    await page.goto(`${server.origin}/en/case/`)
    await page.fill('#key', caseKeyDigits(caseKey).join(' '))
    await page.locator('#enter-form button').first().click()
    await page.locator('#opened:not([hidden]), #enter-errors:not([hidden])').first().waitFor()
    // What the page says instead is the first thing to know where it shows something else.
    expect(await page.locator(shown).count(), await page.locator('#enter-errors').innerText()).toBe(1)
    await page.waitForLoadState('networkidle')
    await page.context().close()
    return asked.toSorted()
  }

  test('a page asks for the same things, whatever kind of case there is', async () => {
    const office = await foundOffice(server)
    const body = { type: 'report', kind: 'report', mode: 'anonymous', language: 'en', story: 'They found out.' }
    const request = { ...body, kind: 'protection', track: 'prevention', feared: 'My contract will not be renewed.' }
    const plain = await fetched(await report(office, { body }), '#opened:not([hidden])')
    expect(plain.some((line) => line.startsWith('GET /packs/'))).toBe(true)
    expect(await fetched(await report(office, { body: request }), '#opened:not([hidden])')).toEqual(plain)
    const nothing = await fetched(await newReporter(server.origin), '#enter-errors:not([hidden])')
    expect(nothing).toEqual(plain)
    expect(nothing.filter((line) => line.endsWith('/api/case/visit'))).toHaveLength(1)
  })
})

test('no call that a reporter signs, and none about an upload, has anything in its address that could differ', () => {
  const { sendPart, readUpload, cancelUpload } = operations
  const signed = Object.values<Operation>(operations).filter(({ access }) => access === 'reporter')
  const all: readonly Operation[] = [...signed, sendPart, readUpload, cancelUpload]
  expect(signed.length).toBeGreaterThan(3)
  expect(all.filter(({ path, query }) => path.includes(':') || query !== undefined)).toEqual([])
})
