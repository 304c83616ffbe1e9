import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get as request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../src/build/root.ts'
import type { Operation } from '../../src/contract/operations/operation.ts'
import { operations } from '../../src/contract/operations.ts'
import { start as startAt } from '../../src/runtime/node/start.ts'
import { type Client, createClient } from '../support/client.ts'
import { freePort } from '../support/free-port.ts'
import { runtimes, type Server, startNode } from '../support/servers.ts'

type Get = (name: string) => string | null

/** What a policy allows, by directive. */
const directivesOf = (policy: string): Record<string, string[]> =>
  Object.fromEntries(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/)
      return [name, sources]
    }),
  )

const ofPages = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'blob:'],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'form-action': ["'none'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['crypto-worker'],
}

/** The console alone frames something: the page in which files are looked at. */
const ofTheConsole = { ...ofPages, 'frame-src': ["'self'"] }

/** The one page with a form that the browser sends by itself, and only to us: it takes a file that is sealed already. */
const ofHandingIn = { ...ofPages, 'form-action': ["'self'"] }

/** Where a voice can be recorded it can be heard as well: from the memory of the page, and from nowhere else. */
const ofReporting = { ...ofPages, 'media-src': ['blob:'] }

/** That page has no origin and no network, and one script, whose hash its address names. */
const ofThePreview = (hash: string) => ({
  sandbox: ['allow-scripts'],
  'default-src': ["'none'"],
  'script-src': [`'sha256-${Buffer.from(hash, 'base64url').toString('base64')}'`, "'wasm-unsafe-eval'"],
  'worker-src': ['blob:'],
  'img-src': ['blob:'],
  'media-src': ['blob:'],
  'form-action': ["'none'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'self'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['pdf'],
})

const policyOf = (page: string): Record<string, string[]> => {
  const preview = /^\/preview\/([\w-]{43})\/$/.exec(page)?.[1]
  if (preview !== undefined) return ofThePreview(preview)
  if (records(page)) return ofReporting
  if (page.endsWith('/hand-in/')) return ofHandingIn
  return page.endsWith('/office/') ? ofTheConsole : ofPages
}

/** Where somebody may record their voice. */
const records = (what: string): boolean => /^\/\w\w\/(report|request|case)\/$/.test(what)

/** What a worker may run further: what reads strangers' files nothing, not even of ours. */
const scriptsOf = (file: string): string[] | null => {
  if (/\/reader-worker-/.test(file)) return ["'wasm-unsafe-eval'"]
  if (/\/crypto-worker-[0-9a-f]+\.js$/.test(file)) return ["'self'", "'wasm-unsafe-eval'"]
  return /crypto-worker/.test(file) ? ["'self'"] : null
}

/** The same for everything that the service ever answers. */
const everywhere: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'integrity-policy': 'blocked-destinations=(script)',
}

function expectSafe(what: string, get: Get): void {
  const framed = what.startsWith('/preview/') && what.endsWith('/')
  for (const [name, value] of Object.entries(everywhere))
    expect(get(name), `${name} of ${what}`).toBe(framed && name === 'x-frame-options' ? 'SAMEORIGIN' : value)
  expect(get('cache-control'), what).toContain('no-store')
  for (const device of ['camera', 'geolocation', 'usb', 'display-capture']) {
    expect(get('permissions-policy'), what).toContain(`${device}=()`)
  }
  expect(get('permissions-policy'), what).toContain(`microphone=${records(what) ? '(self)' : '()'}`)
  const policy = get('content-security-policy') ?? ''
  const directives = directivesOf(policy)
  expect(directives['default-src'], what).toEqual(["'none'"])
  expect(policy, what).not.toMatch(/'unsafe-(?:inline|eval|hashes)'|'nonce-|\*|https?:|data:/)
  if (policy.includes('unsafe'))
    expect(what).toMatch(/^\/(?:assets\/(?:crypto|reader)-worker-[0-9a-f]+\.js|preview\/[\w-]{43}\/$)/)
  for (const name of ['etag', 'last-modified', 'server', 'x-powered-by', 'access-control-allow-origin', 'set-cookie']) {
    expect(get(name), `${name} of ${what}`).toBeNull()
  }
}

interface BuiltFile {
  readonly path: string
}
const built = (JSON.parse(readFileSync(join(projectRoot, 'dist/manifest.json'), 'utf8')) as { files: BuiltFile[] })
  .files
const addresses = built.map(({ path }) => `/${path}`)
const isPage = (address: string) => address.endsWith('/index.html')

describe.each(runtimes)('on %s', (_, start) => {
  let server: Server
  let client: Client
  beforeAll(async () => {
    server = await start()
    client = createClient(server.origin)
  })
  afterAll(() => server.stop())

  const answer = async (method: string, path: string, headers: Record<string, string> = {}) => {
    const { status, headers: got } = await client.send(method, path, { headers })
    const get: Get = (name) => got.get(name)
    return { status, get }
  }

  test('every page is served with the policy of pages, which only the console and its preview widen', async () => {
    const pages = addresses.filter(isPage).map((address) => address.replace(/index\.html$/, ''))
    expect(pages.length).toBeGreaterThan(10)
    for (const page of pages) {
      const { status, get } = await answer('GET', page)
      expect([page, status]).toEqual([page, 200])
      expectSafe(page, get)
      expect(directivesOf(get('content-security-policy') ?? ''), page).toEqual(policyOf(page))
    }
  })

  test('every other file is served so that it can do nothing on its own, and the worker can only compute', async () => {
    const files = addresses.filter((address) => !isPage(address))
    expect(files.some((file) => /crypto-worker-js-/.test(file))).toBe(true)
    expect(files.some((file) => /reader-worker-/.test(file))).toBe(true)
    for (const file of files) {
      for (const headers of [{}, { 'accept-encoding': 'br' }, { 'accept-encoding': 'gzip' }]) {
        const { status, get } = await answer('GET', file, headers)
        expect([file, status]).toEqual([file, 200])
        expectSafe(file, get)
        const { 'connect-src': connect, 'script-src': script } = directivesOf(get('content-security-policy') ?? '')
        expect(connect, file).toBeUndefined()
        const ofWorkers = scriptsOf(file)
        if (ofWorkers) expect(script, file).toEqual(ofWorkers)
      }
    }
  })

  test('every call of the interface answers with the headers, refused or not', async () => {
    for (const [name, { method, path }] of Object.entries<Operation>(operations)) {
      expectSafe(name, (await answer(method, path.replaceAll(/:\w+/g, 'A'.repeat(43)))).get)
      expectSafe(`${name} by a wrong method`, (await answer('PUT', path)).get)
    }
  })

  test('so do redirections, missing pages, missing calls and strange methods', async () => {
    const strange = [
      ['GET', '/', 302],
      ['GET', '/en', 302],
      ['GET', '/en/nowhere/', 404],
      ['GET', '/fr/nowhere', 404],
      ['GET', '/en/constructor', 404],
      ['GET', '/en/toString/', 404],
      ['GET', '/en/__proto__', 404],
      ['GET', '/assets/nothing.js', 404],
      ['GET', '/favicon.ico', 404],
      ['GET', '/%00', 404],
      ['GET', '/api/nowhere', 404],
      ['POST', '/en/', 404],
      ['DELETE', '/nowhere', 404],
      ['PATCH', '/api/reports', 405],
      ['HEAD', '/en/', 200],
    ] as const
    for (const [method, path, expected] of strange) {
      const { status, get } = await answer(method, path)
      expect([method, path, status]).toEqual([method, path, expected])
      expectSafe(`${method} ${path}`, get)
    }
  })
})

test('a fault of the service still answers with the headers, and says nothing but its code', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'goodfaith-'))
  const server = await startNode({ dataDir })
  const database = new Sqlite(join(dataDir, 'goodfaith.sqlite'))
  database.exec('DROP TABLE marks')
  database.close()
  const { status, headers, bytes } = await createClient(server.origin).send('GET', '/api/directory')
  expect([status, new TextDecoder().decode(bytes)]).toEqual([500, '{"error":{"code":"service.failed"}}'])
  expectSafe('a fault', (name) => headers.get(name))
  await server.stop()
  rmSync(dataDir, { recursive: true })
})

test('behind TLS, browsers are told to come by TLS alone', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'goodfaith-'))
  const settings = {
    port: await freePort(),
    host: 'localhost',
    dataDir,
    origin: 'https://speak.example',
    serviceSecret: null,
    onion: null,
    mail: null,
  }
  const running = await startAt(settings, { request: () => {}, fault: () => {} })
  const headers = await new Promise<NodeJS.Dict<string | string[]>>((resolve) =>
    request(`http://localhost:${settings.port}/en/`, (response) => resolve(response.resume().headers)),
  )
  expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8,}/)
  await running.stop()
  rmSync(dataDir, { recursive: true })
})
