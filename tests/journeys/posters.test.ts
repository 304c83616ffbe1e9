import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/browsers.ts'
import { foundOffice } from '../support/office.ts'
import { type Server, startNode } from '../support/servers.ts'

let server: Server
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startNode()
  browser = await launchChromium()
  page = await (await browser.newContext()).newPage()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const numberOf = async (selector: string) => (await page.locator(selector).first().textContent())?.replaceAll(/\D/g, '')

test('before there is an office there is no poster either', async () => {
  await page.goto(`${server.origin}/en/posters/`)
  await page.locator('#no-office').waitFor()
  expect(await page.locator('.poster').isVisible()).toBe(false)
})

test('poster and cards carry the address and the number that the page has verified, in every language', async () => {
  await foundOffice(server)
  for (const language of ['en', 'fr', 'es', 'ar']) {
    await page.goto(`${server.origin}/${language}/posters/`)
    await page.locator('.poster').waitFor()
    expect(await page.locator('[data-code] svg').count()).toBe(11)
    expect(await page.locator('.poster-address').allTextContents()).toEqual(
      Array.from({ length: 11 }, () => `${server.origin}/${language}`),
    )
    expect(await numberOf('.poster [data-office=fingerprint]')).toBe(await numberOf('#fingerprint [data-office]'))
    expect(await page.evaluate(() => document.body.scrollWidth <= innerWidth)).toBe(true)
  }
})

test('on paper is what was asked for, and nothing of the page around it', async () => {
  await page.goto(`${server.origin}/en/posters/`)
  await page.locator('.poster').waitFor()
  await page.evaluate(() => {
    window.print = () => undefined
  })
  await page.emulateMedia({ media: 'print' })
  const seen = async () =>
    Promise.all(['.poster', '.cards', 'h1', '.top', '.foot'].map((part) => page.locator(part).first().isVisible()))
  expect(await seen()).toEqual([true, false, false, false, false])
  await page.emulateMedia({ media: 'screen' })
  await page.locator('[data-print=cards]').click()
  await page.emulateMedia({ media: 'print' })
  expect(await seen()).toEqual([false, true, false, false, false])
  const pages = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pages.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})
