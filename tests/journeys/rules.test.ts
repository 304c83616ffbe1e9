import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriers } from '../support/accessibility.ts'
import { launchChromium } from '../support/browsers.ts'
import { createClient } from '../support/client.ts'
import { foundAtConsole, go, type Seat, takeSeat } from '../support/console.ts'
import { directoryOf } from '../support/office.ts'
import { type Server, startNode } from '../support/servers.ts'
import { enterCase, proveWords } from '../support/whole-journey.ts'

let server: Server
let browser: Browser
let chief: Seat
let page: Page

beforeAll(async () => {
  server = await startNode()
  browser = await launchChromium()
  chief = await takeSeat(browser)
  await foundAtConsole(chief, server, 'Ines Aldous')
  page = await (await browser.newContext()).newPage()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const visible = (selector: string) => page.locator(selector).filter({ visible: true })
const said = (field: string) => page.locator('#answers > div').filter({ hasText: field }).locator('dd').first()

/** As the reporter sees them, and the officer. */
const chosen = ['Respect', 'Discrimination', 'Money and gifts', 'I do not know']

/** What is done at a step before going on. */
const acts: Readonly<Record<string, () => Promise<void>>> = {
  'step-what': () => page.locator('#story').fill('Paid less for the same work.'),
  'step-details': async () => {
    for (const id of ['integrity', 'STF-CORR', 'respect', 'STF-DISCR', 'money-and-gifts', 'unknown']) {
      await page.locator(`#category-${id}`).check()
    }
    // Another thought: what opened under it goes with it.
    await page.locator('#category-integrity').uncheck()
    await page.locator('#category-STF-CORR').waitFor({ state: 'hidden' })
  },
  'step-exclude': () => visible('#readers .choice').first().waitFor(),
}

const untilReview = async (): Promise<void> => {
  await page.goto(`${server.origin}/en/report/`)
  for (let step = ''; step !== 'step-review'; ) {
    step = (await visible('.step').getAttribute('id')) ?? ''
    await acts[step]?.()
    if (step !== 'step-review') await visible('[data-act=next]').click()
  }
}

describe('the rules', () => {
  test('are the ones that the chief signs in the description of the office', async () => {
    const { description } = await directoryOf(createClient(server.origin))
    await page.goto(`${server.origin}/en/rules/`)
    expect(description).toMatchObject({ pack: await page.locator('html').getAttribute('data-pack') })
  })

  test('give a reporter what to choose from; ids are sealed, and everybody reads them in their own words', async () => {
    await untilReview()
    expect((await said('What it is about').innerText()).split('\n')).toEqual(chosen)

    await visible('[data-act=next]').click()
    await page.locator('.words li').first().waitFor()
    const words = await page.locator('.words b').allTextContents()
    await proveWords(page, words)
    await page.locator('#send').click()
    await page.locator('#receipt dd').first().waitFor()

    await enterCase(page, server.origin, words, 'fr')
    for (const summary of await visible('.spine summary').all()) await summary.click()
    const french = await page.locator('.spine .answers dd').allInnerTexts()
    expect(french).toContain('Respect\nDiscrimination\nArgent et cadeaux\nJe ne sais pas')

    await go(chief, 'People')
    await go(chief, 'Inbox')
    await chief.page.getByRole('row').getByRole('link').first().click()
    await chief.page.locator('.verdict').waitFor()
    expect(await chief.page.locator('dl.replies dd').allInnerTexts()).toContain(chosen.join('\n'))
  })

  test('are read without any script', async () => {
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await plain.goto(`${server.origin}/en/rules/#clocks-acknowledgement`)
    await plain.getByText('3 working days').first().waitFor()
    expect(await plain.locator('main [hidden]').count()).toBe(0)
  })

  // The page is long, and each rule of access looks at all of it three times.
  test('can be read by everybody, in light and dark, wide and narrow', { timeout: 600_000 }, async () => {
    await page.goto(`${server.origin}/fr/rules/`)
    expect(await barriers(page, 'rules')).toEqual([])
  })
})
