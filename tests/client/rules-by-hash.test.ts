import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { publishPack } from '../../src/build/pack.ts'
import { languages } from '../../src/domain/languages/index.ts'
import { packFiles } from '../../src/domain/packs/in-use.ts'

const { hash, texts } = publishPack(packFiles)
const served = new Map<string, string>()
const asked: string[] = []
let rules: typeof import('../../src/client/ui/rules-by-hash.ts')

const server = createServer((request, response) => {
  const name = /^\/packs\/([\w-]+)\.json$/.exec(request.url ?? '')?.[1] ?? ''
  asked.push(name)
  const text = served.get(name)
  response.writeHead(text === undefined ? 404 : 200).end(text)
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const real = fetch
  // Node's fetch knows no page whose address a path belongs to.
  vi.stubGlobal('fetch', (path: string) => real(`http://127.0.0.1:${port}${path}`))
})

beforeEach(async () => {
  served.clear()
  asked.length = 0
  for (const [name, text] of texts) served.set(name, text)
  vi.resetModules()
  rules = await import('../../src/client/ui/rules-by-hash.ts')
})

afterAll(() => {
  vi.unstubAllGlobals()
  server.close()
})

/** A line as the procedure of a case runs by it. */
const ofProcedure = (line: object): object =>
  Object.fromEntries(
    Object.entries(line).filter(([field]) => !['source', 'also', 'mark', 'tells', 'notices', 'exits'].includes(field)),
  )

/** The same value with its texts in French alone. */
const inFrench = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inFrench)
  if (typeof value !== 'object' || value === null) return value
  if ('fr' in value && 'ar' in value) return { fr: value.fr }
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, inFrench(inside)]))
}

describe('the rules of a case', () => {
  test('are those whose hash it names, fetched once', async () => {
    const [found, again] = await Promise.all([rules.rulesByHash(hash), rules.rulesByHash(hash)])
    expect(found.states.get('preliminary_review')?.label).toMatchObject({ en: 'Preliminary review' })
    expect(again).toBe(found)
    expect(asked).toHaveLength(2)
  })

  test('come to a small page without what it does not need, and are the same rules', async () => {
    const whole = await rules.rulesByHash(hash)
    const small = await rules.procedureByHash(hash, 'fr')
    for (const kind of ['states', 'transitions', 'guards', 'clocks', 'check-ins', 'terms', 'verdicts'] as const)
      expect(small.pack[kind]).toEqual(whole.pack[kind].map((line) => inFrench(ofProcedure(line))))
    expect(small.always.map(({ id }) => id)).toEqual(whole.always.map(({ id }) => id))
    expect(small.transitions.get('refer')?.guards).toEqual(whole.transitions.get('refer')?.guards)
    expect(small.calendar).toEqual(whole.calendar)
    expect(small.pack.documents).toEqual([])
  })

  test('are refused if any text is another one, and asked for again after a failure', async () => {
    for (const name of texts.keys()) {
      vi.resetModules()
      const { rulesByHash, procedureByHash } = await import('../../src/client/ui/rules-by-hash.ts')
      // One after the other has ended, whatever becomes of it.
      const read = async () => {
        const reading = [rulesByHash(hash), ...languages.map(({ tag }) => procedureByHash(hash, tag))]
        await Promise.allSettled(reading)
        return Promise.all(reading)
      }
      served.set(name, `${texts.get(name)} `)
      await expect(read()).rejects.toMatchObject({ code: 'rules.wrong_hash' })
      served.delete(name)
      await expect(read()).rejects.toMatchObject({ code: 'rules.not_there' })
      served.set(name, texts.get(name) ?? '')
      await expect(read()).resolves.toHaveLength(1 + languages.length)
    }
  })

  test('are refused by who reads the whole if the parts for small pages say something else', async () => {
    const lie = JSON.stringify({ ...JSON.parse(served.get(hash) ?? ''), 'procedure-en': 'A'.repeat(43) })
    const { createHash } = await import('node:crypto')
    const liar = createHash('sha256').update(lie).digest('base64url')
    served.set(liar, lie)
    await expect(rules.rulesByHash(liar)).rejects.toMatchObject({ code: 'rules.wrong_hash' })
  })
})
