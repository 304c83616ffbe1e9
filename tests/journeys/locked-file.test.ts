import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseKeyWords } from '../../crypto/index.ts'
import { dayNumber } from '../../src/domain/days.ts'
import { launchChromium, launchFirefox } from '../support/browsers.ts'
import { foundAtConsole, go, type Seat, takeSeat } from '../support/console.ts'
import { newReporter, open, type Reporter, sealFile } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

/** A report that was locked weeks ago without a connection, and whoever carries it. */
const story = 'The same key opens every drawer.'
let server: Server
let browser: Browser
let ines: Seat
let reporter: Reporter
let folder: string
let file: string
let today: number

beforeAll(async () => {
  server = await startNode()
  browser = await launchChromium()
  ines = await takeSeat(browser)
  await foundAtConsole(ines, server, 'Ines Aldous')
  reporter = await newReporter(server.origin)
  today = dayNumber((await reporter.client.call('officeState')).day)
  folder = mkdtempSync(join(tmpdir(), 'goodfaith-file-'))
  file = join(folder, 'file.bin')
  const owed = { what: 'acknowledgement', due: '2026-01-02' }
  const summary = { title: story, kind: 'report', state: 'received', received: '2026-01-01', owed, last: 'reporter' }
  const body = { type: 'report', kind: 'report', mode: 'anonymous', language: 'en', story }
  writeFileSync(file, await sealFile(reporter, { day: today - 60, body, summary }))
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const handIn = async (page: Page, path: string): Promise<void> => {
  await page.goto(`${server.origin}/en/hand-in/`)
  await page.setInputFiles('input[type=file]', path)
  await page.getByRole('button', { name: 'Hand in' }).click()
}

describe('a locked file that somebody carries', () => {
  test('goes in by a browser without script, which says what is wrong with another file and then shows the receipt', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    const other = join(folder, 'photo.bin')
    writeFileSync(other, 'no locked file')
    await handIn(page, other)
    expect(await page.getByRole('alert').innerText()).toMatch(/not a locked file.*envelope\.malformed/s)
    await page.setInputFiles('input[type=file]', file)
    await page.getByRole('button', { name: 'Hand in' }).click()
    await page.getByRole('heading', { name: 'The office has it' }).waitFor()
    const [first] = (await open(reporter, reporter.address)).entries
    const code = Buffer.from(first?.hash ?? [])
      .toString('hex')
      .slice(0, 12)
      .toUpperCase()
    expect((await page.locator('dl').innerText()).replaceAll(' ', '')).toContain(code)
    expect(await page.locator('form, template[data-answer]').count()).toBe(0)
    expect(await context.cookies()).toEqual([])
    await context.close()
  })

  test('goes in by Firefox as well, and gives the same receipt again', async () => {
    const firefox = await launchFirefox()
    try {
      const page = await firefox.newPage()
      await page.goto(`${server.origin}/en/hand-in/`)
      const input = await page.waitForSelector('input[type=file]')
      await input?.uploadFile(file)
      await page.locator('form button').click()
      await page.waitForSelector('dl.signed')
      expect(await page.evaluate(() => document.querySelector('h2')?.textContent)).toBe('The office has it')
    } finally {
      await firefox.close()
    }
  })

  test('is a case that its twelve words open', async () => {
    const page = await browser.newPage()
    await page.goto(`${server.origin}/en/case/`)
    await page.fill('#key', caseKeyWords(reporter.caseKey, 'english').join(' '))
    await page.locator('#enter-form button').click()
    await page.waitForSelector('#case-verified h2')
    expect(await page.locator('main').textContent()).toContain(story)
    await page.close()
  })

  test('stands in the inbox with what is owed from the day of its receipt, and leads an officer to the same page', async () => {
    const { page } = ines
    await go(ines, ines.t('bar.inbox'))
    await page.getByText(story).first().waitFor()
    const line = await page.locator('tr', { hasText: story }).innerText()
    expect(line).not.toMatch(/late/i)
    expect(await page.locator('main').innerText()).not.toContain('Late or today')
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Hand it in' }).click(),
    ])
    await tab.waitForLoadState()
    expect(new URL(tab.url()).pathname).toBe('/en/hand-in/')
    expect(ines.complaints).toEqual([])
  })
})
