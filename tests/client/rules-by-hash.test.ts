import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { rulesByHash } from '../../src/client/ui/rules-by-hash.ts'
import { canonicalPack } from '../../src/domain/pack/canonical.ts'
import { packFiles } from '../../src/domain/packs/in-use.ts'

const text = canonicalPack(packFiles)
const hash = createHash('sha256').update(text).digest('base64url')
let served: Readonly<Record<string, string>> = {}
let asked = 0

const server = createServer((request, response) => {
  asked += 1
  const body = served[request.url ?? '']
  response.writeHead(body === undefined ? 404 : 200).end(body)
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  // Node's fetch knows no page whose address a path belongs to.
  const real = fetch
  vi.stubGlobal('fetch', (path: string) => real(`http://127.0.0.1:${port}${path}`))
})

afterAll(() => {
  vi.unstubAllGlobals()
  server.close()
})

test('the rules of a case are those whose hash it names, fetched once', async () => {
  await expect(rulesByHash(hash)).rejects.toMatchObject({ code: 'rules.not_there' })
  served = { [`/packs/${hash}.json`]: text.replace('preliminary_review', 'preliminary_revieW') }
  await expect(rulesByHash(hash)).rejects.toMatchObject({ code: 'rules.wrong_hash' })
  served = { [`/packs/${hash}.json`]: text }
  const before = asked
  const [rules, again] = await Promise.all([rulesByHash(hash), rulesByHash(hash)])
  expect(rules.states.get('preliminary_review')?.waits_for).toBe('office')
  expect(again).toBe(rules)
  expect(asked - before).toBe(1)
})
