import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Act, caseKeyWords, kitWords } from '../../crypto/index.ts'
import { toBase64url } from '../../crypto/wire/index.ts'
import { fileFields } from '../../src/domain/files.ts'
import { fieldsOfStep, type SealedStep } from '../../src/domain/procedure/fields.ts'
import { launchChromium } from '../support/browsers.ts'
import { enterByKitAtConsole, type Seat, takeSeat } from '../support/console.ts'
import { type SealedFile, sendFile } from '../support/files.ts'
import { admit, join, type Office, openOffice, staffedOffice } from '../support/office.ts'
import { type Officer, signIn } from '../support/officers.ts'
import { act, open, type Reporter, type Writer } from '../support/reporters.ts'
import { request } from '../support/requests.ts'
import { type Server, startNode } from '../support/servers.ts'

/**
 * Whole procedures, from the request to their end, on a service whose clock the test moves. Most steps are sealed as the
 * pages seal them; the last ones are taken in the pages, and both sides have to show the same end, without a void step.
 */

const DAY = 86_400_000
const BEGIN = Date.parse('2026-11-23T12:00:00Z')

type Name = 'rosa' | 'marika' | 'idris' | 'noor' | 'tomas' | 'wanjiru' | 'sable'
type Said = Partial<Omit<SealedStep, 'type' | 'transition'>>
/** One line of a procedure: how many days after the line before, who, what. `marika+idris` are two signatures. */
type Line = readonly [days: number, who: Name | `${Name}+${Name}`, transition: string, said?: Said]

let browser: Browser
let server: Server
let office: Office
let people: Readonly<Record<Exclude<Name, 'rosa'>, Officer>>
let rosa: Reporter
let now: number

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())
afterEach(() => server?.stop())

/** An office with two investigators, and a request in it. */
const begin = async (more: Readonly<Record<string, string>> = {}): Promise<void> => {
  now = BEGIN
  server = await startNode({ clock: () => now })
  office = await staffedOffice(server)
  await admit(office, await join(office, 'investigator', 'Sable Okonjo'))
  await openOffice(office)
  const [marika, idris, noor, tomas, wanjiru, sable] = office.people
  if (!marika || !idris || !noor || !tomas || !wanjiru || !sable) throw new Error('the office is not staffed')
  people = { marika, idris, noor, tomas, wanjiru, sable }
  rosa = await request(office, {}, more)
}

const writer = (name: Name): Writer => (name === 'rosa' ? rosa : people[name])

/** Plays lines as their authors' pages would seal them. */
const play = async (...lines: readonly Line[]): Promise<void> => {
  for (const [days, who, transition, said = {}] of lines) {
    now += days * DAY
    const [first = 'rosa', second] = who.split('+') as Name[]
    await seal(first, transition, said)
    if (second === undefined || second === 'rosa') continue
    await signIn(people[second])
    await seal(second, transition, { seconds: (await lastOf(second)).sequence })
  }
}

const seal = async (who: Name, transition: string, said: Said): Promise<void> => {
  if (who !== 'rosa') await signIn(people[who])
  await act(writer(who), rosa.address, actOf(transition, { language: 'en', ...said }))
}

/** Who is let in by a step, by the name that it says or by role. */
const letsIn: Readonly<Record<string, (said: Said) => Officer>> = {
  refer: ({ facts }) => byId(facts?.investigator),
  'refer-to-another': ({ facts }) => byId(facts?.investigator),
  'open-file-to-reviewer': () => people.tomas,
}

const byId = (id = ''): Officer =>
  Object.values(people).find(({ memberId }) => toBase64url(memberId) === id) ?? expect.fail(`nobody is ${id}`)

const actOf = (transition: string, said: Said): Act => {
  const body = fieldsOfStep({ transition, ...said })
  const joins = letsIn[transition]
  if (joins) return { act: 'grant', members: [joins(said).memberId], body }
  if (transition === 'close' || transition === 'close-withdrawn') return { act: 'close', body }
  return { act: 'say', lane: 'shared', body }
}

const lastOf = async (who: Name) => {
  const { entries } = await open(writer(who), rosa.address, null, false)
  return entries.findLast(({ lane }) => lane === 'shared') ?? expect.fail('nothing is there')
}

/** The reporter's page, with the case open. */
const asReporter = async (): Promise<Page> => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  await page.goto(`${server.origin}/en/case/`)
  await page.fill('#key', caseKeyWords(rosa.caseKey, 'english').join(' '))
  await page.locator('#enter-form button').first().click()
  await page.waitForSelector('#case-request:not([hidden])')
  return page
}

const takeAsReporter = async (page: Page, id: string, fill = async (): Promise<void> => undefined): Promise<void> => {
  await page.locator(`details[data-step=${id}] > summary`).click()
  await fill()
  await page.evaluate(() => document.querySelector('#case-status')?.replaceChildren())
  await page.locator(`#step-${id} button[type=submit]`).click()
  await page.locator('#case-status').filter({ hasText: 'Sent on' }).waitFor()
}

/** Somebody's console, with the case open. */
const asOffice = async (who: Exclude<Name, 'rosa'>): Promise<Seat> => {
  const seat = await takeSeat(browser)
  await enterByKitAtConsole(seat, server, kitWords(people[who].kit, 'english'))
  await seat.page.evaluate((address) => {
    location.hash = `#case/${address}`
  }, toBase64url(rosa.address))
  await seat.page.locator('main.case').waitFor()
  return seat
}

const takeAtConsole = async (
  { page }: Seat,
  name: string,
  fill = async (): Promise<void> => undefined,
): Promise<void> => {
  const due = page.getByRole('complementary', { name: 'What is due' })
  const folded = due.locator('details:not([open]) summary')
  if ((await folded.count()) > 0) await folded.first().click()
  await due
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .click()
  await page.locator('form.step').waitFor()
  await fill()
  const text = page.locator('form.step textarea').last()
  if ((await text.count()) > 0) await text.fill((await text.inputValue()).replaceAll(/\[\[.*?\]\]/g, 'as told'))
  await page.getByRole('button', { name: 'Sign the step' }).click()
  await page.getByRole('button', { name: 'Send now' }).click()
  await page.getByRole('status').locator('.box').waitFor({ state: 'detached' })
}

/** The investigator hands in the report with one file, 75 days later. */
const deliverWithAnnex = async (who: Exclude<Name, 'rosa'>): Promise<SealedFile> => {
  now += 75 * DAY
  await signIn(people[who])
  const file = await sendFile(people[who], 20_000)
  const { hash, chunks, key, plain } = file
  const named = { hash: toBase64url(hash), key: toBase64url(key), size: plain.length }
  const body = {
    ...fieldsOfStep({ transition: 'deliver-report', text: 'The report, with an annex.', language: 'en' }),
    ...fileFields([{ ...named, name: 'annex.bin', type: '', cleaned: '' }]),
  }
  await act(people[who], rosa.address, { act: 'say', lane: 'shared', body, files: [{ hash, chunks }] })
  return file
}

/** An officer is led to the annex that is not opened yet, and can name it once all of it was opened. */
const openAnnexAtConsole = async (seat: Seat): Promise<void> => {
  const { page } = seat
  const form = page.locator('form.step')
  await takeAtConsole(seat, 'Record which annexes you opened', async () => {
    await form.getByText('Opened to the end: 0 of 1').waitFor()
    await form.getByRole('button', { name: 'Go to annex.bin' }).click()
    await page.keyboard.press('Enter')
    await form.getByText('Opened to the end: 1 of 1').waitFor()
  })
  expect(seat.complaints).toEqual([])
  await page.context().close()
}

/** Both sides show where the case stands, and nothing as void. */
const bothSee = async (place: string, at: Exclude<Name, 'rosa'> = 'marika'): Promise<void> => {
  const page = await asReporter()
  expect(await page.locator('#request-place').innerText()).toContain(place)
  expect(await page.locator('#case-history .void').allInnerTexts()).toEqual([])
  const seat = await asOffice(at)
  await seat.page.getByText(place).first().waitFor()
  expect(await seat.page.locator('li.entry.void').allInnerTexts()).toEqual([])
  expect(seat.complaints).toEqual([])
  await Promise.all([page.context().close(), seat.page.context().close()])
}

const officers: readonly Line[] = [
  [0, 'marika', 'declare-no-conflict'],
  [0, 'idris', 'declare-no-conflict'],
]
const reasons = { reasons_protected_activity: 'Yes.', reasons_detriment: 'Yes.', reasons_link: 'Twenty days.' }
const toAdmissibility: readonly Line[] = [
  ...officers,
  [1, 'idris', 'acknowledge', { text: 'We have read it.' }],
  [0, 'idris', 'check-conflicts'],
  [1, 'idris', 'clear-conflicts'],
]
const toReview: readonly Line[] = [...toAdmissibility, [1, 'idris', 'file-complete']]
const found: Said = { facts: reasons, about: { 'act-1': 'found', 'act-2': 'found' } }
const weighed = { likelihood: 'unlikely', seriousness: 'moderate', evidence: 'Two calls.', referral: 'acceptable' }
const toConsent: readonly Line[] = [
  ...toReview,
  [10, 'idris+marika', 'find-prima-facie', found],
  [0, 'idris', 'ask-risk-view'],
  [1, 'rosa', 'give-risk-view', { facts: { likelihood: 'likely', seriousness: 'unsaid' } }],
  [0, 'idris', 'assess-risk', { facts: weighed }],
  [0, 'rosa', 'consent-to-referral'],
]
const referredTo = (name: 'wanjiru' | 'sable', transition = 'refer'): Line => [
  ...([1, 'idris', transition] as const),
  { facts: { investigator: toBase64url(people[name].memberId) } },
]

describe('whole procedures', () => {
  test('from a first sight of retaliation to what was put right, confirmed by the person', async () => {
    await begin()
    await play(...toConsent, referredTo('wanjiru'))
    await play([0, 'wanjiru', 'declare-no-conflict'], [2, 'wanjiru', 'accept-referral'])
    const annex = await deliverWithAnnex('wanjiru')
    await play([1, 'marika', 'open-annexes', { facts: { opened: toBase64url(annex.hash) } }])
    await openAnnexAtConsole(await asOffice('idris'))
    await play(
      [1, 'idris', 'send-material-to-requester', { text: 'What speaks against you.' }],
      [0, 'idris', 'send-material-to-subject'],
      [2, 'rosa', 'answer-material', { text: 'It was not so.' }],
      [2, 'idris', 'subject-answers'],
      [1, 'idris', 'begin-determination'],
      [
        ...([1, 'idris+marika', 'determine-established'] as const),
        { facts: { reasons: 'No other reason.' }, about: { 'act-1': 'established', 'act-2': 'not_established' } },
      ],
      [3, 'idris', 'recommend', { facts: { to_authority: 'executive-head', recommendation: 'Give the work back.' } }],
      [10, 'idris', 'management-accepts', { about: { work: '2027-04-30' } }],
      [30, 'idris', 'report-items', { about: { work: 'done' } }],
    )
    const page = await asReporter()
    await takeAsReporter(page, 'answer-items', async () => {
      await page.locator('#step-answer-items').getByRole('radio').first().check()
    })
    await page.context().close()
    await takeAtConsole(await asOffice('idris'), 'Go on to follow-up')
    await bothSee('Follow-up')
  })

  test('nothing seen at first sight, and the alternate reviewer sees it after all', async () => {
    await begin()
    const none = { facts: reasons, about: { 'act-1': 'none', 'act-2': 'none' } }
    await play(
      ...toReview,
      [10, 'idris+marika', 'find-none', { ...none, text: 'For neither do we see it.' }],
      [3, 'rosa', 'read'],
    )
    const page = await asReporter()
    await takeAsReporter(page, 'request-review')
    await page.context().close()
    await play(
      [1, 'idris', 'open-file-to-reviewer', { facts: { reviewer: toBase64url(people.tomas.memberId) } }],
      [0, 'tomas', 'declare-no-conflict'],
      [1, 'tomas', 'ask-administration'],
      [9, 'tomas', 'administration-answers', { text: 'The Administration says no.' }],
      [
        ...([3, 'tomas', 'review-finds'] as const),
        { facts: { reasons: 'Nobody opened the annexes.' }, about: { 'act-1': 'found', 'act-2': 'upheld' } },
      ],
    )
    await bothSee('Retaliation seen at first sight')
  })

  test('prevention that becomes protection when something happens', async () => {
    await begin({ track: 'prevention', acts: '', feared: 'A contract that ends.' })
    await play(
      ...toAdmissibility,
      [1, 'idris', 'accept-prevention'],
      [2, 'idris', 'write-prevention-plan', { facts: { plan: 'A call a month.' } }],
    )
    now += 40 * DAY
    const page = await asReporter()
    await takeAsReporter(page, 'submit-protection', () => page.fill('#step-submit-protection-known', '2026-12-20'))
    await page.context().close()
    await play([1, 'idris', 'acknowledge', { text: 'We have read it.' }])
    await bothSee('Acknowledged')
  })

  test('an informal resolution, left by the person, after which the procedure goes on', async () => {
    await begin()
    await play(...toAdmissibility, [1, 'rosa', 'ask-informal'], [2, 'idris', 'mediator-confirms'])
    now += 30 * DAY
    const page = await asReporter()
    expect(await page.locator('#request-place').innerText()).toContain('Mediation')
    await takeAsReporter(page, 'leave-informal')
    await page.context().close()
    await signIn(people.idris)
    await takeAtConsole(await asOffice('idris'), 'Begin the preliminary review')
    await bothSee('Preliminary review')
  })

  test('an investigator in conflict, in whose place another one reports', async () => {
    await begin()
    await play(...toConsent, referredTo('wanjiru'))
    await signIn(people.wanjiru)
    await act(people.wanjiru, rosa.address, {
      ...{ act: 'remove', members: [people.wanjiru.memberId] },
      body: fieldsOfStep({ transition: 'declare-conflict', facts: { what: 'We share an office.' } }),
    })
    await play(
      referredTo('sable', 'refer-to-another'),
      [0, 'sable', 'declare-no-conflict'],
      [1, 'sable', 'accept-referral'],
      [60, 'sable', 'deliver-report', { text: 'The report.' }],
    )
    await expect(open(people.wanjiru, rosa.address)).rejects.toThrow()
    await bothSee('Report received')
  })

  test('a withdrawal under pressure, undone by the person, and nothing was lost', async () => {
    await begin()
    await play(...toReview)
    const page = await asReporter()
    await takeAsReporter(page, 'withdraw', () =>
      page.locator('#step-withdraw').getByLabel('Yes', { exact: true }).check(),
    )
    await page.context().close()
    now += 9 * DAY
    const again = await asReporter()
    await takeAsReporter(again, 'undo-withdrawal')
    await again.context().close()
    await bothSee('Preliminary review')
  })

  test('measures refused, reviewed, and in force while the review of the acts goes on', async () => {
    await begin()
    await play(
      ...toReview,
      [0, 'rosa', 'request-measures', { facts: { measures: 'separate' } }],
      [2, 'idris', 'recommend-measures', { facts: { measures: 'separate', to_authority: 'executive-head' } }],
      [3, 'idris', 'measures-refused', { facts: { reasons: 'No room.' } }],
      [1, 'idris', 'press-measures', { facts: { to_authority: 'governing-body' } }],
    )
    await takeAtConsole(await asOffice('idris'), 'Record that measures are taken')
    const page = await asReporter()
    expect(await page.locator('#request-measures').innerText()).toContain('Measures in force')
    await page.context().close()
    await bothSee('Preliminary review')
  })

  test('an office silent past its limit, after which the substitute acts', async () => {
    await begin()
    now += 7 * DAY
    await server.keepHouse()
    await signIn(people.noor)
    await expect(open(people.noor, rosa.address)).rejects.toThrow()
    now += DAY
    await server.keepHouse()
    await play([0, 'noor', 'declare-no-conflict'])
    const seat = await asOffice('noor')
    await takeAtConsole(seat, 'Acknowledge the request')
    await seat.page.context().close()
    await bothSee('Acknowledged', 'noor')
  })

  test('a follow-up in which something happens, and becomes a request with clocks of its own', async () => {
    await begin()
    const none = { facts: reasons, about: { 'act-1': 'none', 'act-2': 'none' } }
    await play(
      ...toReview,
      [10, 'idris+marika', 'find-none', { ...none, text: 'For neither do we see it.' }],
      [1, 'rosa', 'read'],
      [31, 'idris', 'follow-up-after-refusal'],
    )
    now += 30 * DAY
    const page = await asReporter()
    await takeAsReporter(page, 'check-in', () => page.locator('#step-check-in').getByLabel('Worse').check())
    await takeAsReporter(page, 'submit-protection', () => page.fill('#step-submit-protection-known', '2027-02-03'))
    expect(await page.locator('#request-limits').innerText()).toContain('A personal reply: 4 days are left')
    await page.context().close()
    await bothSee('Sent')
  })
})
