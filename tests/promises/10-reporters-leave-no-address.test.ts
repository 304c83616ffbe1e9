import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../src/build/root.ts'
import { createClient } from '../support/client.ts'
import { foundOffice, type Office } from '../support/office.ts'
import { message, newReporter, type Reporter, readEntries, seal, sealReport, send } from '../support/reporters.ts'
import { runtimes, type Server } from '../support/servers.ts'
import { tracesOf } from '../support/traces.ts'
import { tags } from '../support/words.ts'

/** What a browser, a proxy or a platform tells of a person, each with a mark that is found again wherever it is kept. */
const telling = {
  'user-agent': 'Mozilla/5.0 (canary-agent-71c04e)',
  'accept-language': 'tlh-canary-29ab17, en;q=0.5',
  'x-forwarded-for': '203.0.113.77',
  'x-real-ip': '203.0.113.78',
  forwarded: 'for=203.0.113.79;by=canary-proxy-5d1f',
  'cf-connecting-ip': '203.0.113.80',
  'cf-ray': 'canary-ray-88aa12',
  'cf-ipcountry': 'ZZ-canary-country',
  referer: 'https://intranet.example/canary-referer-40cd',
  cookie: 'visitor=canary-cookie-93ef; gf=canary-session-0011',
  'x-request-id': 'canary-request-66b0',
}
const marks = Object.values(telling).flatMap((value) => value.match(/canary-[\w-]+|203\.0\.113\.\d+/g) ?? [])

/** A browser that tells all of that with every request, and keeps every answer. */
function tellingClient(origin: string, answers: Headers[]) {
  const client = createClient(origin)
  const send = client.send
  client.send = async (method, path, options = {}) => {
    const answer = await send(method, path, { ...options, headers: { ...telling, ...options.headers } })
    answers.push(answer.headers)
    return answer
  }
  return client
}

/** A report, a second thought, a look, a wrong key, and the pages on the way. */
async function journey(origin: string): Promise<Headers[]> {
  const answers: Headers[] = []
  const client = tellingClient(origin, answers)
  const inEach = tags.flatMap((tag) => ['', 'report/', 'case/', 'nowhere/'].map((path) => `/${tag}/${path}`))
  for (const path of ['/', ...inEach, '/assets/none.js', '/api/office', '/api/nowhere']) await client.send('GET', path)
  const reporter: Reporter = { ...(await newReporter(origin)), client }
  expect((await client.ask('submitReport', { body: await sealReport(reporter) })).status).toBe(201)
  expect(
    (await send(reporter, reporter.address, await seal(reporter, reporter.address, message('More.')))).status,
  ).toBe(201)
  expect(await readEntries(reporter)).toHaveLength(3)
  expect(await readEntries({ ...(await newReporter(origin)), client })).toBeNull()
  expect(
    (await client.send('POST', '/api/reports', { headers: { 'content-type': 'application/json' }, body: '{}' })).status,
  ).toBe(400)
  return answers
}

describe.each(runtimes)('on %s', (_, start) => {
  let server: Server
  let office: Office
  let answers: Headers[]

  beforeAll(async () => {
    server = await start()
    office = await foundOffice(server)
    answers = await journey(server.origin)
  })
  afterAll(() => server.stop())

  test('nothing that tells of a reporter’s device or network is stored or logged', async () => {
    const kept = Buffer.concat([await server.stored(), Buffer.from(server.log().join('\n'))])
    expect(marks).toHaveLength(13)
    expect(marks.flatMap((mark) => tracesOf(mark, kept).map((way) => `${mark} ${way}`))).toEqual([])
    expect(tracesOf(office.chief.label, kept)).not.toEqual([])
  })

  test('reporters get no cookie and nothing by which a browser could be known again', () => {
    expect(answers.length).toBeGreaterThan(4 * tags.length + 10)
    for (const headers of answers) {
      for (const name of ['set-cookie', 'etag', 'last-modified', 'accept-ch', 'nel', 'report-to', 'server-timing']) {
        expect(headers.get(name), name).toBeNull()
      }
      expect(headers.get('cache-control')).toContain('no-store')
    }
  })
})

test('what the service prints names nobody', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'goodfaith-'))
  const environment = { PATH: process.env.PATH ?? '', PORT: '0', HOST: 'localhost', DATA_DIR: dataDir }
  const running = spawn(process.execPath, [join(projectRoot, 'src/runtime/node/main.ts')], { env: environment })
  let printed = ''
  for (const stream of [running.stdout, running.stderr]) stream.on('data', (chunk) => (printed += chunk))
  while (!printed.includes('#found=')) await once(running.stdout, 'data')
  const origin = /Goodfaith is at (\S+)/.exec(printed)?.[1] ?? ''
  const foundingToken = /#found=(\S+)/.exec(printed)?.[1] ?? ''
  await foundOffice({ origin, foundingToken } as Server)
  await journey(origin)
  running.kill('SIGTERM')
  await once(running, 'close')
  expect(printed).toContain('POST /api/reports 201')
  expect(marks.filter((mark) => tracesOf(mark, Buffer.from(printed)).length > 0)).toEqual([])
  rmSync(dataDir, { recursive: true })
})

test('the platform is told to keep nothing about requests', () => {
  const text = readFileSync(new URL('../../wrangler.toml', import.meta.url), 'utf8')
  const [, observability = ''] = /^\[observability\]\n((?:(?!\[).*\n?)*)/m.exec(text) ?? []
  expect(observability.split('\n').filter((line) => /^\w/.test(line))).toEqual(['enabled = false'])
  expect(text).not.toMatch(/logpush|tail_consumers|analytics_engine/)
})
