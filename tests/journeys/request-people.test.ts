import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseKeyWords, kitWords, openCase } from '../../crypto/index.ts'
import { toBase64url } from '../../crypto/wire/base64url.ts'
import type { Bytes } from '../../crypto/wire/bytes.ts'
import { fieldsOf } from '../../src/domain/steps.ts'
import { barriers } from '../support/accessibility.ts'
import { launchChromium } from '../support/browsers.ts'
import { arrive, enterByKitAtConsole, go, press, type Seat, takeSeat } from '../support/console.ts'
import { known } from '../support/evidence/exif.ts'
import { photograph } from '../support/evidence/pictures.ts'
import { admit, join, type Office, staffedOffice } from '../support/office.ts'
import { type Officer, signIn } from '../support/officers.ts'
import { act, message, open, type Reporter, readEntriesAsOfficer } from '../support/reporters.ts'
import { request, step, stepOfTwo } from '../support/requests.ts'
import { type Server, startNode } from '../support/servers.ts'
import { enterCase } from '../support/whole-journey.ts'

const now = Date.UTC(2026, 10, 20, 9)
let server: Server
let browser: Browser
let office: Office

const person = (label: string): Officer => {
  const found = office.people.find((officer) => officer.label === label)
  if (found === undefined) throw new Error(`nobody is called ${label}`)
  return found
}

const sit = async (label: string): Promise<Seat> => {
  const seat = await takeSeat(browser)
  await enterByKitAtConsole(seat, server, kitWords(person(label).kit, 'english'))
  return seat
}

/** Goes to a case by its address, as a bookmark would. */
const visit = async (seat: Seat, { address }: Reporter, heading: string): Promise<void> => {
  await go(seat, 'Inbox')
  await arrive(seat, 'Inbox')
  await seat.page.evaluate(
    (hash) => {
      location.hash = hash
    },
    `#case/${toBase64url(address)}`,
  )
  await arrive(seat, heading)
}

/** Says that one has no conflict; the button says beside it who will see that. */
const noConflict = ({ page }: Seat): Promise<void> => page.getByRole('button', { name: 'I have no conflict' }).click()

/** Takes a step by its button, with these words to the reporter. */
const takeAtDesk = async ({ page }: Seat, name: string, words: string): Promise<void> => {
  await page.getByRole('button', { name }).click()
  await page.locator('form.step textarea').last().fill(words)
  await page.locator('form.step').getByRole('button', { name: 'Sign' }).click()
  await press({ page }, 'Send now')
  await page.locator('.entry').getByText(words).waitFor()
}

const asked = 'Are you involved in this case?'
const titled = 'Since I reported the travel, they push me out.'
const named = { persons: 'The director of programmes', knowledge_who: 'The head of section' }

const idOf = (label: string): string => toBase64url(person(label).memberId)

const grant = (who: Officer, at: Bytes, whom: string, transition: string, facts = {}): Promise<void> =>
  act(who, at, {
    ...{ act: 'grant', members: [person(whom).memberId] },
    body: fieldsOf({ type: 'procedure', transition, facts }),
  })

beforeAll(async () => {
  server = await startNode({ clock: () => now })
  browser = await launchChromium()
  office = await staffedOffice(server)
  for (const officer of office.people.slice(1)) await signIn(officer)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('an officer in conflict', () => {
  let reporter: Reporter

  test('sees whom a request concerns and nothing of its story, neither in the list nor in the search', async () => {
    reporter = await request(office, {}, named)
    const idris = await sit('Idris Lindqvist')
    await visit(idris, reporter, asked)
    const card = await idris.page.locator('main').innerText()
    expect(card).toContain('The director of programmes')
    expect(card).toContain('The head of section')
    for (const part of ['push me out', 'billed twice', 'Kept off']) expect(card).not.toContain(part)
    await press(idris, 'I have one')
    await press(idris, 'Sign and leave')
    await idris.page.getByText('Say in a few words which conflict it is.').waitFor()
    await idris.page.getByLabel('Which conflict').fill('I appraise the head of section.')
    await press(idris, 'Sign and leave')
    await idris.page.getByText('No case has come yet.').waitFor()
    expect(idris.complaints).toEqual([])
    await idris.page.context().close()
  })

  test('cannot open what is written after they left, even with the entries and all of their keys', async () => {
    const [marika, idris] = [person('Marika Osei'), person('Idris Lindqvist')]
    await step(marika, reporter.address, 'declare-no-conflict')
    await act(marika, reporter.address, message('Idris Lindqvist has left.'))
    await expect(readEntriesAsOfficer(idris, reporter.address)).rejects.toThrow('case.not_found')
    const entries = await readEntriesAsOfficer(marika, reporter.address)
    const stolen = { directory: await office.directory(), entries, identityShare: null, checkSeals: false }
    const texts = async (keys: Officer['keys']) =>
      (await openCase(keys, stolen)).entries.map(({ body }) => body?.text).filter(Boolean)
    expect(await texts(marika.keys)).toContain('Idris Lindqvist has left.')
    expect(await texts(idris.keys)).not.toContain('Idris Lindqvist has left.')
  })
})

describe('the only reader of a request', () => {
  test('who is in conflict hands it to the substitute with the same signature, and nothing of it is void', async () => {
    const reporter = await request(office, { excluded: [person('Idris Lindqvist')] }, named)
    const marika = await sit('Marika Osei')
    await visit(marika, reporter, asked)
    await marika.page.getByText('You are the only one who reads this case').waitFor()
    await press(marika, 'I have one')
    await marika.page.getByLabel('Which conflict').fill('The director is my cousin.')
    await press(marika, 'Sign and leave')
    await arrive(marika, 'Inbox')
    await marika.page.context().close()
    const noor = await sit('Noor Achterberg')
    await visit(noor, reporter, asked)
    await noConflict(noor)
    await arrive(noor, titled)
    expect(await noor.page.locator('.void').count()).toBe(0)
    expect(await noor.page.locator('.about s').allInnerTexts()).toContain('Marika Osei')
    await noor.page.context().close()
  })
})

describe('a newcomer', () => {
  let reporter: Reporter

  test('who is let in before the requester was told is against the rules, and every reader sees which', async () => {
    reporter = await request(office, {}, named)
    await admit(office, await join(office, 'officer', 'Zeynep Arslan'))
    await admit(office, await join(office, 'officer', 'Bram Okafor'))
    await step(office.chief, reporter.address, 'declare-no-conflict')
    await act(office.chief, reporter.address, {
      ...{ act: 'grant', members: [person('Zeynep Arslan').memberId] },
      body: { type: 'granted', text: 'Knows the unit.' },
    })
    const marika = await sit('Marika Osei')
    await visit(marika, reporter, titled)
    await marika.page.locator('.void').getByText('Nobody joins the case before').first().waitFor()
    await marika.page.context().close()
  })

  test('is told of first, and joins when the requester has agreed', async () => {
    const marika = await sit('Marika Osei')
    await visit(marika, reporter, titled)
    await press(marika, 'Add')
    await marika.page.getByLabel('Who', { exact: true }).selectOption({ label: 'Bram Okafor, ethics officer' })
    await marika.page.getByText('has not been told of Bram Okafor').waitFor()
    await marika.page.getByLabel('What the requester reads').fill('Bram Okafor is to join us.')
    await press(marika, 'Sign and tell the requester')
    await marika.page.getByText('Bram Okafor is to join us.').first().waitFor()
    await press(marika, 'Add')
    await marika.page.getByLabel('Who', { exact: true }).selectOption({ label: 'Bram Okafor, ethics officer' })
    await marika.page.getByText('was told of Bram Okafor').waitFor()
    expect(await marika.page.getByRole('button', { name: 'Sign and let read' }).count()).toBe(0)
    await press(marika, 'Leave it')
    await step(reporter, reporter.address, 'accept-newcomer', { facts: { person: idOf('Bram Okafor') } })
    await visit(marika, reporter, titled)
    await press(marika, 'Add')
    await marika.page.getByLabel('Who', { exact: true }).selectOption({ label: 'Bram Okafor, ethics officer' })
    await press(marika, 'Sign and let read')
    await marika.page.locator('.about li').getByText('Bram Okafor').waitFor()
    expect(await marika.page.locator('.void li').count()).toBe(1)
    expect(marika.complaints).toEqual([])
    await marika.page.context().close()
    const bram = await sit('Bram Okafor')
    await visit(bram, reporter, asked)
    await bram.page.context().close()
  })
})

describe('the investigator', () => {
  let reporter: Reporter

  test('is sent a request by the referral, declares, and reads the package', async () => {
    reporter = await request(office, {}, { ...named, contact_never: 'My supervisor' })
    const at = reporter.address
    const [marika, idris] = [person('Marika Osei'), person('Idris Lindqvist')]
    for (const officer of [marika, idris]) await step(officer, at, 'declare-no-conflict')
    for (const id of ['acknowledge', 'check-conflicts', 'clear-conflicts', 'file-complete']) await step(marika, at, id)
    const reasons = { reasons_protected_activity: 'A', reasons_detriment: 'B', reasons_link: 'C' }
    const about = { 'act-1': 'found', 'act-2': 'found' }
    await stepOfTwo([marika, idris], at, 'find-prima-facie', { facts: reasons, about })
    await step(marika, at, 'ask-risk-view')
    await step(reporter, at, 'give-risk-view', { facts: { likelihood: 'likely', seriousness: 'major' } })
    const risk = { likelihood: 'unlikely', seriousness: 'moderate', evidence: 'None yet', referral: 'acceptable' }
    await step(marika, at, 'assess-risk', { facts: risk })
    await step(reporter, at, 'consent-to-referral', { text: 'Not the first act.' })
    await grant(marika, at, 'Wanjiru Dahl', 'refer', { investigator: idOf('Wanjiru Dahl') })
    const wanjiru = await sit('Wanjiru Dahl')
    await visit(wanjiru, reporter, asked)
    await noConflict(wanjiru)
    await arrive(wanjiru, titled)
    await press(wanjiru, 'Referral package')
    await arrive(wanjiru, 'Referral package')
    const paper = await wanjiru.page.locator('main').innerText()
    for (const part of ['The director of programmes', 'My supervisor', 'Not the first act.', 'The person is anonymous'])
      expect(paper).toContain(part)
    expect(wanjiru.complaints).toEqual([])
    await wanjiru.page.context().close()
  })

  test('asks an anonymous person through the office, and the answer comes into the case', async () => {
    const wanjiru = await sit('Wanjiru Dahl')
    await visit(wanjiru, reporter, titled)
    await wanjiru.page.getByLabel('Question to the reporter, through the office').fill('Who signed the claims?')
    await press(wanjiru, 'Sign and hand to the office')
    await press(wanjiru, 'Send now')
    await wanjiru.page.getByText('asks the reporter, through the office').waitFor()
    const before = (await open(reporter, reporter.address)).entries.map(({ body }) => body?.text)
    expect(before).not.toContain('Who signed the claims?')
    const marika = await sit('Marika Osei')
    await visit(marika, reporter, titled)
    await press(marika, 'Pass on to the reporter')
    await press(marika, 'Send now')
    await marika.page.getByText('passed on a question of the investigator').waitFor()
    const passed = (await open(reporter, reporter.address)).entries.find(({ body }) => body?.of === 'investigator')
    expect(passed?.body?.text).toBe('Who signed the claims?')
    for (const seat of [wanjiru, marika]) await seat.page.context().close()
  })

  test('accepts and delivers, and nobody in another role can', async () => {
    await step(person('Marika Osei'), reporter.address, 'accept-referral')
    const desk = await sit('Wanjiru Dahl')
    await visit(desk, reporter, titled)
    await takeAtDesk(desk, 'Accept the referral', 'We begin.')
    await takeAtDesk(desk, 'Deliver the report and its annexes', 'The report, with two annexes.')
    expect(desk.complaints).toEqual([])
    await desk.page.context().close()
    const seat = await sit('Marika Osei')
    await visit(seat, reporter, titled)
    await seat.page.locator('.void').getByText('This step is for somebody else to take.').first().waitFor()
    expect(await seat.page.locator('.void li').count()).toBe(1)
    await seat.page.getByText('The report, with two annexes.').first().waitFor()
    await seat.page.context().close()
  })
})

describe('the alternate reviewer', () => {
  test('sees nothing until something is sent up, and then that and nothing else', async () => {
    const other = await request(office, {}, named)
    const reporter = await request(office, {}, named)
    const at = reporter.address
    const [marika, idris] = [person('Marika Osei'), person('Idris Lindqvist')]
    for (const officer of [marika, idris]) await step(officer, at, 'declare-no-conflict')
    const tomas = await sit('Tomas Ferreira')
    await go(tomas, 'Inbox')
    await tomas.page.getByText('Nothing was sent to you.').waitFor()
    await step(reporter, at, 'request-measures', { facts: { measures: 'separate' } })
    await stepOfTwo([marika, idris], at, 'decline-measures', { facts: { reasons: 'Not needed.' } })
    await step(reporter, at, 'request-measures-review')
    await act(marika, at, { act: 'say', lane: 'office', body: { type: 'note', text: 'The office kept this note.' } })
    await grant(marika, at, 'Tomas Ferreira', 'open-measures-to-reviewer', { reviewer: idOf('Tomas Ferreira') })
    await visit(tomas, reporter, asked)
    await noConflict(tomas)
    await arrive(tomas, titled)
    await tomas.page.getByText('The office kept this note.').waitFor()
    expect(await tomas.page.locator('.void').count()).toBe(0)
    await expect(readEntriesAsOfficer(person('Tomas Ferreira'), other.address)).rejects.toThrow('case.not_found')
    expect(tomas.complaints).toEqual([])
    await tomas.page.context().close()
  })
})

describe('an act that is added later', () => {
  test('is read by the office as the first ones are, with everything that was said of it', async () => {
    const reporter = await request(office, {}, named)
    await step(office.chief, reporter.address, 'declare-no-conflict')
    const added = { type: 'bad-appraisal', taken: '2026-11-18', by: 'The new deputy', effect: 'No desk any more' }
    await step(reporter, reporter.address, 'add-act', {
      facts: { acts: JSON.stringify([added]) },
      about: { 'act-3': '2026-11-18' },
    })
    const marika = await sit('Marika Osei')
    await visit(marika, reporter, titled)
    const third = marika.page.locator('.act-list > li').nth(2)
    for (const part of ['The new deputy', 'No desk any more', '18 November 2026']) {
      expect(await third.innerText()).toContain(part)
    }
    expect(await marika.page.locator('main').innerText()).not.toMatch(/act-3|"effect"/)
    await press(marika, 'Referral package')
    await marika.page.getByText('The new deputy').first().waitFor()
    expect(marika.complaints).toEqual([])
    await marika.page.context().close()
  })

  test('brings files of its own from the page of the case, which the office sees beside that act', async () => {
    const reporter = await request(office, {}, named)
    await step(office.chief, reporter.address, 'declare-no-conflict')
    const page = await (await browser.newContext()).newPage()
    await enterCase(page, server.origin, caseKeyWords(reporter.caseKey, 'english'))
    await page.locator('details[data-step=add-act] > summary').click()
    await page.fill('#step-add-act-effect', 'No desk any more')
    const notes = { name: 'notes.bin', mimeType: '', buffer: Buffer.from([0, 1, 2, 3]) }
    const photo = { name: 'desk.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photograph()) }
    await page.setInputFiles('#act-files-input', [photo, notes])
    const rows = page.locator('#step-add-act #act-files > ul > li')
    const asItIs = rows.filter({ hasText: 'notes.bin' }).locator('input[type=checkbox]')
    await asItIs.waitFor()
    await rows.filter({ hasText: 'desk.jpg' }).getByText(known.place).waitFor()
    expect(await barriers(page, 'the form of an act with files')).toEqual([])
    await page.locator('#step-add-act [type=submit]').click()
    await page.locator('#step-add-act-errors').getByText('notes.bin').waitFor()
    for (const box of await rows.locator('input[type=checkbox]').all()) await box.check()
    await page.locator('#step-add-act [type=submit]').click()
    await page.locator('#case-status').filter({ hasText: 'Sent on' }).waitFor()
    await page.getByRole('button', { name: 'Save desk.jpg' }).waitFor()
    // The form is there for another act, and holds nothing of the last one.
    await page.locator('details[data-step=add-act] > summary').click()
    await page.locator('#step-add-act #act-files').waitFor()
    expect(await rows.count()).toBe(0)
    await page.context().close()

    const marika = await sit('Marika Osei')
    await visit(marika, reporter, titled)
    const acts = marika.page.locator('.act-list > li')
    await acts.nth(2).getByText('desk.jpg and notes.bin').waitFor()
    expect(await acts.nth(1).innerText()).not.toContain('desk.jpg')
    const item = marika.page.locator('.evidence li').filter({ hasText: 'desk.jpg' })
    expect(await item.innerText()).toContain('Shows act 3.')
    expect(marika.complaints).toEqual([])
    await marika.page.context().close()
  })
})

describe('a letter', () => {
  test('cannot leave without consent, and a page that sends it anyway is against the rules', async () => {
    const reporter = await request(office, {}, named)
    await step(office.chief, reporter.address, 'declare-no-conflict')
    const marika = await sit('Marika Osei')
    await visit(marika, reporter, titled)
    await press(marika, 'Copy with passages taken out')
    await marika.page.getByLabel('Original: select what shall go').evaluate((area: HTMLTextAreaElement) => {
      const from = area.value.indexOf('The director of programmes')
      area.setSelectionRange(from, from + 'The director of programmes'.length)
    })
    await press(marika, 'Take out the selection')
    await press(marika, 'Use it in a letter')
    await arrive(marika, 'Letters of this case')
    expect(await marika.page.getByLabel('Exact text').inputValue()).not.toContain('director')
    await marika.page.getByLabel('Exact text').fill('Please keep the two parties apart until further notice.')
    await marika.page.getByLabel('To whom').fill('The head of personnel')
    await marika.page.getByLabel('What for').fill('An interim measure')
    await marika.page.getByLabel('What the requester reads with it').fill('This would go to personnel.')
    await press(marika, 'Sign and show it to the requester')
    await marika.page.getByRole('heading', { name: 'Letter 1, to The head of personnel' }).waitFor()
    const send = marika.page.getByRole('button', { name: 'Sign that it is sent' })
    expect(await send.getAttribute('aria-disabled')).toBe('true')
    expect(await send.innerText()).toContain('has neither agreed to this letter')
    expect(await marika.page.getByRole('button', { name: 'Print this letter' }).count()).toBe(0)
    await step(office.chief, reporter.address, 'send-letter', { facts: { letter: 'letter-1' } })
    await visit(marika, reporter, titled)
    await marika.page.locator('.void').getByText('has neither agreed to this letter').first().waitFor()
    await step(reporter, reporter.address, 'consent-to-letter', { facts: { letter: 'letter-1' } })
    await visit(marika, reporter, titled)
    await press(marika, 'Letters: 1')
    await send.click()
    await press(marika, 'Sign')
    await marika.page.getByText('Sent on 20 November 2026.').waitFor()
    await marika.page.evaluate(() => {
      globalThis.print = () => undefined
    })
    await press(marika, 'Print this letter')
    await marika.page.emulateMedia({ media: 'print' })
    const sheet = marika.page.locator('.printed')
    expect(await sheet.isVisible()).toBe(true)
    expect(await sheet.innerText()).toContain('Please keep the two parties apart until further notice.')
    expect(await marika.page.getByRole('heading', { name: 'Letter 1' }).isVisible()).toBe(false)
    await marika.page.emulateMedia({ media: 'screen' })
    await press(marika, 'Record the service')
    await press(marika, 'Sign')
    await marika.page.getByText('Served on 20 November 2026.').waitFor()
    expect(marika.complaints).toEqual([])
  })
})
