import type { Browser as Chromium } from 'playwright-core'
import type { Browser as Firefox, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromBase64url } from '../../crypto/wire/base64url.ts'
import type { Bytes } from '../../crypto/wire/bytes.ts'
import { launchChromium, launchFirefox } from '../support/browsers.ts'
import { foundOffice, type Office } from '../support/office.ts'
import { inFirefox, type PersonsPage, sendFromReaders } from '../support/reporter-page.ts'
import { act, message, open } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'
import { tags, wordsIn } from '../support/words.ts'

let server: Server
let office: Office
beforeAll(async () => {
  server = await startNode()
  office = await foundOffice(server)
})
afterAll(() => server.stop())

describe('somebody with Tor Browser at its level "Safer"', () => {
  let browser: Firefox
  let raw: Page
  let page: PersonsPage

  beforeAll(async () => {
    browser = await launchFirefox({ safer: true })
    raw = await browser.newPage()
    page = inFirefox(raw)
  })
  afterAll(() => browser?.close())

  const known = new Set<string>()
  /** The case that came since this was asked before. */
  const arrived = async () => {
    const { cases } = await office.chief.client.call('listCases')
    const fresh = cases.map((line) => line.case).filter((address) => !known.has(address))
    expect(fresh).toHaveLength(1)
    known.add(fresh[0] ?? '')
    return fromBase64url(fresh[0] ?? '')
  }
  const scripts = () =>
    raw.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name.replace(/.*\/assets\/|-[0-9a-f]{16}\.js/g, '')),
    )

  describe.each(tags)('and pages in its own language (%s)', (language) => {
    const t = wordsIn(language)
    // What a person could write: sentences of that language, with its own letters.
    const [story, question, reply] = [t('report.what.care'), t('report.what.prompts.seen'), t('report.what.lead')]
    let words: string[]
    let address: Bytes

    test('has no WebAssembly and reports all the same, by the plain build of the cryptography alone', async () => {
      await page.open(`${server.origin}/${language}/report/`)
      expect(await raw.evaluate(() => typeof WebAssembly)).toBe('undefined')
      await page.click('#step-need [data-act=next]')
      await page.click('#step-how [data-act=next]')
      await page.type('#story', story)
      await page.click('[data-act=skip]')
      words = await sendFromReaders(page)
      address = await arrived()
      const loaded = await scripts()
      expect(loaded).toContain('crypto-worker-js')
      expect(loaded).not.toContain('crypto-worker')
    })

    test('is read by the office, word for word', async () => {
      const { entries, broken } = await open(office.chief, address)
      expect(broken).toBeNull()
      expect(entries[0]?.body).toMatchObject({ type: 'report', language, story })
      await act(office.chief, address, message(question))
    })

    test('comes back with the words, reads the answer and replies', async () => {
      await page.open(`${server.origin}/${language}/case/`)
      await page.type('#key', words.join(' '))
      await page.click('#enter-form button')
      await page.sees('#case-answer')
      expect((await page.texts('#case-answer')).join()).toContain(question)
      await page.click('[data-open=write]')
      await page.type('#write-text', reply)
      await page.click('#write [type=submit]')
      await page.sees('#case-status:not(:empty)')
      const { entries } = await open(office.chief, address)
      expect(entries.at(-1)?.body).toMatchObject({ type: 'message', text: reply })
    })
  })
})

describe('somebody whose browser runs no script at all', () => {
  let browser: Chromium
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())

  test.each(tags)('reads every page, and finds no field that could leak (%s)', async (language) => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    for (const path of [
      '',
      'report/',
      'request/',
      'case/',
      'help/',
      'privacy/',
      'accessibility/',
      'envelope/',
      'posters/',
      'rules/',
      'office/',
      'nowhere/',
    ]) {
      await page.goto(`${server.origin}/${language}/${path}`)
      const controls = page.locator('input, textarea, select, button, [contenteditable]').filter({ visible: true })
      expect([path, await controls.count()]).toEqual([path, 0])
      expect(await page.locator('form[action], form[method]').count()).toBe(0)
      expect(await page.locator('h1').filter({ visible: true }).count(), path).toBe(1)
      const text = await page.locator('body').innerText()
      expect(text.length, path).toBeGreaterThan(100)
      expect(text, path).not.toMatch(/undefined|\[object|\{\$|\bnull\b/)
    }
    await page.close()
  })

  test.each(tags)(
    'is told why nothing can be sent from there, and how else to reach the office (%s)',
    async (language) => {
      const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
      for (const path of ['report/', 'request/', 'case/']) {
        await page.goto(`${server.origin}/${language}/${path}`)
        const notice = page.locator('#script-needed')
        expect(await notice.innerText()).toMatch(/script/i)
        await notice.getByRole('link').first().click()
        await page.waitForURL(`${server.origin}/${language}/help/#script`)
        expect(await page.locator('#script a').getAttribute('href')).toBe(`/${language}/envelope/`)
      }
      await page.goto(`${server.origin}/${language}/office/`)
      expect(await page.locator('body').innerText()).toMatch(/script/i)
      await page.close()
    },
  )

  test('can still leave by the exit', async () => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await page.goto(`${server.origin}/en/report/`)
    const address = await page.locator('#exit').getAttribute('href')
    expect(address).toMatch(/^https:\/\//)
    await page.keyboard.press('Tab')
    expect(await page.locator('#exit').evaluate((exit) => exit === document.activeElement)).toBe(true)
    await page.close()
  })
})
