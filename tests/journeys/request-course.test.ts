import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kitWords } from '../../crypto/index.ts'
import { toBase64url } from '../../crypto/wire/base64url.ts'
import { dayNumber } from '../../src/domain/days.ts'
import { fieldsOfStep } from '../../src/domain/procedure/fields.ts'
import { barriers } from '../support/accessibility.ts'
import { launchChromium } from '../support/browsers.ts'
import { enterByKitAtConsole, press, type Seat, takeSeat } from '../support/console.ts'
import { type Office, staffedOffice } from '../support/office.ts'
import { signIn } from '../support/officers.ts'
import { act, newReporter, type Reporter, sealReport, type Writer } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

const TITLE = 'Kept away from every project'
const DAY = 86_400_000

let server: Server
let browser: Browser
let office: Office
let marika: Seat
let idris: Seat
let reporter: Reporter
let now = Date.parse('2026-11-20T09:00:00Z')

const memberOf = (label: string) => {
  const person = office.people.find((officer) => officer.label === label)
  if (person === undefined) throw new Error(`nobody is called ${label}`)
  return person
}

/** Signs in, as one has to anew after days have passed, and opens the case. */
const sit = async (seat: Seat, label: string): Promise<void> => {
  await seat.page.goto('about:blank')
  await enterByKitAtConsole(seat, server, kitWords(memberOf(label).kit, 'english'))
  await look(seat)
}

/** Opens the case anew, as it is now. */
const look = async ({ page }: Seat): Promise<void> => {
  await page.evaluate(() => {
    location.hash = '#inbox'
  })
  await page.getByRole('heading', { name: 'Inbox' }).waitFor({ state: 'attached' })
  await page.evaluate((address) => {
    location.hash = `#case/${address}`
  }, toBase64url(reporter.address))
  await page.locator('main.case, main.pages:has(button)').first().waitFor()
}

const laterBy = async (days: number): Promise<void> => {
  now += days * DAY
  await sit(marika, 'Marika Osei')
  await sit(idris, 'Idris Lindqvist')
}

/** The button of a step, by the words that it begins with. */
const step = ({ page }: Seat, name: string) =>
  page
    .getByRole('complementary', { name: 'What is due' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()

const take = async (seat: Seat, name: string): Promise<void> => {
  const folded = seat.page.locator('.pane details:not([open]) summary').filter({ hasText: 'other step' })
  if ((await folded.count()) > 0) await folded.click()
  await step(seat, name).click()
  await seat.page.locator('form.step').waitFor()
}

const sign = async (seat: Seat, button = 'Sign the step'): Promise<void> => {
  await press(seat, button)
  await press(seat, 'Send now')
  await seat.page.getByRole('status').locator('.box').waitFor({ state: 'detached' })
}

const fill = (seat: Seat, label: string, text: string) =>
  seat.page.locator('form.step').getByLabel(label, { exact: true }).fill(text)
const choose = (seat: Seat, label: string) =>
  seat.page.locator('form.step').getByRole('radio', { name: label, exact: true }).check()
const words = (seat: Seat) => seat.page.locator('form.step textarea').last()

/** Seals a step as its author's page would, or as a tampered one does. */
const signs = (who: Writer, transition: string, facts = {}): Promise<void> =>
  act(who, reporter.address, { act: 'say', lane: 'shared', body: fieldsOfStep({ transition, facts }) })

const reasons = async (seat: Seat): Promise<void> => {
  await fill(seat, 'Speaking up: was it protected, and why', 'Told the auditor in April.')
  await fill(seat, 'The detriment: was there one, and why', 'Off every project since May.')
  await fill(seat, 'The link: did speaking up play a part, and why', 'Twenty days later, and no other reason.')
}

beforeAll(async () => {
  server = await startNode({ clock: () => now })
  browser = await launchChromium()
  office = await staffedOffice(server)
  reporter = await newReporter(server.origin)
  const acts = JSON.stringify([{ type: 'kept-off-projects', taken: '2026-05-04', notified: '2026-09-15' }])
  const body = {
    ...{ type: 'report', kind: 'protection', mode: 'anonymous', language: 'fr', title: TITLE, story: 'Since April.' },
    ...{ track: 'protection', for_whom: 'me', activity_when: '2026-04-14', acts },
  }
  const owed = { what: 'acknowledgement', due: '2026-11-25' }
  const summary = {
    title: TITLE,
    kind: 'protection',
    state: 'received',
    received: '2026-11-20',
    owed,
    last: 'reporter',
  }
  await reporter.client.call('submitReport', { body: await sealReport(reporter, { body, summary }) })
  marika = await takeSeat(browser)
  idris = await takeSeat(browser)
  await sit(marika, 'Marika Osei')
  await sit(idris, 'Idris Lindqvist')
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('an officer at a request', () => {
  test('declares no conflict, and is offered what the rules allow', async () => {
    for (const seat of [marika, idris]) {
      await seat.page.getByRole('button', { name: 'I have no conflict' }).click()
      await step(seat, 'Acknowledge the request').waitFor()
    }
    expect(await step(marika, 'Ask every handler').count()).toBe(0)
  })

  test('acknowledges it in the words of the notice, in the language of the reporter, and can add to them', async () => {
    await look(marika)
    await take(marika, 'Acknowledge the request')
    expect(await words(marika).inputValue()).toContain('Nous avons lu votre envoi.')
    expect(await words(marika).inputValue()).toContain('Cette procédure peut ne pas arrêter le délai')
    await words(marika).fill(`${await words(marika).inputValue()}\nMerci de nous avoir écrit.`)
    await sign(marika)
    await marika.page.getByText('Merci de nous avoir écrit.').waitFor()
  })

  test('goes on by number keys, step by step', async () => {
    await laterBy(1)
    await take(marika, 'Ask every handler about conflicts')
    await sign(marika)
    await step(marika, 'Go on with handlers in no conflict').waitFor()
    await marika.page.locator('h1').click()
    await marika.page.keyboard.press('1')
    await marika.page.locator('form.step h2').getByText('Go on with handlers in no conflict').waitFor()
    await sign(marika)
    await step(marika, 'Begin the preliminary review').waitFor()
  })
})

describe('two officers at once', () => {
  test('end with one decision: the second is told that the case moved on, and nothing of theirs is signed', async () => {
    await look(idris)
    await take(idris, 'Ask for what is missing')
    await fill(idris, 'What it is', 'The letter.')
    await fill(idris, 'Why it is needed', 'It is named.')
    await take(marika, 'Begin the preliminary review')
    await sign(marika)
    await press(idris, 'Sign the step')
    await press(idris, 'Send now')
    await idris.page.getByText('Somebody else took a step first').waitFor()
    await press(idris, 'Take it back')
    await look(idris)
    await step(idris, 'See retaliation at first sight').waitFor()
    expect(await idris.page.getByText('Ask for what is missing').count()).toBe(0)
  })
})

describe('a decision by two', () => {
  test('is not signed while a gap of its notice is open or a reason is missing', async () => {
    await look(marika)
    await take(marika, 'See retaliation at first sight')
    await press(marika, 'Sign first')
    await marika.page.getByText('This has to be said.').first().waitFor()
    expect(await barriers(marika.page, 'a step that is not ready')).toEqual([])
    await choose(marika, 'Looks like retaliation at first sight')
    await reasons(marika)
    await press(marika, 'Sign first')
    await marika.page.getByText('Write what stands in double brackets').waitFor()
    const filled = (await words(marika).inputValue()).replace(/\[\[.*?\]\]/, 'la psychologue du personnel')
    expect(filled).toContain('Told the auditor in April. Off every project since May.')
    await words(marika).fill(filled)
    await sign(marika, 'Sign first')
  })

  test('shows the second signer exactly what the first one signed, and counts when both have', async () => {
    await look(idris)
    await take(idris, 'Sign too: See retaliation at first sight')
    const form = idris.page.locator('form.step')
    for (const text of ['Marika Osei', 'Off every project since May.', 'Looks like retaliation', 'la psychologue']) {
      await form.getByText(text).first().waitFor()
    }
    await sign(idris, 'Sign too')
    await step(idris, 'Refer to the investigator').waitFor()
  })
})

describe('a referral', () => {
  test('is forbidden until the person agreed and the risk was weighed, and says so with the way there', async () => {
    await look(marika)
    const refer = step(marika, 'Refer to the investigator')
    expect(await refer.getAttribute('aria-disabled')).toBe('true')
    await marika.page.getByRole('button', { name: 'First: Ask for consent to the referral' }).first().click()
    await fill(marika, 'To whom it would go', 'Wanjiru Dahl, investigator')
    await sign(marika)
    await signs(reporter, 'give-risk-view', { likelihood: 'almost-certain', seriousness: 'major' })
    await signs(reporter, 'consent-to-referral')
    await look(marika)
    await take(marika, 'Assess the risk of retaliation')
    for (const choice of ['Unlikely', 'Moderate', 'Yes, the risk is bearable']) await choose(marika, choice)
    await fill(marika, 'What this rests on', 'Another supervisor signs the next appraisal.')
    await sign(marika)
    await marika.page.getByText('own view, of').waitFor()
    expect(await marika.page.locator('.pane').getByText('own view, of').innerText()).toContain('Almost certain; Major')
    const matrix = marika.page.locator('table.matrix')
    expect(await matrix.locator('thead th').allTextContents()).toEqual(['Minor', 'Moderate', 'Major', 'Extreme'])
    expect(await matrix.locator('tr', { hasText: 'Almost certain' }).locator('td').nth(2).textContent()).toBe(
      'high (their view)',
    )
    expect(await matrix.locator('[aria-current]').textContent()).not.toContain('their view')
    expect(await barriers(marika.page, 'a risk that was weighed')).toEqual([])
    await take(marika, 'Refer to the investigator')
    await marika.page
      .locator('form.step')
      .getByLabel('The investigator')
      .selectOption({ label: 'Wanjiru Dahl, investigator' })
    await words(marika).fill((await words(marika).inputValue()).replace(/\[\[.*?\]\]/, 'la psychologue du personnel'))
    await sign(marika)
    await marika.page.locator('.about').getByText('Wanjiru Dahl').waitFor()
    await marika.page.getByText('Referred').first().waitFor()
  })
})

describe('a tampered page', () => {
  test('can seal a forbidden step, which is void for everybody else, with the rule that it breaks, and a limit that is shown as moved', async () => {
    const tamperer = memberOf('Idris Lindqvist')
    await signIn(tamperer)
    const facts = { to_authority: 'executive-head', recommendation: 'Undo it.' }
    const body = fieldsOfStep({ transition: 'recommend', facts })
    const today = dayNumber(new Date(now).toISOString().slice(0, 10))
    const schedule = { remind: today + 100, release: today + 120 }
    await act(tamperer, reporter.address, { act: 'say', lane: 'shared', body, schedule })
    await look(marika)
    await marika.page.getByText('By the rules it would be').waitFor()
    const broken = marika.page.locator('li.entry.void')
    await broken.waitFor()
    expect(await barriers(marika.page, 'a request with a void step')).toEqual([])
    expect(await broken.textContent()).toContain('Recommend what should be put right')
    expect(await broken.textContent()).toContain('This step cannot be taken where the case stands.')
  })
})

test('no page of the console broke a rule of its own policy or threw an error', () => {
  expect([...marika.complaints, ...idris.complaints]).toEqual([])
})
