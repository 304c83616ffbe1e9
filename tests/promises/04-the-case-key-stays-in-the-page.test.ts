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

const profile = mkdtempSync(join(tmpdir(), 'goodfaith-profile-'))
let server: Server
let context: BrowserContext
let page: Page
let traffic: Recorder
let words: string[]
let digits: string[]
/** Every form of the key, and what is derived from it. */
let secrets: (string | Uint8Array)[]

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
    // The step that is open, for the browser's own Back; nothing else.
    history: JSON.stringify(history.state)?.replace(/^\{"step":"[a-z]+"\}$/, 'null'),
  }))
const nothing = { local: 0, session: 0, databases: 0, caches: 0, workers: 0, cookie: '', name: '', history: 'null' }

const tracesIn = (where: Buffer): string[] =>
  secrets.flatMap((secret) =>
    tracesOf(secret, where).map((way) => `${typeof secret === 'string' ? secret : 'bytes'}: ${way}`),
  )

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
  ;({ words, digits } = await reportInPage(page, server.origin, (place) => `Something about ${place}.`))
  const parsed = parseCaseKey(words.join(' '))
  if (!parsed.ok) throw new Error('The page showed a key that nobody can read')
  const { signing, sealing } = await reporterKeys(parsed.key)
  const pairs = words.slice(1).map((word, place) => [words[place] as string, word])
  secrets = [
    ...pairs.flatMap((pair) => [pair.join(' '), pair.join('-'), pair.join(','), pair.join('","')]),
    ...digits.slice(1).flatMap((group, place) => [`${digits[place]} ${group}`, `${digits[place]}${group}`]),
    ...[parsed.key, signing.secretKey.slice(0, 32), sealing.secretKey],
  ]
})
afterAll(async () => {
  await context?.close()
  await server?.stop()
  rmSync(profile, { recursive: true, force: true })
})

test('after a report is sent, neither the address nor the title, the history or any storage knows the key', async () => {
  expect(page.url()).toBe(`${server.origin}/en/report/`)
  expect(tracesIn(Buffer.from(`${page.url()} ${await page.title()}`))).toEqual([])
  expect(await keptByPage()).toEqual(nothing)
  expect(await context.cookies()).toEqual([])
})

test('the reporter comes back with the key, by words and by digits, and nothing keeps it either', async () => {
  for (const key of [words, digits]) {
    await enterCase(page, server.origin, key)
    expect(page.url()).toBe(`${server.origin}/en/case/`)
    expect(await keptByPage()).toEqual(nothing)
    expect(await context.cookies()).toEqual([])
  }
  // The page that has opened the case does not go on showing how.
  expect(tracesIn(Buffer.from(await page.locator('body').innerText()))).toEqual([])
})

test('no browser offers to fill the key in: no field has a name, and every one asks for no memory', async () => {
  for (const path of ['report', 'request', 'case']) {
    await page.goto(`${server.origin}/en/${path}/`)
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
})

test('who leaves by the exit and presses Back finds an empty page', async () => {
  await enterCase(page, server.origin, words)
  await page.locator('#exit').click()
  await page.waitForURL(description.exitAddress)
  await page.goBack()
  expect(tracesIn(Buffer.from(await page.content()))).toEqual([])
  await page.goto(`${server.origin}/en/case/`)
  expect(await page.locator('#key').inputValue()).toBe('')
  expect(await keptByPage()).toEqual(nothing)
})

test('the key, its words and what is derived from it never crossed the network, and the service keeps none of it', async () => {
  expect(tracesIn(Buffer.concat([traffic.sent(), await traffic.received()]))).toEqual([])
  expect(tracesIn(Buffer.concat([await server.stored(), Buffer.from(server.log().join('\n'))]))).toEqual([])
  expect(traffic.addresses().filter((address) => address.includes('#') || /[?&]/.test(address))).toEqual([])
  // What the key gives in public was sent, so that the search looked at the right thing.
  const parsed = parseCaseKey(words.join(' '))
  const { address } = await reporterKeys(parsed.ok ? parsed.key : new Uint8Array(16))
  expect(tracesOf(address, traffic.sent())).not.toEqual([])
})

test('after the browser is closed, its profile on the disk does not hold the key', async () => {
  await enterCase(page, server.origin, words)
  await context.close()
  const kept = bytesIn(profile)
  expect(tracesOf(`${server.origin}/en/case/`, kept)).not.toEqual([])
  expect(tracesIn(kept)).toEqual([])
})
