import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kitWords } from '../../crypto/index.ts'
import { launchChromium } from '../support/browsers.ts'
import { arrive, enterByKitAtConsole, go, press, type Seat, takeSeat } from '../support/console.ts'
import { type Office, staffedOffice } from '../support/office.ts'
import { act, message, newReporter, open, type Reporter, sealReport } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

let server: Server
let browser: Browser
let office: Office
let marika: Seat
let idris: Seat
let reporter: Reporter

const sit = async (label: string): Promise<Seat> => {
  const person = office.people.find((officer) => officer.label === label)
  if (person === undefined) throw new Error(`nobody is called ${label}`)
  const seat = await takeSeat(browser)
  await enterByKitAtConsole(seat, server, kitWords(person.kit, 'english'))
  return seat
}

const tell = async (title: string): Promise<Reporter> => {
  const teller = await newReporter(server.origin)
  const { day } = await teller.client.call('officeState')
  const body = {
    type: 'report',
    kind: 'report',
    mode: 'anonymous',
    language: 'en',
    title,
    story: `${title}, in short.`,
  }
  const owed = { what: 'acknowledgement', due: day }
  const summary = { title, kind: 'report', state: 'received', received: day, owed, last: 'reporter' }
  await teller.client.call('submitReport', { body: await sealReport(teller, { body, summary }) })
  return teller
}

const openCase = async (seat: Seat, title: string): Promise<void> => {
  await go(seat, 'Inbox')
  await seat.page.getByRole('link', { name: title }).click()
  await arrive(seat, title)
}

/** Base64url with another first sign, which stands for six other bits. */
const flipped = (text: string): string => `${text.startsWith('B') ? 'C' : 'B'}${text.slice(1)}`

beforeAll(async () => {
  server = await startNode()
  browser = await launchChromium()
  office = await staffedOffice(server)
  marika = await sit('Marika Osei')
  idris = await sit('Idris Lindqvist')
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('the opening of an office', () => {
  test('a chief confirms the texts, and signs; the rehearsal is over and its cases are gone', async () => {
    await tell('A rehearsal')
    await openCase(marika, 'A rehearsal')
    await go(marika, 'Opening')
    expect(await marika.page.locator('.checklist li.ochre').count()).toBe(0)
    await marika.page.getByLabel('I have read these texts').check()
    await press(marika, 'Open the office')
    await marika.page.getByText('cannot be brought back').waitFor()
    await press(marika, 'Sign, wipe and open')
    await arrive(marika, 'The office is open')
    expect(await marika.page.getByText('Rehearsal. The office is not open yet').count()).toBe(0)
    await go(marika, 'Inbox')
    await marika.page.getByText('No case has come yet.').waitFor()
  })
})

describe('who reads a case', () => {
  test('a colleague who is let in reads it from the first word', async () => {
    reporter = await tell('A watch at a conference')
    await openCase(marika, 'A watch at a conference')
    await press(marika, 'Add')
    await marika.page.getByLabel('Who', { exact: true }).selectOption({ label: 'Noor Achterberg, substitute' })
    await press(marika, 'Sign and let read')
    await marika.page.locator('.about').getByText('Noor Achterberg').waitFor()
    const noor = await sit('Noor Achterberg')
    await openCase(noor, 'A watch at a conference')
    expect(await noor.page.locator('.said').first().textContent()).toBe('A watch at a conference, in short.')
    await noor.page.context().close()
  })

  test('whoever is taken out can open nothing that comes after, and the case says since when', async () => {
    await openCase(idris, 'A watch at a conference')
    await press(marika, 'take out: Idris Lindqvist')
    await marika.page.getByLabel('Why', { exact: true }).fill('Is named in the account.')
    await press(marika, 'Sign and take out')
    await marika.page.locator('.about s').getByText('Idris Lindqvist').waitFor()
    await act(reporter, reporter.address, message('There is a photograph.'))
    await go(idris, 'Inbox')
    await idris.page.getByText('No case has come yet.').waitFor()
    await idris.page.goto(`${server.origin}/en/office/#case/${Buffer.from(reporter.address).toString('base64url')}`)
    await idris.page.getByText('There is no such case, or you do not read it.').waitFor()
    expect(await idris.page.getByText('There is a photograph.').count()).toBe(0)
  })
})

describe('a conflict of interest', () => {
  test('an officer who leaves a case with a reason has it no longer, and the others go on', async () => {
    await tell('A cousin on the panel')
    await openCase(idris, 'A cousin on the panel')
    await press(idris, 'leave the case')
    await idris.page.getByLabel('Why', { exact: true }).fill('The cousin is mine.')
    await press(idris, 'Sign and leave')
    await idris.page.getByText('No case has come yet.').waitFor()
    await openCase(marika, 'A cousin on the panel')
    await marika.page.getByText('The cousin is mine.').waitFor()
    await marika.page.getByLabel('Message to the reporter').fill('Somebody else reads your case now.')
    await press(marika, 'Sign and send to the reporter')
    await press(marika, 'Send now')
    await marika.page.getByText('Somebody else reads your case now.').waitFor()
    expect(await marika.page.locator('.verdict').textContent()).toContain('Whole')
  })
})

describe('the closing of a case', () => {
  test('takes two officers, one after the other', async () => {
    await tell('Two quotations, one hand')
    await openCase(marika, 'Two quotations, one hand')
    await marika.page.getByRole('button', { name: 'Sign the closing' }).click()
    await marika.page.getByLabel('Why', { exact: true }).fill('Nothing was found, after three interviews.')
    await marika.page.getByRole('dialog').getByRole('button', { name: 'Sign the closing' }).click()
    await marika.page.getByText('You have signed. Another officer must sign next').waitFor()
    await openCase(idris, 'Two quotations, one hand')
    await idris.page.getByRole('button', { name: 'Agree to the closing' }).click()
    await idris.page.getByLabel('Why', { exact: true }).fill('I agree.')
    await idris.page.getByRole('dialog').getByRole('button', { name: 'Sign the closing' }).click()
    await idris.page.getByText('The case is closed').first().waitFor()
    await go(idris, 'Inbox')
    await press(idris, 'Closed 1')
    await idris.page.getByRole('row', { name: 'Two quotations' }).getByText('Closed').waitFor()
  })
})

describe('two matters that belong together', () => {
  const why = 'The same hand wrote both.'
  const linked = (seat: Seat) => seat.page.locator('.about li', { hasText: why })

  test('are linked in both cases, with the way from one to the other, and no reporter learns of it', async () => {
    const neighbour = await tell('A third quotation')
    await openCase(marika, 'A third quotation')
    await press(marika, 'Link')
    await marika.page.getByLabel('Find a case').fill('cousin')
    await marika.page.getByRole('radio', { name: 'A cousin on the panel' }).check()
    await press(marika, 'Sign in both cases')
    await marika.page.getByText('Choose the case, and say why they belong together.').waitFor()
    await marika.page.getByLabel('Why', { exact: true }).fill(why)
    await press(marika, 'Sign in both cases')
    await linked(marika).getByRole('link', { name: 'A cousin on the panel' }).click()
    await arrive(marika, 'A cousin on the panel')
    await linked(marika).getByRole('link', { name: 'A third quotation' }).waitFor()
    const { entries } = await open(neighbour, neighbour.address)
    expect(JSON.stringify(entries.map(({ body }) => body))).not.toMatch(/linked|The same hand/)
  })

  test('tell whoever reads only one of them that there is another, and nothing of it', async () => {
    await idris.page.getByRole('button', { name: /^All open/ }).click()
    await openCase(idris, 'A third quotation')
    await linked(idris).getByText('A case that you do not read').waitFor()
    expect(await idris.page.locator('main').textContent()).not.toContain('cousin')
  })

  test('are apart again when somebody signs that, in both cases', async () => {
    await press(marika, 'undo the link')
    await press(marika, 'Sign')
    await linked(marika).waitFor({ state: 'detached' })
    await openCase(marika, 'A third quotation')
    await marika.page.getByText('No other case.').waitFor()
    expect(await marika.page.locator('.verdict').textContent()).toContain('Whole')
  })
})

describe('a service that deceives', () => {
  test('an entry that was changed is shown as broken before anything else, and nothing can be written there', async () => {
    await tell('Gift to a delegate')
    await marika.page.route('**/api/office/cases/*?*', async (route) => {
      const response = await route.fetch()
      const answer = await response.json()
      answer.entries[0].signature = flipped(answer.entries[0].signature)
      await route.fulfill({ response, json: answer })
    })
    await go(marika, 'Inbox')
    await marika.page.getByRole('link', { name: 'Gift to a delegate' }).click()
    await marika.page.getByRole('alert').getByText('The two halves do not fit').waitFor()
    expect(await marika.page.getByLabel('Message to the reporter').count()).toBe(0)
    await marika.page.unroute('**/api/office/cases/*?*')
  })
})

describe('two chiefs', () => {
  test('what one of them signs waits for the other, who reads what it would do', async () => {
    await go(marika, 'People')
    await press(marika, 'Change Idris Lindqvist')
    await marika.page.getByLabel('chief ethics officer').check()
    await press(marika, 'Sign the change')
    await marika.page.getByRole('row', { name: 'Idris Lindqvist chief ethics officer' }).waitFor()
    await press(marika, 'Change Tomas Ferreira')
    await marika.page.getByLabel('Leaves the office').check()
    await press(marika, 'Sign the change')
    await marika.page.getByText('A second chief must sign it too').waitFor()
    const other = await sit('Idris Lindqvist')
    await go(other, 'People')
    await other.page.getByText('Tomas Ferreira leaves the office.').waitFor()
    await press(other, 'Sign it too')
    await other.page.getByRole('row', { name: 'Tomas Ferreira has left' }).waitFor()
  })
})

test('no page of the console broke a rule of its own policy or threw an error', () => {
  expect([...marika.complaints, ...idris.complaints]).toEqual([])
})
