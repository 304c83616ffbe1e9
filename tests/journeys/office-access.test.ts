import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kitWords } from '../../crypto/index.ts'
import { launchChromium } from '../support/browsers.ts'
import { arrive, enterByKitAtConsole, go, press, type Seat, takeSeat } from '../support/console.ts'
import { type Office, staffedOffice } from '../support/office.ts'
import { newReporter, sealReport } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const title = 'Pressed to change an audit finding'

let server: Server
let browser: Browser
let office: Office
let marika: Seat

beforeAll(async () => {
  server = await startNode()
  browser = await launchChromium()
  office = await staffedOffice(server)
  marika = await takeSeat(browser)
  const reporter = await newReporter(server.origin)
  const { day } = await reporter.client.call('officeState')
  const body = {
    type: 'report',
    kind: 'protection',
    mode: 'confidential',
    language: 'fr',
    title,
    story: 'On m’a demandé de changer une conclusion.',
  }
  const summary = {
    title,
    kind: 'protection',
    state: 'received',
    received: day,
    owed: { what: 'acknowledgement', due: day },
    last: 'reporter',
  }
  await reporter.client.call('submitReport', { body: await sealReport(reporter, { body, summary }) })
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** What breaks WCAG 2.2 AA on the page as it is, in light and in dark. */
const violations = async (page: Page): Promise<string[]> => {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.evaluate(axe)
    const results = await page.evaluate(async () => {
      const { axe: checker } = globalThis as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      }
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
      return (await checker.run({ runOnly: tags })).violations
    })
    found.push(...results.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${colorScheme} ${id}: ${html}`)))
  }
  return found
}

/** How much wider than the screen the page is. */
const overflowAt = async (page: Page, width: number): Promise<number> => {
  await page.setViewportSize({ width, height: 800 })
  const over = await page.evaluate((wanted) => document.documentElement.scrollWidth - wanted, width)
  await page.setViewportSize({ width: 1280, height: 800 })
  return over
}

const expectAccess = async (page: Page): Promise<void> => {
  expect(await violations(page)).toEqual([])
  expect(await overflowAt(page, 320)).toBe(0)
}

describe('somebody who sees little, hears the page or has no mouse', () => {
  test('can sign in', async () => {
    await marika.page.goto(`${server.origin}/en/office/`)
    await arrive(marika, 'Sign in')
    await expectAccess(marika.page)
    await press(marika, 'Use the recovery kit')
    await expectAccess(marika.page)
  })

  test('is let in', async () => {
    await enterByKitAtConsole(marika, server, kitWords(office.chief.kit, 'english'))
  })

  test.each([
    ['Keys', 'Your keys'],
    ['People', 'People of the office'],
    ['Opening', 'Open the office'],
    ['Inbox', 'Inbox'],
  ])('can use the view %s', async (place, heading) => {
    await go(marika, place)
    await arrive(marika, heading)
    await marika.page.waitForLoadState('networkidle')
    await expectAccess(marika.page)
  })

  test('can say whether they are involved in a case', async () => {
    await marika.page.getByRole('link', { name: 'Request for protection' }).click()
    await arrive(marika, 'Are you involved in this case?')
    await expectAccess(marika.page)
    await press(marika, 'I have one')
    await expectAccess(marika.page)
    await marika.page.keyboard.press('Escape')
  })

  test('can read a case and write in it', async () => {
    await marika.page.getByRole('button', { name: 'I have no conflict' }).click()
    await arrive(marika, title)
    await expectAccess(marika.page)
    await press(marika, 'Note for the office only')
    await expectAccess(marika.page)
  })

  test('can answer a question that stands in front of a case', async () => {
    await press(marika, 'Open the name')
    await expectAccess(marika.page)
    await press(marika, 'Sign and open the name')
    await marika.page.getByText('Give the reason.').waitFor()
    await expectAccess(marika.page)
    await marika.page.keyboard.press('Escape')
    expect(await marika.page.getByRole('dialog').count()).toBe(0)
  })

  test('finds every key in a list', async () => {
    await marika.page.locator('h1').press('?')
    await marika.page.getByRole('dialog', { name: 'Keys of this console' }).waitFor()
    await expectAccess(marika.page)
    await marika.page.keyboard.press('Escape')
  })

  test('finds the focus on the heading after every change of view', async () => {
    for (const place of ['Keys', 'People', 'Inbox']) {
      await go(marika, place)
      await marika.page.waitForFunction(() => document.activeElement?.tagName === 'H1')
    }
  })
})

test('a new office can be founded on a small screen and by keyboard', async () => {
  const other = await startNode()
  const seat = await takeSeat(browser)
  await seat.page.goto(`${other.origin}/fr/office/#found=${other.foundingToken}`)
  await arrive(seat, 'Fonder le bureau')
  await expectAccess(seat.page)
  await seat.page.getByRole('button', { name: 'Continuer' }).click()
  await seat.page.getByRole('alert').waitFor()
  await expectAccess(seat.page)
  await other.stop()
})
