import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromiumWithVoice } from '../support/browsers.ts'
import { foundOffice } from '../support/office.ts'
import { stepBack } from '../support/reporter-page.ts'
import { type Server, startNode } from '../support/servers.ts'

let server: Server
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startNode()
  await foundOffice(server)
  browser = await launchChromiumWithVoice()
  page = await (await browser.newContext()).newPage()
  // What is played is what will be sent; the page's policy lets nobody fetch it by its address.
  await page.addInitScript(() => {
    const make = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (played) => {
      Object.assign(globalThis, { played })
      return make(played)
    }
  })
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

/** Plays it by the keyboard alone, and tells whether it was heard. */
const listen = async () => {
  const audio = page.locator('audio')
  await audio.focus()
  await page.keyboard.press('Space')
  await page.waitForFunction(() => (document.querySelector('audio')?.currentTime ?? 0) > 0)
  return audio.evaluate((player: HTMLAudioElement) => ({ paused: player.paused, error: player.error }))
}

test('what was recorded can be heard before it is sent, and falls silent when the page goes on', async () => {
  await page.locator('[data-act=back]:visible').click()
  const row = page.locator('#files > ul > li')
  expect(await row.getByLabel('Listen to recording 1.').count()).toBe(1)
  // Every browser signs what it records.
  expect(await row.innerText()).toContain('Your voice is not changed and can identify you.')
  expect(await row.innerText()).toMatch(/Taken out of it:\s+the program \(Chrom/)
  const heard = await page.evaluate(async () => [
    ...new Uint8Array(await (Reflect.get(globalThis, 'played') as Blob).arrayBuffer()),
  ])
  expect(heard.length).toBeGreaterThan(0)
  expect(Buffer.from(heard).toString('latin1')).not.toContain('Chrom')
  expect(await listen()).toEqual({ paused: false, error: null })
  // A recording of a moment must not end by itself before the page has gone on.
  await page.locator('audio').evaluate((player: HTMLAudioElement) => {
    player.loop = true
  })
  await next()
  await page.waitForFunction(() => document.querySelector('audio')?.paused)
  await page.locator('[data-act=back]:visible').click()
})

test('one that did not turn out well is deleted and made anew with one press', async () => {
  const address = await page.locator('audio').evaluate((player: HTMLAudioElement) => player.src)
  await page.getByRole('button', { name: 'Delete it and record again' }).click()
  await page.getByText('Recording. Nothing is sent while you speak.').waitFor()
  expect(await page.locator('#files > ul > li').count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('files-record')
  const left = await page.evaluate(
    (blob) =>
      new Promise((resolve) => {
        const player = new Audio(blob)
        player.addEventListener('loadedmetadata', () => resolve('there'))
        player.addEventListener('error', () => resolve('gone'))
      }),
    address,
  )
  expect(left).toBe('gone')
  await page.keyboard.press('Enter')
  await page.getByLabel('Listen to recording 2.').waitFor()
})

test('a recording that somebody walked back from leads them to it instead of the review, by whatever way they come', async () => {
  const back = () => page.locator('[data-act=back]:visible').click()
  await record()
  await page.getByText('Recording. Nothing is sent while you speak.').waitFor()
  for (let step = 0; step < 4; step += 1) await back()
  await page.locator('[data-act=skip]:visible').click()
  await page.waitForSelector('#readers .choice')
  await next()
  await page.locator('#evidence-errors').getByText('A recording is still running.').waitFor()
  expect(await page.locator('#step-review').isVisible()).toBe(false)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('evidence-errors')
  await stepBack(page)
  await page.locator('#step-exclude').waitFor()
  await next()
  await page.locator('#files-record').click()
  await page.getByLabel('Listen to recording 3.').waitFor()
  await page.getByText('Looking for traces.').waitFor({ state: 'detached' })
  await next()
  await page.locator('[data-record]:visible').waitFor({ state: 'hidden' })
})
