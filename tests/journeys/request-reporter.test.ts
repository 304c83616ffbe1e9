import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseKeyWords } from '../../crypto/index.ts'
import { dayNumber } from '../../src/domain/days.ts'
import { barriers } from '../support/accessibility.ts'
import { launchChromium, launchFirefox } from '../support/browsers.ts'
import { type Office, openOffice, staffedOffice } from '../support/office.ts'
import { type Officer, signIn } from '../support/officers.ts'
import { inFirefox } from '../support/reporter-page.ts'
import { open, type Reporter } from '../support/reporters.ts'
import { request, step, stepOfTwo } from '../support/requests.ts'
import { type Server, startNode } from '../support/servers.ts'

/** Monday noon; the days of the test are counted from it. */
const BEGIN = Date.parse('2026-11-23T12:00:00Z')
const DAY = 86_400_000

let now = BEGIN
let server: Server
let office: Office
let chief: Officer
let officer: Officer
let browser: Browser
let page: Page
let reporter: Reporter

beforeAll(async () => {
  server = await startNode({ clock: () => now })
  office = await staffedOffice(server)
  await openOffice(office)
  const [first, second] = office.people
  if (first === undefined || second === undefined) throw new Error('the office is not staffed')
  chief = first
  officer = second
  browser = await launchChromium()
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  reporter = await request(office)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Time passes, and those of the office sign in again. */
const pass = async (days: number): Promise<void> => {
  now += days * DAY
  for (const person of [chief, officer]) await signIn(person)
}

const enter = async (): Promise<void> => {
  await page.goto(`${server.origin}/en/case/`)
  await page.fill('#key', caseKeyWords(reporter.caseKey, 'english').join(' '))
  await page.locator('#enter-form button').first().click()
  await page.waitForSelector('#case-request:not([hidden])')
}

const textOf = (part: string): Promise<string> => page.locator(`#request-${part}`).innerText()

/** Opens the form of a step. */
const form = async (id: string) => {
  await page.locator(`details[data-step=${id}] > summary`).click()
  return page.locator(`details[data-step=${id}] form`)
}

/** Presses the button that sends a form, and waits until the page says that it was sent. */
const send = async (id: string): Promise<void> => {
  await page.evaluate(() => document.querySelector('#case-status')?.replaceChildren())
  await page.locator(`#${id} button[type=submit]`).click()
  await page.locator('#case-status').filter({ hasText: 'Sent on' }).waitFor()
}

const sign = (id: string): Promise<void> => send(`step-${id}`)

const byOffice = { language: 'en' } as const

describe('the page of a request', () => {
  test('says where it stands, what the office owes and by when, and what follows if it is late', async () => {
    await enter()
    expect(await textOf('place')).toContain('The office holds your request')
    const limits = await textOf('limits')
    expect(limits).toContain('A personal reply: 3 days are left')
    expect(limits).toContain('opens to Noor Achterberg')
    expect(await page.locator('#request-limits svg').count()).toBeGreaterThan(1)
    expect(await textOf('acts')).toMatch(/1\. Kept off projects\s+Not decided yet/)
  })

  test('compares the work on the device, draws the days, and makes acts of what has changed', async () => {
    const compare = await form('compare')
    expect(await compare.innerText()).toContain('Before: Room 12.')
    await compare.locator('#compare-work_place').fill('The cellar')
    await compare.locator('#compare-work_place-since').fill('2026-11-20')
    expect(await compare.innerText()).toContain('67 days after speaking up')
    await send('compare')
    expect(await textOf('acts')).toContain('3.')
    expect(await page.locator('#case-course').innerText()).toContain('Act 3: 67 days after speaking up.')
    expect(await textOf('limits')).toContain('The acts added since: 30 days are left')
  })

  test('says how the person sees the risk, and leaves open what they do not want to say', async () => {
    const view = await form('give-risk-view')
    await view.getByLabel('Almost certain').check()
    expect(await view.locator('#step-give-risk-view-seriousness-unsaid').isChecked()).toBe(true)
    await sign('give-risk-view')
    const { entries } = await open(reporter, reporter.address)
    const said = entries.find(({ body }) => body?.transition === 'give-risk-view')?.body
    expect(said).toMatchObject({ 'fact.likelihood': 'almost-certain', 'fact.seriousness': 'unsaid' })
  })

  test('asks for measures by the ids of the rules, and shows them beside the main track', async () => {
    const measures = await form('request-measures')
    await measures.getByLabel('Keep the parties apart').check()
    await measures.getByLabel('Work from elsewhere').check()
    await sign('request-measures')
    const text = await textOf('measures')
    expect(text).toContain('Measures asked for')
    expect(text).toContain('Keep the parties apart and Work from elsewhere')
  })

  test('shows what was decided, act by act, with the office’s words as a letter', async () => {
    await pass(1)
    for (const person of [chief, officer]) await step(person, reporter.address, 'declare-no-conflict')
    await step(officer, reporter.address, 'acknowledge', { ...byOffice, text: 'We have read what you sent.' })
    for (const id of ['check-conflicts', 'clear-conflicts', 'file-complete']) await step(officer, reporter.address, id)
    await stepOfTwo([officer, chief], reporter.address, 'find-none', {
      ...byOffice,
      facts: { reasons_protected_activity: 'Yes.', reasons_detriment: 'Yes.', reasons_link: 'No.' },
      about: { 'act-1': 'none', 'act-2': 'none', 'act-3': 'none' },
      text: 'For none of the three do we see it.',
    })
    await step(officer, reporter.address, 'close', { facts: { reasons: 'Done.' } })
    await enter()
    expect(await textOf('place')).toContain('It waits for you')
    expect(await textOf('acts')).toContain('No retaliation seen at first sight. Decided on 24 November 2026.')
    expect(await textOf('letters')).toContain('For none of the three do we see it.')
    expect(await textOf('letters')).toContain('You have not signed yet')
  })

  test('says which rule a void step of the office breaks', async () => {
    const box = page.locator('#case-history .void')
    expect(await box.count()).toBe(1)
    expect(await box.innerText()).toContain('A time limit of the requester’s rights is still running')
  })

  test('lets a time of one’s own begin with the day on which one signs that one has read', async () => {
    expect(await textOf('limits')).toContain('it begins on the day on which you sign that you have read')
    await form('read')
    await sign('read')
    expect(await textOf('limits')).toContain('Your time to ask for a review: 30 days are left')
    expect(await textOf('letters')).toContain('You signed that you have read this.')
  })

  test('shows a limit that was moved against the rules, and puts it back', async () => {
    expect(await page.locator('#request-moved .warn').count()).toBe(0)
    await form('request-review')
    await sign('request-review')
    expect(await textOf('acts')).toContain('A review is asked for')
    const today = dayNumber('2026-11-24')
    const late = { remind: today + 100, release: today + 120 }
    await step(officer, reporter.address, 'ask-risk-view', {}, late)
    await enter()
    expect(await textOf('moved')).toContain('moved against the rules')
    await form('restore-limit')
    await sign('restore-limit')
    expect(await page.locator('#request-moved .warn').count()).toBe(0)
    const { state } = await open(reporter, reporter.address)
    expect(state.release).toBeLessThan(late.release)
  })

  test('asks in private whether somebody pressed for a withdrawal, and takes the case back within ten days', async () => {
    const withdraw = await form('withdraw')
    await withdraw.getByLabel('Yes', { exact: true }).check()
    await sign('withdraw')
    expect(await page.locator('h1').filter({ visible: true }).innerText()).toBe('You have withdrawn')
    const { entries } = await open(officer, reporter.address)
    expect(entries.at(-1)?.body).toMatchObject({
      'fact.pressure': 'yes',
      'fact.measures': 'keep',
      'fact.monitoring': 'keep',
    })
    now += 9 * DAY
    await enter()
    await form('undo-withdrawal')
    await sign('undo-withdrawal')
    expect(await textOf('place')).toContain('Under review')
  })

  test('says why a step that cannot be taken has no effect, before anything is sent', async () => {
    const act = await form('exclude-person')
    await act.getByRole('button').click()
    expect(await act.locator('.errors').innerText()).not.toBe('')
  })

  test('shuts out by a new key whom the reporter excludes', async () => {
    const exclude = page.locator('#step-exclude-person')
    await exclude.getByLabel('Marika Osei').check()
    await sign('exclude-person')
    await signIn(officer)
    const { state } = await open(officer, reporter.address)
    expect(state.officers).not.toContainEqual(chief.memberId)
    await expect(open(chief, reporter.address)).rejects.toThrow()
  })

  test('lets the substitute in at once, who can then read what the office wrote', async () => {
    const substitute = office.people[2]
    if (substitute === undefined) throw new Error('the office has no substitute')
    await signIn(substitute)
    await expect(open(substitute, reporter.address)).rejects.toThrow()
    await page.locator('[data-open=release]').click()
    expect(await page.locator('#release').innerText()).toContain('Noor Achterberg')
    await send('release')
    expect(await page.locator('#case-readers').innerText()).toContain('Noor Achterberg')
    expect(await page.locator('[data-open=release]').isVisible()).toBe(false)
    const { entries } = await open(substitute, reporter.address)
    expect(entries.some(({ body }) => body?.text === 'For none of the three do we see it.')).toBe(true)
  })

  test('saves the whole procedure in the file', async () => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('#case-save').click()])
    const text = await readFile(await file.path(), 'utf8')
    for (const part of ['Under review', 'A review is asked for', 'Keep the parties apart', 'For none of the three'])
      expect(text).toContain(part)
    expect(text).not.toContain('[object')
  })

  test('can be used by everybody, on small screens too', async () => {
    for (const summary of await page.locator('#case-request summary').all()) await summary.click()
    expect(await barriers(page, 'a request')).toEqual([])
  })
})

describe('in Firefox without WebAssembly', () => {
  test('a request in prevention becomes one for protection when something happens', async () => {
    const feared = await request(office, {}, { track: 'prevention', acts: '', feared: 'A contract that ends.' })
    for (const person of [chief, officer]) await signIn(person)
    for (const person of [chief, officer]) await step(person, feared.address, 'declare-no-conflict')
    for (const id of ['acknowledge', 'check-conflicts', 'clear-conflicts', 'accept-prevention'])
      await step(officer, feared.address, id)
    const firefox = await launchFirefox({ safer: true })
    try {
      const person = inFirefox(await firefox.newPage())
      await person.open(`${server.origin}/fr/case/`)
      await person.type('#key', caseKeyWords(feared.caseKey, 'english').join(' '))
      await person.click('#enter-form button')
      await person.sees('#request-place h2')
      expect((await person.texts('#request-place')).join()).toContain('Prévention')
      await person.click('details[data-step=submit-protection] > summary')
      await person.type('#step-submit-protection-known', '2026-12-01')
      await person.click('#step-submit-protection button[type=submit]')
      await person.sees('#request-acts li')
      expect((await person.texts('#request-acts')).join()).toContain('Pas encore décidé')
    } finally {
      await firefox.close()
    }
  })
})
