import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buckets, sealingOverhead } from '../../crypto/wire/padding-sizes.ts'
import type { Batch } from '../../src/contract/entries.ts'
import { launchChromium } from '../support/browsers.ts'
import { sendFile } from '../support/files.ts'
import { foundOffice, type Office } from '../support/office.ts'
import { act, message, newReporter, note, readPage, report, seal, sealReport } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'
import { reportInPage } from '../support/whole-journey.ts'
import { tags, wordsIn } from '../support/words.ts'

let server: Server
let office: Office
beforeAll(async () => {
  server = await startNode()
  office = await foundOffice(server)
})
afterAll(() => server.stop())

/** Alphabets with one to four bytes a letter. */
const scripts = {
  English: 'the quick brown fox jumps over it ',
  French: 'ça été un déjà-vu où l’œuvre naîtra ',
  Spanish: '¿quién pagó dos veces el avión del señor? ',
  Arabic: 'أبلغ عن مخالفة في المشتريات ',
  Chinese: '我要举报采购中的违规行为。',
  emoji: '😀🧾🔑📄🕊️',
} as const
type Script = keyof typeof scripts
const letters = Object.fromEntries(Object.entries(scripts).map(([name, sample]) => [name, [...sample]])) as Record<
  Script,
  string[]
>

const textIn = (script: Script, length: number): string =>
  Array.from({ length }, (_, place) => letters[script][place % letters[script].length]).join('')

const sealed = async (text: string, title = 'Stamps') => {
  const reporter = await newReporter(server.origin)
  const body = { type: 'report', kind: 'report', mode: 'anonymous', story: text }
  const summary = { v: 1, title, kind: 'report', state: 'received', owed: [], language: 'en' }
  return sealReport(reporter, { body, summary })
}
const bytesOf = (text: string) => Buffer.from(text, 'base64url').length
const ciphertextSizes = ({ entries }: Batch) => entries.map(({ ciphertext }) => bytesOf(ciphertext))
const lawful = new Set(buckets.map((size) => size + sealingOverhead))
const onTheWire = (batch: Batch) => Buffer.byteLength(JSON.stringify(batch))

test('whatever a reporter writes, in any language and of any length, is stored in one of seven sizes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...(Object.keys(scripts) as Script[])),
      fc.oneof(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 60_000 })),
      async (script, length) => {
        const batch = await sealed(textIn(script, length))
        for (const size of ciphertextSizes(batch)) expect(lawful).toContain(size)
      },
    ),
    { numRuns: 60 },
  )
  expect(lawful.size).toBe(7)
})

/** How many bits the size of what is sent tells about a secret: 0 if it tells nothing. */
function mutualInformation(pairs: readonly (readonly [secret: string, size: number])[]): number {
  const share = (matches: (pair: readonly [string, number]) => boolean) => pairs.filter(matches).length / pairs.length
  const distinct = <Item>(items: readonly Item[]) => [...new Set(items)]
  const secrets = distinct(pairs.map(([secret]) => secret))
  const sizes = distinct(pairs.map(([, size]) => size))
  return secrets
    .flatMap((secret) =>
      sizes.map((size) => {
        const both = share(([a, b]) => a === secret && b === size)
        return both === 0 ? 0 : both * Math.log2(both / (share(([a]) => a === secret) * share(([, b]) => b === size)))
      }),
    )
    .reduce((sum, part) => sum + part, 0)
}

test('the size of a short report tells nothing about its language, its length or its kind', async () => {
  const reports = await Promise.all(
    (Object.keys(scripts) as Script[]).flatMap((script) =>
      [1, 7, 60, 250, 500].map(
        async (length) =>
          [script, length, onTheWire(await sealed(textIn(script, length), textIn(script, 12)))] as const,
      ),
    ),
  )
  expect(mutualInformation(reports.map(([script, , size]) => [script, size]))).toBeLessThan(1e-9)
  expect(mutualInformation(reports.map(([, length, size]) => [String(length), size]))).toBeLessThan(1e-9)
  // The measure itself sees a difference where there is one.
  expect(
    mutualInformation(reports.map(([script, length]) => [script, Buffer.byteLength(textIn(script, length))])),
  ).toBeGreaterThan(0.5)
})

test('what the page itself sends of a report is of one size in every language of the pages', async () => {
  const browser = await launchChromium()
  try {
    const page = await (await browser.newContext()).newPage()
    const sizes: number[] = []
    for (const tag of tags) {
      const sending = page.waitForRequest('**/api/reports')
      const told = wordsIn(tag)('report.what.lead')
      await reportInPage(page, server.origin, () => told.slice(0, 60), tag)
      sizes.push((await sending).postDataBuffer()?.length ?? 0)
    }
    expect(new Set(sizes).size).toBe(1)
    expect(sizes[0]).toBeGreaterThan(4_096)
  } finally {
    await browser.close()
  }
})

test('a report with a name and one without are of one size', async () => {
  const [anonymous, named] = await Promise.all(
    [
      null,
      { type: 'identity', name: 'Amina Example', unit: 'Procurement', reach: 'amina@example.org, evenings only' },
    ].map(async (identity) => onTheWire(await sealReport(await newReporter(server.origin), { identity }))),
  )
  expect(named).toBe(anonymous)
})

test('an officer’s note, answer and acknowledgement of ordinary length are of one size', async () => {
  const { address } = await report(office)
  await act(office.chief, address, note('First.'))
  const ciphertextOf = async (text: string, write: typeof note) =>
    ciphertextSizes(await seal(office.chief, address, write(text)))
  const sizes = await Promise.all([
    ciphertextOf('Thank you.', message),
    ciphertextOf(textIn('Arabic', 1_500), message),
    ciphertextOf(textIn('Chinese', 900), note),
  ])
  expect(new Set(sizes.flat())).toEqual(new Set([4_096 + sealingOverhead]))
})

test('what a reporter gets to read is of one size, however much stands there', async () => {
  const reporter = await report(office)
  const empty = await readPage(await newReporter(server.origin))
  const short = await readPage(reporter)
  for (let count = 0; count < 3; count++) await act(office.chief, reporter.address, message(textIn('Arabic', 4_000)))
  const long = await readPage(reporter)
  expect([empty, short, long].map(({ length }) => length)).toEqual([65_536, 65_536, 65_536])
})

test('files of many sizes are one size on the way and where they lie, and no size tells more than an eighth', async () => {
  const reporter = await newReporter(server.origin)
  const weights = async (size: number) => {
    const { parts, chunks } = await sendFile(reporter, size)
    return [chunks, ...parts.map(({ length }) => length)].join()
  }
  const small = new Set(await Promise.all([0, 1, 700, 40_000, 65_536].map(weights)))
  expect([...small]).toEqual(['1,65553'])
  const near = new Set(await Promise.all([1_048_577, 1_100_000, 1_179_648].map(weights)))
  expect([...near]).toEqual(['18,1048848,131106'])
  const kept = await server.blobs()
  expect(kept).toHaveLength(5 + 3 * 2)
})
