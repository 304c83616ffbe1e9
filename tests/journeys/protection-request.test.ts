import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseKeyDigits } from '../../crypto/index.ts'
import { toBase64url } from '../../crypto/wire/index.ts'
import { launchChromium } from '../support/browsers.ts'
import { arrive, foundAtConsole, go, press, type Seat, takeSeat } from '../support/console.ts'
import { newReporter, type Reporter, sealReport } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

let server: Server
let browser: Browser
let page: Page
let officer: Seat
let words: string[]
let earlier: Reporter

const STORY = 'Since I reported the travel, they push me out.'

beforeAll(async () => {
  server = await startNode()
  browser = await launchChromium()
  officer = await takeSeat(browser)
  await foundAtConsole(officer, server, 'Ines Aldous')
  earlier = await newReporter(server.origin)
  const body = { type: 'report', kind: 'report', mode: 'anonymous', language: 'en', story: 'Travel is billed twice.' }
  await earlier.client.call('submitReport', { body: await sealReport(earlier, { body }) })
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const next = () => page.locator('[data-act=next]:visible').click()
const progress = () => page.locator('.steps b:visible').textContent()
const entry = (number: number) => page.locator('#acts > li').nth(number - 1)
const drawn = (within: Page, figure = 'figure.wide-only') =>
  within.locator(`${figure} text.t-d`).filter({ visible: true }).allTextContents()

/** Chooses a file for the second act, and looks whether the choice stays while the first act goes and comes back. */
const tieFile = async (): Promise<void> => {
  const buffer = Buffer.from('The appraisal was lowered.')
  await page.setInputFiles('#files-input', { name: 'appraisal.txt', mimeType: 'text/plain', buffer })
  await page.getByText('A plain text').waitFor()
  const choice = page.getByLabel('Which act does it show?')
  await choice.selectOption({ index: 2 })
  const back = async (step: string) => {
    while (!(await page.locator(`#step-${step}`).isVisible())) await page.locator('[data-act=back]:visible').click()
  }
  const forth = async () => {
    while (!(await page.locator('#step-evidence').isVisible())) await next()
  }
  await back('acts')
  await entry(1).locator('[data-act=remove]').click()
  await forth()
  expect(await choice.locator('option:checked').textContent()).toMatch(/^1\. /)
  await back('acts')
  await page.locator('#acts-status button').click()
  await forth()
  expect(await choice.locator('option:checked').textContent()).toMatch(/^2\. /)
}

describe('a request for protection', () => {
  test('says from its first step on that an appeal has limits of its own', async () => {
    await page.goto(`${server.origin}/en/request/`)
    expect(await page.locator('h1:visible').textContent()).toBe('Who needs protection?')
    expect(await progress()).toBe('Step 1 of 15')
    expect(await page.locator('#step-whom .box.warn').textContent()).toContain('not confirmed')
    await page.locator('#for_whom-me').check()
    await page.locator('#track-protection').check()
    await next()
    await next()
    await page.fill('#story', STORY)
    await next()
  })

  test('draws the days between while the acts are typed', async () => {
    await page.fill('#activity_what', 'I reported travel that was billed twice.')
    await page.fill('#activity_to', 'the head of internal audit')
    await page.fill('#activity_when', '2026-04-14')
    const digits = caseKeyDigits(earlier.caseKey)
    await page.fill('#earlier-key', digits.slice(1).join(' '))
    await next()
    await page.locator('#spoke-errors').filter({ hasText: 'There must be 12' }).waitFor()
    await page.fill('#earlier-key', digits.join(' '))
    await next()
    await page.waitForSelector('#step-acts:not([hidden])')
    expect(await page.locator('#acts-course').textContent()).toContain('As soon as')
    await entry(1).locator('select').first().selectOption('kept-off-projects')
    await entry(1).locator('[data-part=taken]').fill('2026-05-04')
    expect(await drawn(page)).toEqual(['20 days'])
    await page.locator('#act-add').click()
    await entry(2).locator('select').first().selectOption('bad-appraisal')
    await entry(2).locator('[data-part=notified]').fill('2026-06-19')
    await entry(2).locator('[data-part=witness]').fill('a colleague')
    expect(await drawn(page)).toEqual(['20 days', '66 days'])
    expect(await page.locator('#acts-course').textContent()).toContain(
      'Act 1: 20 days after speaking up. Act 2: 66 days after speaking up.',
    )
    expect(await entry(2).locator('[data-limit]').textContent()).toContain('not confirmed')
  })

  test('loses nothing when an act is taken away and put back', async () => {
    await entry(1).locator('[data-act=remove]').click()
    expect(await drawn(page)).toEqual(['66 days'])
    expect(await entry(1).locator('[data-part=witness]').inputValue()).toBe('a colleague')
    await page.locator('#acts-status button').click()
    expect(await drawn(page)).toEqual(['20 days', '66 days'])
    expect(await entry(1).locator('[data-part=taken]').inputValue()).toBe('2026-05-04')
  })

  test('is read back in words, and sent', async () => {
    await next()
    await page.fill('#knowledge_who', 'The head of section, since 21 April.')
    await next()
    await page.locator('#measures-separate').check()
    await next()
    await page.fill('#work_duties', 'Travel claims of the western region')
    await next()
    // Details, safety, evidence and contact stay open; what was told before was asked already.
    for (const step of ['details', 'safety', 'evidence', 'contact']) {
      expect(await page.locator('section.step:visible').getAttribute('id')).toBe(`step-${step}`)
      if (step === 'evidence') await tieFile()
      await next()
    }
    await page.waitForSelector('#readers .choice')
    await next()
    const answers = await page.locator('#answers').innerText()
    for (const part of ['Kept off', 'Keep the parties apart', 'Travel claims', '4 May 2026', 'Something was done'])
      expect(answers).toContain(part)
    await next()
    await page.waitForSelector('.words li')
    words = await page.locator('.words b').allTextContents()
    await page.locator('#no-return').check()
    await page.locator('#send').click()
    await page.waitForSelector('#receipt dd')
  })

  test('shows the officer its three elements and the days, and the work situation only with the name', async () => {
    await go(officer, 'People')
    await go(officer, 'Inbox')
    await officer.page.getByRole('row', { name: 'Request for protection' }).click()
    await arrive(officer, 'Are you involved in this case?')
    const card = await officer.page.locator('main').innerText()
    for (const part of ['the head of internal audit', 'a colleague', 'The head of section'])
      expect(card).toContain(part)
    for (const part of [STORY, 'travel that was billed', 'Kept off']) expect(card).not.toContain(part)
    await officer.page.getByRole('button', { name: 'I have no conflict' }).click()
    await arrive(officer, STORY)
    const rows = await officer.page.locator('.story table tbody tr').allInnerTexts()
    expect(rows).toHaveLength(5)
    expect(rows[0]).toContain('14 April 2026')
    expect(rows[2]).toMatch(/1\. .*2\. /s)
    const acts = await officer.page.locator('.act-list > li').allInnerTexts()
    expect(acts.map((act) => act.includes('appraisal.txt'))).toEqual([false, true])
    expect(await officer.page.locator('.evidence li').innerText()).toContain('Shows act 2.')
    expect(rows[3]).toContain('The head of section, since 21 April.')
    expect(rows[4]).toContain('Keep the parties apart')
    const proven = officer.page.locator('.story table a')
    await proven.waitFor()
    expect(await proven.getAttribute('href')).toBe(`#case/${toBase64url(earlier.address)}`)
    expect(await drawn(officer.page)).toEqual(['20 days', '66 days'])
    expect(await officer.page.locator('main').innerText()).not.toContain('Travel claims')
    await press(officer, 'Open the name')
    await officer.page.getByRole('dialog').getByRole('textbox').fill('To compare the appraisal with the duties.')
    await officer.page.getByRole('dialog').getByRole('button').first().click()
    await officer.page.getByText('Travel claims of the western region').waitFor()
    expect(officer.complaints).toEqual([])
  })

  test('shows the requester the same days, the notice, and who opened the envelope', async () => {
    await page.goto(`${server.origin}/en/case/`)
    await page.fill('#key', words.join(' '))
    await page.locator('#enter-form button').first().click()
    await page.waitForSelector('#case-request:not([hidden])')
    expect(await drawn(page, '#case-course')).toEqual(['20 days', '66 days'])
    expect(await page.locator('#case-request .box.warn').innerText()).toContain('may not stop the time limits')
    expect(await page.locator('#case-names').innerText()).toContain('Ines Aldous')
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('#case-save').click()])
    const text = await new Response(
      new ReadableStream({
        start: async (controller) => {
          for await (const part of await file.createReadStream()) controller.enqueue(part)
          controller.close()
        },
      }),
    ).text()
    for (const part of ['may not stop the time limits', '66 days after speaking up', 'Kept off', 'Travel claims'])
      expect(text).toContain(part)
  })
})
