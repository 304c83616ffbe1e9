import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import { start as startAt } from '../../src/runtime/node/start.ts'
import { type Client, createClient } from '../support/client.ts'
import { freePort } from '../support/free-port.ts'
import { foundOffice, type Office, staffedOffice, state } from '../support/office.ts'
import { type Officer, signIn } from '../support/officers.ts'
import { report } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'
import { tracesOf } from '../support/traces.ts'

const minute = 60_000
let now = Date.UTC(2026, 10, 20, 8)
let server: Server
let office: Office
let chief: Officer
let idris: Officer

beforeAll(async () => {
  server = await startNode({ clock: () => now })
  office = await staffedOffice(server)
  ;[chief, idris] = office.people as [Officer, Officer]
})
afterAll(() => server.stop())

/** A browser that holds a cookie, whoever it was given to. */
const holding = (cookie: string | null): Client => Object.assign(createClient(server.origin), { cookie })
const isSignedIn = async (client: Client) => (await client.ask('readSession')).code === null
const freshlySignedIn = async (officer: Officer): Promise<Client> => {
  const client = createClient(server.origin)
  await signIn({ client, passkey: officer.passkey })
  return client
}

describe('a session', () => {
  test('begins anew at each sign-in, and the one that the browser had is over', async () => {
    const client = await freshlySignedIn(idris)
    const first = client.cookie
    await signIn({ client, passkey: idris.passkey })
    expect(client.cookie).not.toBe(first)
    expect(await isSignedIn(client)).toBe(true)
    expect(await isSignedIn(holding(first))).toBe(false)
  })

  test('that somebody planted in the browser does not become the officer’s', async () => {
    const planted = `gf=${toBase64url(new Uint8Array(32).fill(7))}`
    const client = holding(planted)
    await signIn({ client, passkey: idris.passkey })
    expect(client.cookie).not.toBe(planted)
    expect(await isSignedIn(holding(planted))).toBe(false)
  })

  test('ends when the officer signs out, wherever its cookie is', async () => {
    const client = await freshlySignedIn(idris)
    const { cookie } = client
    await client.call('signOut')
    expect(client.cookie).toBeNull()
    expect(await isSignedIn(holding(cookie))).toBe(false)
  })

  test('ends after half an hour in which nothing was done', async () => {
    const client = await freshlySignedIn(idris)
    now += 29 * minute
    expect(await isSignedIn(client)).toBe(true)
    now += 29 * minute
    expect(await isSignedIn(client)).toBe(true)
    now += 31 * minute
    expect(await isSignedIn(client)).toBe(false)
  })

  test('ends after twelve hours, however busy they were', async () => {
    const client = await freshlySignedIn(idris)
    for (let passed = 0; passed < 12 * 60 - 20; passed += 20) {
      expect(await isSignedIn(client)).toBe(true)
      now += 20 * minute
    }
    expect(await isSignedIn(client)).toBe(true)
    now += 21 * minute
    expect(await isSignedIn(client)).toBe(false)
  })

  test('ends when the officer gets another role, and when they leave the office', async () => {
    await signIn(chief)
    const client = await freshlySignedIn(idris)
    const change = { memberId: idris.memberId, role: 'investigator', clearance: 1, label: idris.label } as const
    await state(office, 'change', change)
    expect(await isSignedIn(client)).toBe(false)
    const again = await freshlySignedIn(idris)
    expect((await again.call('readSession')).role).toBe('investigator')
    await state(office, 'retire', { memberId: idris.memberId })
    expect(await isSignedIn(again)).toBe(false)
    await expect(freshlySignedIn(idris)).rejects.toThrow('passkey.refused')
    expect(await isSignedIn(chief.client)).toBe(true)
  })

  test('goes on when only the officer’s public label changes', async () => {
    const noor = office.people[2] as Officer
    const client = await freshlySignedIn(noor)
    await state(office, 'change', { memberId: noor.memberId, role: 'substitute', clearance: 1, label: 'Noor A.' })
    expect((await client.call('readSession')).label).toBe('Noor A.')
  })

  test('cannot be taken up with what is stored of it', async () => {
    const client = await freshlySignedIn(chief)
    const value = client.cookie?.split('=')[1] ?? ''
    const stored = await server.dump()
    expect(fromBase64url(value)).toHaveLength(32)
    expect(tracesOf(fromBase64url(value), Buffer.from(stored))).toEqual([])
    const [sessions = ''] = stored.split('# sessions\n')[1]?.split('\n#') ?? []
    const hashes = (sessions.match(/\b[0-9a-f]{64}\b/gi) ?? []).map((text) => Buffer.from(text, 'hex'))
    expect(hashes.length).toBeGreaterThan(0)
    for (const hash of hashes) expect(await isSignedIn(holding(`gf=${hash.toString('base64url')}`))).toBe(false)
  })

  test('is not opened by anything that looks like its cookie', async () => {
    for (const value of ['', 'null', 'A'.repeat(43), 'A'.repeat(10_000), '../../etc', '"', '%00']) {
      expect(await isSignedIn(holding(`gf=${value}`))).toBe(false)
    }
  })
})

test('the cookie is for officers alone: neither a report nor a look at a page sets one', async () => {
  const reporter = await report(office)
  expect(reporter.client.cookie).toBeNull()
  const options = await reporter.client.send('GET', '/en/office/')
  expect(options.headers.getSetCookie()).toEqual([])
})

test.each([
  ['behind TLS', 'https://speak.example', '__Host-gf'],
  ['on the machine itself', null, 'gf'],
])(
  '%s the cookie is bound to the host, hidden from scripts and never sent along from other sites',
  async (_, origin, name) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'goodfaith-'))
    const port = await freePort()
    const settings = { port, host: 'localhost', dataDir, origin, onion: null, serviceSecret: null, mail: null }
    const running = await startAt(settings, { request: () => {}, fault: () => {} })
    const cookies: string[] = []
    const fetched = globalThis.fetch
    // Where there is TLS, something in front of the service speaks it.
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (address, options) => {
      const answer = await fetched(String(address).replace(running.origin, `http://localhost:${port}`), options)
      cookies.push(...answer.headers.getSetCookie())
      return answer
    })
    const foundingToken = running.foundingLink?.split('#found=')[1] ?? ''
    const { chief: founder } = await foundOffice({ origin: running.origin, foundingToken } as Server)
    expect(cookies).toHaveLength(1)
    const [pair = '', ...attributes] = (cookies[0] ?? '').split('; ')
    expect(pair.split('=')[0]).toBe(name)
    expect(attributes.toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict', 'Secure'])
    expect((await founder.client.call('readSession')).label).toBe(founder.label)
    vi.restoreAllMocks()
    await running.stop()
    rmSync(dataDir, { recursive: true })
  },
)
