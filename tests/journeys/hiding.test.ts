import type { Browser, Page } from 'playwright-core'
import type { Browser as Firefox } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseKeyWords, ready } from '../../crypto/index.ts'
import { launchChromium, launchFirefox } from '../support/browsers.ts'
import { foundOffice, type Office } from '../support/office.ts'
import { act, message, type Reporter, report } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

let browser: Browser
let server: Server
let office: Office
let reporter: Reporter
let page: Page

beforeAll(async () => {
  await ready()
  server = await startNode()
  office = await foundOffice(server)
  browser = await launchChromium()
  reporter = await report(office, {
    body: { type: 'report', kind: 'report', mode: 'anonymous', language: 'en', story: 'The contract was split.' },
  })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})
beforeEach(async () => {
  page = await (await browser.newContext()).newPage()
})
afterEach(() => page.context().close())

const words = (): string => caseKeyWords(reporter.caseKey, 'english').join(' ')

const openCase = async (): Promise<void> => {
  await page.goto(`${server.origin}/en/case/`)
  await page.fill('#key', words())
  await page.locator('#enter-form button').click()
  await page.waitForSelector('#case-verified h2')
}

describe('a page that nobody touches', () => {
  beforeEach(() => page.clock.install())

  test('is covered after five minutes, and everything typed is there when it is shown again', async () => {
    await page.goto(`${server.origin}/en/report/`)
    await page.waitForSelector('#rehearsal:not([hidden])')
    await page.locator('[data-act=next]:visible').click()
    await page.locator('[data-act=next]:visible').click()
    await page.fill('#story', 'The contract was split.')
    await page.clock.runFor('04:50')
    expect(await page.locator('#cover').count()).toBe(0)
    await page.keyboard.press('Shift')
    await page.clock.runFor('04:50')
    expect(await page.locator('#cover').count()).toBe(0)
    await page.clock.runFor('01:20')
    await page.waitForSelector('#cover')
    const seen = await page.locator('body').innerText()
    expect(seen).not.toMatch(/contract|happened|Goodfaith|Ethics/i)
    expect(await page.locator('#story').isVisible()).toBe(false)
    expect(await page.locator('#exit').isVisible()).toBe(true)
    await page.locator('#cover button').click()
    expect(await page.inputValue('#story')).toBe('The contract was split.')
    expect(await page.locator('#story').isVisible()).toBe(true)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('story')
  })

  test('that shows a case asks for the key, and for the right one', async () => {
    await openCase()
    await page.locator('[data-open=write]').click()
    await page.fill('#write-text', 'One more thing.')
    await page.clock.runFor('06:10')
    await page.waitForSelector('#cover')
    expect(await page.locator('body').innerText()).not.toMatch(/case|report|office/i)
    await page.locator('#cover button').click()
    await page.waitForSelector('#cover-errors:not([hidden])')
    await page.fill('#cover-key', 'legal winner thank year wave sausage worth useful legal winner thank yellow')
    await page.locator('#cover button').click()
    await page.locator('#cover-errors', { hasText: 'not the key that opened this page' }).waitFor()
    await page.fill('#cover-key', words())
    await page.locator('#cover button').click()
    await page.waitForSelector('#opened')
    expect(await page.inputValue('#write-text')).toBe('One more thing.')
    expect(await page.content()).not.toContain(words().split(' ').slice(0, 2).join(' '))
  })

  test('is covered as soon as a device that slept is looked at again', async () => {
    await page.goto(`${server.origin}/en/report/`)
    await page.locator('[data-act=next]:visible').waitFor()
    await page.clock.pauseAt(new Date(Date.now() + 3_600_000))
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await page.waitForSelector('#cover')
  })
})

describe('whoever leaves', () => {
  test('leaves an empty page behind, however they go', async () => {
    await openCase()
    const left = await page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
      return { body: document.body.innerHTML, title: document.title }
    })
    expect(left).toEqual({ body: '', title: '' })
  })

  test('finds no word of theirs by Back, Forward or the history of the page', async () => {
    await openCase()
    await page.goto(`${server.origin}/en/help/`)
    await page.goBack()
    await page.waitForSelector('#enter:not([hidden])')
    expect(await page.content()).not.toContain('The contract was split.')
    expect(await page.inputValue('#key')).toBe('')
    expect(await page.evaluate(() => JSON.stringify(history.state))).toBe('null')
  })

  test('finds none in Firefox either, which keeps pages in memory', async () => {
    const firefox: Firefox = await launchFirefox()
    try {
      const tab = await firefox.newPage()
      await tab.goto(`${server.origin}/en/case/`)
      await tab.waitForFunction(() => document.querySelector('#key')?.checkVisibility())
      await tab.locator('#key').fill(words())
      await tab.evaluate(() => document.querySelector<HTMLElement>('#enter-form button')?.click())
      await tab.waitForFunction(() => document.querySelector('#case-verified h2')?.checkVisibility())
      await tab.goto(`${server.origin}/en/help/`)
      await tab.goBack()
      await tab.waitForFunction(() => document.querySelector('#enter')?.checkVisibility())
      expect(await tab.content()).not.toContain('The contract was split.')
      expect(await tab.evaluate(() => document.querySelector<HTMLTextAreaElement>('#key')?.value)).toBe('')
    } finally {
      await firefox.close()
    }
  })
})

test('whoever returns sees the three newest entries, and older ones when they ask for them', async () => {
  for (const text of ['First words.', 'Second words.', 'Third words.'])
    await act(reporter, reporter.address, message(text))
  await openCase()
  expect(await page.locator('#case-history > li > div > time').count()).toBe(4)
  expect(await page.locator('#case-history').innerText()).not.toMatch(/You sent your report/)
  await page.locator('#case-history summary', { hasText: 'One older entry' }).click()
  expect(await page.locator('#case-history').innerText()).toMatch(/You sent your report/)
})

test('whoever returns is told when the key was last used, by a number that only they have seen', async () => {
  const note = () => page.locator('#case-visit').innerText()
  const own = await report(office, {
    body: { type: 'report', kind: 'report', mode: 'anonymous', language: 'en', story: 'The contract was split.' },
  })
  const enter = async (): Promise<void> => {
    await page.goto(`${server.origin}/en/case/`)
    await page.fill('#key', caseKeyWords(own.caseKey, 'english').join(' '))
    await page.locator('#enter-form button').click()
    await page.waitForSelector('#case-verified h2')
  }
  await enter()
  const [, first] = /today’s visit is (\d+)/.exec(await note()) ?? []
  expect(first).toBeDefined()
  await page.locator('[data-open=write]').click()
  await page.fill('#write-text', 'One more thing.')
  await page.locator('#write [type=submit]').click()
  await page.waitForSelector('#case-status:not(:empty)')
  await enter()
  // Reading once more after something was written is no visit of its own.
  expect(await note()).toContain(`That visit had the number ${first}.`)
})

test('a case opens also where the mark of the visit cannot be left', async () => {
  await page.route('**/api/case/visit', (route) => route.abort())
  await openCase()
  expect(await page.locator('#case-visit').innerText()).toMatch(/could not be seen/)
})
