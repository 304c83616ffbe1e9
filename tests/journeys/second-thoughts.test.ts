import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseKeyWords } from '../../crypto/index.ts'
import { launchChromium } from '../support/browsers.ts'
import { foundAtConsole, type Seat, signInAtConsole, takeSeat } from '../support/console.ts'
import { newReporter, sealReport } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

let browser: Browser
let server: Server
let seat: Seat

beforeAll(async () => {
  server = await startNode()
  browser = await launchChromium()
  seat = await takeSeat(browser)
  await foundAtConsole(seat, server, 'Marika Osei')
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('a reporter puts an answer right; both sides see it, and what stood there stays readable', async () => {
  const reporter = await newReporter(server.origin)
  const body = {
    ...{ type: 'report', kind: 'report', mode: 'anonymous', language: 'en' },
    ...{ story: 'The contract was split.', when: 'In May, I think.' },
  }
  await reporter.client.call('submitReport', { body: await sealReport(reporter, { body }) })
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${server.origin}/en/case/`)
  await page.fill('#key', caseKeyWords(reporter.caseKey, 'english').join(' '))
  await page.locator('#enter-form button').click()
  await page.waitForSelector('#case-verified h2')
  await page.locator('[data-open=write]').click()
  await page.locator('#write-corrects').selectOption('0 when')
  await page.fill('#write-text', 'It was in June.')
  await page.locator('#write [type=submit]').click()
  await page.waitForSelector('#case-status:not(:empty)')
  const history = page.locator('#case-history')
  expect(await history.innerText()).toContain('It corrects the answer “When” in entry 1.')
  expect(await history.innerText()).toMatch(/The answer “When” was corrected on .* by entry 2\./)
  for (const summary of await history.locator('summary').all()) await summary.click()
  expect(await history.innerText()).toContain('In May, I think.')
  expect(await history.innerText()).toContain('It was in June.')
  // The next message is a new one again.
  expect(await page.locator('#write-corrects').inputValue()).toBe('')

  await seat.page.goto(`${server.origin}/en/`)
  await seat.page.goto(`${server.origin}/en/office/`)
  await signInAtConsole(seat)
  await seat.page.locator('.list .title a').first().click()
  await seat.page.getByText('It was in June.').waitFor()
  const file = await seat.page.locator('main').innerText()
  expect(file).toContain('It corrects the answer “When” in entry 1.')
  expect(file).toMatch(/The answer “When” was corrected on .* by entry 2\./)
  expect(file).toContain('In May, I think.')
  await page.context().close()
})
