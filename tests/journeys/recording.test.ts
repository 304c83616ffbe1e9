import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromiumWithVoice } from '../support/browsers.ts'
import { foundOffice } from '../support/office.ts'
import { type Server, startNode } from '../support/servers.ts'

let server: Server
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startNode()
  await foundOffice(server)
  browser = await launchChromiumWithVoice()
  page = await (await browser.newContext()).newPage()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const next = () => page.locator('[data-act=next]:visible').click()
const record = () => page.locator('[data-record]:visible').click()

test('a recording that still runs is not left behind: the page says so, and ended it is one more file', async () => {
  await page.goto(`${server.origin}/en/report/`)
  await next()
  await next()
  await page.fill('#story', 'They said it aloud.')
  for (let step = 0; step < 4; step += 1) await next()
  await record()
  await page.getByText('Recording. Nothing is sent while you speak.').waitFor()
  await next()
  await page.getByText('A recording is still running.').first().waitFor()
  expect(await page.locator('[data-record]:visible').count()).toBe(1)
  await record()
  await page.locator('.files li:visible, ul li[id^=file-]:visible').first().waitFor()
  await next()
  await page.locator('[data-record]:visible').waitFor({ state: 'hidden' })
})
