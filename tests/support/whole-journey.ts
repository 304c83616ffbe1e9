import type { Browser, Page } from 'playwright-core'
import { arrive, foundAtConsole, go, press, type Seat, takeSeat } from './console.ts'
import type { Server } from './servers.ts'

/** What people say at each place where they can write; the places are named after the fields. */
export type Say = (place: string) => string

/** A case as two people lived it, each in a browser of their own, with the case still open in both. */
export interface Lived {
  readonly chief: Seat
  readonly reporter: Page
  /** The 24 words of the chief's recovery kit. */
  readonly kit: readonly string[]
  /** The case key in the two forms in which it was shown. */
  readonly words: readonly string[]
  readonly digits: readonly string[]
  /** Every place that was written at, with what was written there. */
  readonly said: ReadonlyMap<string, string>
}

interface Options {
  readonly server: Server
  readonly browser: Browser
  readonly say: Say
  /** Called with each new page before it goes anywhere. */
  readonly watch?: (page: Page) => Promise<void>
  readonly chiefName?: string
}

type Teller = (place: string) => string

/** Chooses the answers under which every further question opens. */
const choices = ['#mode-confidential', '#told-yes', '#risk-yes', '#reach-also', '#witnesses-ask-yes']

/** Fills every field of the step that is open. */
async function fillStep(page: Page, tell: Teller): Promise<void> {
  for (const choice of choices) {
    if (await page.locator(choice).isVisible()) await page.locator(choice).check()
  }
  const fields = page
    .locator('.step:not([hidden]) :is(textarea, input[type=text])[data-field]')
    .filter({ visible: true })
  for (const field of await fields.all()) await field.fill(tell((await field.getAttribute('data-field')) ?? ''))
}

const visible = (page: Page, selector: string) => page.locator(selector).filter({ visible: true })

/** Types back the words that are asked for. */
export async function proveWords(page: Page, words: readonly string[]): Promise<void> {
  for (const input of await visible(page, '#proof-words input').all()) {
    const place = Number(/\d+/.exec((await input.getAttribute('id')) ?? '')?.[0])
    await input.fill(words[place - 1] ?? '')
  }
}

/** Goes through every step of a report, answers everything, keeps the key and sends. */
export async function reportInPage(page: Page, origin: string, tell: Teller, language = 'en') {
  await page.goto(`${origin}/${language}/report/`)
  const key = page.locator('#step-key')
  while (!(await key.isVisible())) {
    await visible(page, '.step').waitFor()
    if (await page.locator('#step-exclude').isVisible()) await visible(page, '#readers .choice').first().waitFor()
    await fillStep(page, tell)
    await visible(page, '[data-act=next]').click()
  }
  await page.locator('.words li').first().waitFor()
  const words = await page.locator('.words b').allTextContents()
  const digits = await page.locator('.words code').allTextContents()
  await proveWords(page, words)
  await page.locator('#send').click()
  await page.locator('#receipt dd').first().waitFor()
  return { words, digits }
}

/** Opens a case with its key, typed as words or digits. */
export async function enterCase(page: Page, origin: string, key: readonly string[], language = 'en'): Promise<void> {
  await page.goto(`${origin}/${language}/case/`)
  await page.locator('#key').fill(key.join(' '))
  await page.locator('#enter-form [type=submit]').click()
  await page.locator('#opened').waitFor()
  await page.locator('#case-verified h2').waitFor()
}

async function write(page: Page, act: 'write' | 'withdraw', text: string): Promise<void> {
  await page.locator(`[data-open=${act}]`).click()
  await page.locator(`#${act}-text`).fill(text)
  // What was said of the words before is not said of these.
  await page.evaluate(() => document.querySelector('#case-status')?.replaceChildren())
  await page.locator(`#${act} [type=submit]`).click()
  await page.locator('#case-status').filter({ hasText: /\S/ }).waitFor()
}

async function receive(chief: Seat, tell: Teller): Promise<void> {
  const { page } = chief
  await go(chief, 'People')
  await go(chief, 'Inbox')
  await page
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
    .first()
    .getByRole('link')
    .first()
    .click()
  await page.locator('.verdict').waitFor()
  await page.getByRole('button', { name: 'Acknowledge' }).click()
  await page.getByLabel('Message to the reporter').fill(tell('acknowledgement'))
  await press(chief, 'Sign and send to the reporter')
  await press(chief, 'Send now')
  await page.getByText('acknowledged', { exact: true }).first().waitFor()
  await press(chief, 'Note for the office only')
  await page.getByLabel('Words of the note').fill(tell('note'))
  await press(chief, 'Sign and keep in the office')
  await press(chief, 'Send now')
  await page.locator('.entry.office').first().waitFor()
  await press(chief, 'Open the name')
  await page.getByLabel('Why', { exact: true }).fill(tell('reason'))
  await press(chief, 'Sign and open the name')
  await page.locator('aside [role=status] dd').first().waitFor()
}

/** Waits for words. Where they do not come, what the page says instead is the first thing to know. */
async function sees(page: Page, words: string): Promise<void> {
  const shown = page.getByText(words).first()
  await shown.waitFor().catch(async (cause: unknown) => {
    throw new Error(`instead of “${words}” the page says: ${await page.locator('body').innerText()}`, { cause })
  })
}

/** Founds an office, reports, answers, and follows up: everything that is written is what `say` says. */
export async function liveThrough({ server, browser, say, watch, chiefName = 'Ines Aldous' }: Options): Promise<Lived> {
  const said = new Map<string, string>()
  const tell: Teller = (place) => {
    said.set(place, say(place))
    return say(place)
  }
  const chief = await takeSeat(browser)
  const reporter = await (await browser.newContext()).newPage()
  for (const page of [chief.page, reporter]) await watch?.(page)
  const kit = await foundAtConsole(chief, server, chiefName)
  const { words, digits } = await reportInPage(reporter, server.origin, tell)
  await receive(chief, tell)
  await enterCase(reporter, server.origin, words)
  await write(reporter, 'write', tell('message'))
  await write(reporter, 'withdraw', tell('withdrawal'))
  // Away and back: the officer opens the case anew.
  await go(chief, 'People')
  await arrive(chief, 'People')
  // Asked of the page, which knows for certain that it has gone somewhere; the browser hears of that a little later.
  await chief.page.evaluate(() => history.back())
  await sees(chief.page, tell('message'))
  return { chief, reporter, kit, words, digits, said }
}
