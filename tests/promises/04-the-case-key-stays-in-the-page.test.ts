import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseCaseKey, ready, reporterKeys } from '../../crypto/index.ts'
import { launchChromiumIn } from '../support/browsers.ts'
import { description, foundOffice } from '../support/office.ts'
import { type Recorder, recorder } from '../support/recorder.ts'
import { type Server, startNode } from '../support/servers.ts'
import { bytesIn, tracesOf } from '../support/traces.ts'
import { enterCase, reportInPage } from '../support/whole-journey.ts'
import { tags } from '../support/words.ts'

const profile = mkdtempSync(join(tmpdir(), 'goodfaith-profile-'))
let server: Server
let context: BrowserContext
let page: Page
let traffic: Recorder
/** A case key as the page showed it: in the words of the language, and in digits. */
interface Key {
  readonly words: readonly string[]
  readonly digits: readonly string[]
}

/** One report in each language, and what the page left when it was sent. */
const reports: (Key & { readonly language: string; readonly left: object })[] = []
/** Every form of the keys, and what is derived from them. */
const secrets: (string | Uint8Array)[] = []

/** What a page leaves where a browser keeps things. */
const keptByPage = () =>
  page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookie: document.cookie,
    name: window.name,
    history: JSON.stringify(history.state),
  }))
const nothing = { local: 0, session: 0, databases: 0, caches: 0, workers: 0, cookie: '', name: '', history: 'null' }

const tracesIn = (where: Buffer): string[] =>
  secrets.flatMap((secret) =>
    tracesOf(secret, where).map((way) => `${typeof secret === 'string' ? secret : 'bytes'}: ${way}`),
  )

async function keysOf(words: readonly string[]) {
  const parsed = parseCaseKey(words.join(' '))
  if (!parsed.ok) throw new Error('The page showed a key that nobody can read')
  return { key: parsed.key, ...(await reporterKeys(parsed.key)) }
}

/** Every second neighbour: whatever keeps three parts of a key in a row keeps one of these pairs whole. */
const pairsOf = (parts: readonly string[]) =>
  parts.flatMap((part, place) => (place % 2 === 1 ? [[parts[place - 1] as string, part]] : []))

/** Every form of a key, and what is derived from it. */
async function formsOf({ words, digits }: Key): Promise<(string | Uint8Array)[]> {
  const { key, signing, sealing } = await keysOf(words)
  return [
    ...pairsOf(words).flatMap((pair) => [' ', '-', ',', '","'].map((between) => pair.join(between))),
    ...pairsOf(digits).flatMap((pair) => [' ', ''].map((between) => pair.join(between))),
    ...[key, signing.secretKey.slice(0, 32), sealing.secretKey],
  ]
}

beforeAll(async () => {
  await ready()
  server = await startNode()
  await foundOffice(server)
  context = await launchChromiumIn(profile)
  await context.route(`${description.exitAddress}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>Sunny.' }),
  )
  page = context.pages()[0] ?? (await context.newPage())
  traffic = recorder()
  await traffic.watch(page)
  for (const language of tags) {
    const key = await reportInPage(page, server.origin, (place) => `Something about ${place}.`, language)
    secrets.push(...(await formsOf(key)))
    reports.push({
      ...{ language, ...key },
      left: { address: page.url(), title: await page.title(), kept: await keptByPage() },
    })
  }
})
afterAll(async () => {
  await context?.close()
  await server?.stop()
  rmSync(profile, { recursive: true, force: true })
})

test('after a report is sent, neither the address nor the title, the history or any storage knows the key', async () => {
  for (const { language, left } of reports) {
    expect(left).toMatchObject({ address: `${server.origin}/${language}/report/`, kept: nothing })
    expect(tracesIn(Buffer.from(JSON.stringify(left)))).toEqual([])
  }
  expect(await context.cookies()).toEqual([])
})

test.each(tags)(
  'the reporter comes back with the key, by words and by digits, and nothing keeps it either (%s)',
  async (tag) => {
    const { words, digits } = reports.find(({ language }) => language === tag) as Key
    for (const key of [words, digits]) {
      await enterCase(page, server.origin, key, tag)
      expect(page.url()).toBe(`${server.origin}/${tag}/case/`)
      expect(await keptByPage()).toEqual(nothing)
      expect(await context.cookies()).toEqual([])
    }
    // The page that has opened the case does not go on showing how.
    expect(tracesIn(Buffer.from(await page.locator('body').innerText()))).toEqual([])
  },
)

test.each(tags)(
  'no browser offers to fill the key in: no field has a name, and every one asks for no memory (%s)',
  async (tag) => {
    for (const path of [
      ...['report', 'request', 'case', 'envelope'].map((name) => `${tag}/${name}/`),
      `forms/${tag}.html`,
    ]) {
      await page.goto(`${server.origin}/${path}`)
      const remembered = await page
        .locator('input, textarea, select')
        .evaluateAll((fields) =>
          fields
            .filter(
              (field) =>
                field.hasAttribute('name') ||
                (field.matches('textarea, [type=text]') && field.getAttribute('autocomplete') !== 'off'),
            )
            .map((field) => field.outerHTML),
        )
      expect(remembered).toEqual([])
      expect(await page.locator('form[action], form[method], input[type=password]').count()).toBe(0)
    }
  },
)

test.each(tags)('who leaves by the exit and presses Back finds an empty page (%s)', async (tag) => {
  const { words } = reports.find(({ language }) => language === tag) as Key
  await enterCase(page, server.origin, words, tag)
  await page.locator('#exit').click()
  await page.waitForURL(description.exitAddress)
  await page.goBack()
  expect(tracesIn(Buffer.from(await page.content()))).toEqual([])
  await page.goto(`${server.origin}/${tag}/case/`)
  expect(await page.locator('#key').inputValue()).toBe('')
  expect(await keptByPage()).toEqual(nothing)
})

test('the key, its words and what is derived from it never crossed the network, and the service keeps none of it', async () => {
  expect(tracesIn(Buffer.concat([traffic.sent(), await traffic.received()]))).toEqual([])
  expect(tracesIn(Buffer.concat([await server.stored(), Buffer.from(server.log().join('\n'))]))).toEqual([])
  expect(traffic.addresses().filter((address) => address.includes('#') || /[?&]/.test(address))).toEqual([])
  // What the keys give in public was sent, so that the search looked at the right thing.
  const sent = traffic.sent()
  for (const { words } of reports) expect(tracesOf((await keysOf(words)).address, sent)).not.toEqual([])
})

test('after the browser is closed, its profile on the disk does not hold a key in any language', async () => {
  for (const { words, language } of reports) await enterCase(page, server.origin, words, language)
  await context.close()
  const kept = bytesIn(profile)
  for (const tag of tags) expect(tracesOf(`${server.origin}/${tag}/case/`, kept)).not.toEqual([])
  expect(tracesIn(kept)).toEqual([])
})
