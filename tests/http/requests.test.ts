import { expect, test } from 'vitest'
import { errorStatus } from '../../src/contract/errors.ts'
import type { Operation } from '../../src/contract/operations/operation.ts'
import { operations } from '../../src/contract/operations.ts'
import { languages } from '../../src/domain/languages/index.ts'
import { createClient, type Raw } from '../support/client.ts'
import { onBoth } from './both.ts'

const json = { 'content-type': 'application/json' }
const calls = Object.entries<Operation>(operations)
const changing = calls.filter(([, { method }]) => method !== 'GET')
const guarded = calls.filter(([, { access }]) => access === 'session' || access === 'chief')
const withBody = calls.filter(
  ([, { body, access }]) => body && body !== 'bytes' && (access === 'anybody' || access === 'reporter'),
)
const addressOf = (path: string) => path.replace(/:\w+/g, 'AAAA')

const codeOf = ({ bytes }: Raw): unknown => JSON.parse(new TextDecoder().decode(bytes)).error.code
const outcome = (raw: Raw) => ({ status: raw.status, code: codeOf(raw) })
const refusal = (code: keyof typeof errorStatus) => ({ status: errorStatus[code], code })

/** The headers that every answer carries, with one word that their value must hold. */
const everywhere: readonly (readonly [name: string, word: string])[] = [
  ['content-security-policy', "default-src 'none'"],
  ['integrity-policy', 'blocked-destinations=(script)'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-embedder-policy', 'require-corp'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=()'],
  ['referrer-policy', 'no-referrer'],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['cache-control', 'no-store'],
]

onBoth('whoever asks', (stage) => {
  const client = () => createClient(stage.server.origin)

  test.each(changing)('from another site for %s is refused', async (_, { method, path }) => {
    for (const origin of ['https://evil.example', 'null', '']) {
      const raw = await client().send(method, addressOf(path), { headers: { ...json, origin }, body: '{}' })
      expect(outcome(raw)).toEqual(refusal('request.wrong_origin'))
    }
  })

  test.each(guarded)('without a session for %s is refused', async (_, { method, path, body }) => {
    const stranger = client()
    stranger.cookie = `gf=${'A'.repeat(43)}`
    const raw = await stranger.send(method, addressOf(path), body ? { headers: json, body: '{}' } : {})
    expect(outcome(raw)).toEqual(refusal('session.required'))
  })

  test.each(withBody)(
    'for %s in another form than JSON, or with other fields, is refused',
    async (_, { method, path }) => {
      const send = (headers: Record<string, string>, body: string) => client().send(method, path, { headers, body })
      const forms = [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/json-seq',
      ]
      for (const form of forms) {
        expect(outcome(await send({ 'content-type': form }, '{}'))).toEqual(refusal('request.not_json'))
      }
      const broken = [
        '',
        '{',
        '[]',
        'null',
        '"text"',
        '{"prf":{"results":{"first":"AA"}}}',
        '{"__proto__":{}}',
        '\u0000',
      ]
      for (const body of broken) expect(outcome(await send(json, body))).toEqual(refusal('request.malformed'))
    },
  )

  test.each(withBody)('for %s with too much is stopped, announced or not', async (_, { method, path, most = 0 }) => {
    const long = JSON.stringify({ text: 'x'.repeat(most) })
    expect(outcome(await client().send(method, path, { headers: json, body: long }))).toEqual(
      refusal('request.too_large'),
    )
    // Far more than a runtime would take of a body that nobody reads: who is still writing has to hear why as well.
    const parts = new ReadableStream({
      start(controller) {
        const part = new Uint8Array(65_536)
        for (let sent = 0; sent <= most + 2 * 1024 * 1024; sent += part.length) controller.enqueue(part)
        controller.close()
      },
    })
    expect(outcome(await client().send(method, path, { headers: json, body: parts }))).toEqual(
      refusal('request.too_large'),
    )
  })

  test('for what there is not, or by another method, gets the same form of answer', async () => {
    expect(outcome(await client().send('GET', '/api/nothing'))).toEqual(refusal('request.not_found'))
    expect(outcome(await client().send('POST', '/nothing', { headers: json, body: '{}' }))).toEqual(
      refusal('request.not_found'),
    )
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const raw = await client().send(method, '/api/case/read')
      expect(outcome(raw)).toEqual(refusal('request.wrong_method'))
      expect(raw.headers.get('allow')).toBe('POST')
    }
  })

  test('is sent a page in the language of the address, else of the browser', async () => {
    const wishes = [
      ['fr-CH, en;q=0.5', '/fr/'],
      ['tlh, *;q=0.1', '/en/'],
      ['', '/en/'],
      ['en;q=0.2, fr;q=0.9', '/fr/'],
    ] as const
    for (const [wish, place] of wishes) {
      const { status, headers } = await client().send('GET', '/', { headers: { 'accept-language': wish } })
      expect([status, headers.get('location')]).toEqual([302, place])
    }
    for (const { tag } of languages) {
      const page = await client().send('GET', `/${tag}/`)
      expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
      const missing = await client().send('GET', `/${tag}/nothing/`)
      expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
      expect(new TextDecoder().decode(missing.bytes)).toContain(`lang="${tag}"`)
    }
    const { headers } = await client().send('GET', '/en/report')
    expect(headers.get('location')).toBe('/en/report/')
  })

  test('finds no file that was not built, however it is named', async () => {
    const names = [
      '/../package.json',
      '/%2e%2e/package.json',
      '/en/../../db/schema.ts',
      '/assets/',
      '//evil.example/',
      '/en/index.html.map',
    ]
    for (const name of names) {
      const { status, headers } = await client().send('GET', name)
      expect([name, status, headers.get('location')]).toEqual([name, 404, null])
    }
  })

  test('gets files compressed as the browser can take them, and the same bytes in any form', async () => {
    const plain = await client().send('GET', '/en/', { headers: { 'accept-encoding': 'identity' } })
    for (const encoding of ['br', 'gzip']) {
      const { headers, bytes } = await client().send('GET', '/en/', { headers: { 'accept-encoding': encoding } })
      expect(headers.get('content-encoding')).toBe(encoding)
      expect(headers.get('vary')?.toLowerCase()).toContain('accept-encoding')
      expect(bytes).toEqual(plain.bytes)
    }
  })

  test('gets every header that protects a page, with every answer', async () => {
    const html = new TextDecoder().decode((await client().send('GET', '/en/report/')).bytes)
    const worker = /data-worker="([^"]+)"/.exec(html)?.[1] ?? ''
    const plainWorker = /data-worker-js="([^"]+)"/.exec(html)?.[1] ?? ''
    const style = /href="(\/assets\/[^"]+\.css)"/.exec(html)?.[1] ?? ''
    const answers = [
      ...['/', '/en/', '/en/nothing/', '/api/office', '/api/nothing', worker, plainWorker, style].map((path) => [
        'GET',
        path,
      ]),
      ...[
        ['POST', '/api/reports'],
        ['PUT', '/api/office'],
        ['POST', '/anything'],
        ['HEAD', '/en/'],
      ],
    ]
    for (const [method = '', path = ''] of answers) {
      const { headers, status } = await client().send(method, path)
      const policy = headers.get('content-security-policy') ?? ''
      for (const [name, word] of everywhere) expect(headers.get(name), `${method} ${path}: ${name}`).toContain(word)
      expect(policy.includes("'wasm-unsafe-eval'"), path).toBe(path === worker)
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|data:|https?:/)
      expect([headers.get('etag'), headers.get('set-cookie'), headers.get('last-modified')]).toEqual([null, null, null])
      expect(status).toBeLessThan(500)
    }
  })

  test('leaves only the pattern of the route and the status in the log', () => {
    const patterns = new Set(['unknown', 'file', ...calls.map(([, { path }]) => path)])
    const lines = stage.server.log().filter((line) => !line.startsWith('There is no office yet'))
    expect(lines.length).toBeGreaterThan(100)
    for (const line of lines) {
      const [method, route = '', status, ...rest] = line.split(' ')
      expect(method).toMatch(/^[A-Z]+$/)
      expect(patterns).toContain(route)
      expect(status).toMatch(/^\d{3}$/)
      expect(rest).toEqual([])
    }
  })
})
