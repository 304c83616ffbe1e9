import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseKeyWords, kitWords } from '../../crypto/index.ts'
import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import { rulesOfPack } from '../../src/build/pack.ts'
import { packFiles } from '../../src/domain/packs/in-use.ts'
import { launchChromium } from '../support/browsers.ts'
import { arrive, enterByKitAtConsole, go, press, type Seat, takeSeat } from '../support/console.ts'
import { type Office, openOffice, staffedOffice } from '../support/office.ts'
import { type Reporter, report } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

const now = Date.UTC(2026, 10, 20, 9)
const question = 'May I accept a watch from a supplier?'
let server: Server
let browser: Browser
let office: Office
let reporter: Reporter
let marika: Seat
let page: Page

/** Goes to the case by its address, as a bookmark would. */
const visit = async (heading: string): Promise<void> => {
  await go(marika, 'Inbox')
  await arrive(marika, 'Inbox')
  await marika.page.evaluate(
    (hash) => {
      location.hash = hash
    },
    `#case/${toBase64url(reporter.address)}`,
  )
  await arrive(marika, heading)
}

const enter = async (): Promise<void> => {
  await page.goto(`${server.origin}/en/case/`)
  await page.fill('#key', caseKeyWords(reporter.caseKey, 'english').join(' '))
  await page.locator('#enter-form button').first().click()
  await page.waitForSelector('#case-request:not([hidden])')
}

beforeAll(async () => {
  server = await startNode({ clock: () => now })
  browser = await launchChromium()
  office = await staffedOffice(server)
  await openOffice(office)
  reporter = await report(office, {
    body: { type: 'report', kind: 'advice', mode: 'anonymous', language: 'en', story: question },
    pack: fromBase64url(rulesOfPack(packFiles).hash),
  })
  marika = await takeSeat(browser)
  await enterByKitAtConsole(marika, server, kitWords(office.chief.kit, 'english'))
  page = await (await browser.newContext()).newPage()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('whoever asks for advice', () => {
  test('sees by when the office answers, and nothing of acts or appeals', async () => {
    await enter()
    expect(await page.locator('#request-place').innerText()).toContain('Advice asked for')
    expect(await page.locator('#request-limits').innerText()).toContain(
      'Advice: 14 days are left, until Friday 4 December',
    )
    expect(await page.locator('#request-appeal').isVisible()).toBe(false)
    expect(await page.locator('details[data-step=compare]').count()).toBe(0)
  })

  test('is answered by a step that the rules offer to an officer who declared', async () => {
    await visit('Are you involved in this case?')
    await marika.page.getByRole('button', { name: 'I have no conflict' }).click()
    await arrive(marika, question)
    expect(await marika.page.locator('.elements').count()).toBe(0)
    await marika.page.getByRole('button', { name: 'Answer the question' }).click()
    await marika.page.locator('form.step textarea').last().fill('You may not. Give it back.')
    await marika.page.locator('form.step').getByRole('button', { name: 'Sign' }).click()
    await press(marika, 'Send now')
    await marika.page.locator('.entry').getByText('You may not. Give it back.').waitFor()
    expect(await marika.page.locator('.void').count()).toBe(0)
    expect(marika.complaints).toEqual([])
    await enter()
    expect(await page.locator('#request-place').innerText()).toContain('Advice given')
    expect(await page.locator('#request-letters').innerText()).toContain('You may not. Give it back.')
  })

  test('makes it a request for protection in the same case, which the office then sees with its act', async () => {
    await page.locator('details[data-step=submit-protection] > summary').click()
    const form = page.locator('details[data-step=submit-protection] form')
    await form.getByLabel('For me').check()
    await form.locator('select').first().selectOption({ label: 'Kept off projects' })
    await form.getByLabel('By whom').fill('The supplier’s friend')
    await form.locator('button[type=submit]').click()
    await page.locator('#case-status').filter({ hasText: 'Sent on' }).waitFor()
    expect(await page.locator('#request-place').innerText()).toContain('The office holds your request')
    expect(await page.locator('#request-appeal').isVisible()).toBe(true)
    expect(await page.locator('#request-acts').innerText()).toContain('1. Kept off projects')
    await visit(question)
    expect(await marika.page.locator('.act-list').innerText()).toContain('The supplier’s friend')
    expect(await marika.page.locator('.void').count()).toBe(0)
    await go(marika, 'Inbox')
    await marika.page.getByText(question).first().waitFor()
    expect(marika.complaints).toEqual([])
  })
})
