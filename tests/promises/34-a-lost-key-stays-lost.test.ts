import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authorOf, generateCaseKey, openCase, proveAuthorship, reporterKeys, verify } from '../../crypto/index.ts'
import { fromBase64url, toBase64url } from '../../crypto/wire/index.ts'
import { launchChromium } from '../support/browsers.ts'
import { directoryOf, foundOffice, type Office } from '../support/office.ts'
import { random } from '../support/officers.ts'
import { newReporter, open, readEntries, report } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'
import { tags } from '../support/words.ts'

let server: Server
let office: Office
let browser: Browser

beforeAll(async () => {
  server = await startNode()
  office = await foundOffice(server)
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('a lost case key', () => {
  test('opens nothing any more: another key gets no page, and what the service holds does not open to it', async () => {
    const lost = await report(office)
    const other = await newReporter(server.origin)
    expect(await readEntries(other)).toBeNull()
    const entries = await readEntries(lost)
    const directory = await directoryOf(other.client)
    const keys = await reporterKeys(generateCaseKey(random))
    const opened = await openCase(keys, { directory, entries: entries ?? [] })
    expect(opened.entries.length).toBeGreaterThan(0)
    expect(opened.entries.filter(({ body }) => body !== null)).toEqual([])
  })

  test('is nowhere in what the service keeps, so that nobody could send it again', async () => {
    const lost = await report(office)
    const stored = await server.stored()
    expect(stored.includes(Buffer.from(lost.address))).toBe(true)
    expect(stored.includes(Buffer.from(lost.caseKey))).toBe(false)
    expect(stored.includes(Buffer.from(lost.keys.signing.secretKey.slice(0, 32)))).toBe(false)
  })

  test.each(tags)('is said to be lost before it is made and where it is typed, in %s', async (tag) => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await page.goto(`${server.origin}/${tag}/report/`)
    expect((await page.locator('#step-key .lead').textContent())?.length).toBeGreaterThan(40)
    await page.goto(`${server.origin}/${tag}/case/`)
    expect(await page.locator('#enter .note', { has: page.locator(`a[href="/${tag}/report/"]`) }).count()).toBe(1)
    await page.context().close()
  })
})

test('whoever has the key still ties a new case to the old one by a proof that no other key can make', async () => {
  const old = await report(office)
  const next = await newReporter(server.origin)
  const proof = proveAuthorship(old.keys, next.address)
  const body = { type: 'report', kind: 'report', mode: 'anonymous', story: 'More of it.', earlier: toBase64url(proof) }
  const written = await report(office, { body })
  const [first] = (await open(written, written.address)).entries
  const sealed = fromBase64url(first?.body?.earlier ?? '')
  expect(await authorOf(sealed, next.address, verify)).toEqual(old.address)
  expect(await authorOf(sealed, written.address, verify)).toBeNull()
  expect(await authorOf(proveAuthorship(next.keys, next.address), next.address, verify)).not.toEqual(old.address)
})
