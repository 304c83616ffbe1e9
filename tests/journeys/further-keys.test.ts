import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseKeyWords, kitWords, openCase, parseCaseKey, reporterKeys } from '../../crypto/index.ts'
import { toBase64url } from '../../crypto/wire/base64url.ts'
import { barriers } from '../support/accessibility.ts'
import { launchChromium } from '../support/browsers.ts'
import { arrive, enterByKitAtConsole, go, press, type Seat, takeSeat } from '../support/console.ts'
import { type Office, staffedOffice } from '../support/office.ts'
import { type Officer, signIn } from '../support/officers.ts'
import { act, message, type Reporter, readEntriesAsOfficer } from '../support/reporters.ts'
import { request, step } from '../support/requests.ts'
import { type Server, startNode } from '../support/servers.ts'

const DAY = 86_400_000
let now = Date.parse('2026-11-23T12:00:00Z')
let server: Server
let browser: Browser
let office: Office
let chief: Officer
let idris: Officer
let reporter: Reporter

beforeAll(async () => {
  server = await startNode({ clock: () => now })
  browser = await launchChromium()
  office = await staffedOffice(server)
  ;[chief, idris] = office.people as [Officer, Officer]
})

beforeEach(async () => {
  for (const person of [chief, idris]) await signIn(person)
  reporter = await request(office)
  for (const person of [chief, idris]) await step(person, reporter.address, 'declare-no-conflict')
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const newPage = async (): Promise<Page> => {
  const page = await (await browser.newContext()).newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${server.origin}/en/case/`)
  return page
}

const firstWords = (): string[] => caseKeyWords(reporter.caseKey, 'english')

/** Types words at the page of cases, and waits for the case or for what is wrong with them. */
const enter = async (words: readonly string[]): Promise<Page> => {
  const page = await newPage()
  await page.fill('#key', words.join(' '))
  await page.locator('#enter-form button').first().click()
  await page.locator('#opened:not([hidden]), #enter-errors:not([hidden])').waitFor()
  return page
}

/** Copies the words that are shown, and types back those that are asked for. */
const keepWords = async (page: Page): Promise<string[]> => {
  await page.locator('#halves .words li').first().waitFor()
  const words = await page.locator('#halves .words b').allInnerTexts()
  for (const input of await page.locator('#proof-words input').all()) {
    const place = Number((await input.getAttribute('id'))?.replace('proof-', ''))
    await input.fill(words[place - 1] ?? '')
  }
  return words
}

const textOf = (page: Page, part = '#opened'): Promise<string> => page.locator(part).innerText()

const write = async (page: Page, words: string): Promise<void> => {
  await page.locator('[data-open=write]').click()
  await page.fill('#write-text', words)
  await page.locator('#write button[type=submit]').click()
  await page.locator('#case-status').filter({ hasText: 'Sent on' }).waitFor()
}

const sit = async (who: Officer): Promise<Seat> => {
  const seat = await takeSeat(browser)
  await enterByKitAtConsole(seat, server, kitWords(who.kit, 'english'))
  await go(seat, 'Inbox')
  await arrive(seat, 'Inbox')
  const hash = `#case/${toBase64url(reporter.address)}`
  await seat.page.evaluate((to) => {
    location.hash = to
  }, hash)
  await arrive(seat, 'Since I reported the travel, they push me out.')
  return seat
}

/** What words open of everything that the service holds, given by an officer who gets it all. */
const stolen = async (words: readonly string[]): Promise<string> => {
  const parsed = parseCaseKey(words.join(' '))
  if (!parsed.ok) throw new Error('these are no words of a key')
  const entries = await readEntriesAsOfficer(chief, reporter.address)
  const opened = await openCase(await reporterKeys(parsed.key), { directory: await office.directory(), entries })
  return opened.entries.map(({ body }) => body?.text ?? body?.story ?? body?.work_place ?? '').join('\n')
}

test('a representative comes in with words of their own, writes, is shut out, and can read nothing new', async () => {
  const mine = await enter(firstWords())
  expect(await textOf(mine, '#case-helping')).toContain('Nobody yet.')
  await mine.locator('[data-open=represent]').click()
  const words = await keepWords(mine)
  await mine.locator('#new-key-send').click()
  await mine.locator('#new-key-errors').filter({ hasText: 'Say who it is.' }).waitFor()
  await mine.fill('#new-key-name', 'Lea Brandt, lawyer')
  await mine.locator('#new-key-send').click()
  await mine.locator('#case-status').filter({ hasText: 'Hand over the paper' }).waitFor()
  expect(await textOf(mine, '#case-helping')).toContain('Lea Brandt, lawyer')
  expect(await textOf(mine)).toContain('Besides you: Marika Osei, Idris Lindqvist and Lea Brandt, lawyer.')

  const lea = await enter(words)
  expect(await textOf(lea, '#case-keys')).toContain('You are here as a representative.')
  expect(await lea.locator('#case-history').textContent()).toContain('An entry by the person who began the case.')
  expect(await textOf(lea)).toContain('Besides you: Marika Osei, Idris Lindqvist and the person who began the case.')
  for (const open of ['replace', 'represent', 'withdraw', 'release']) {
    expect(await lea.locator(`[data-open=${open}]`).isVisible(), open).toBe(false)
  }
  expect(await lea.locator('details.step').count()).toBe(0)
  await write(lea, 'I speak for my client.')

  const desk = await sit(chief)
  const entry = desk.page.locator('.entry', { hasText: 'I speak for my client.' })
  expect(await entry.innerText()).toContain('Representative')
  await desk.page.context().close()

  const again = await enter(firstWords())
  expect(await textOf(again, '#case-history')).toContain('An entry by the representative.')
  await again.getByRole('button', { name: 'End the access of Lea Brandt, lawyer' }).click()
  await again.locator('#case-status').filter({ hasText: 'open nothing any more' }).waitFor()
  expect(await textOf(again, '#case-helping')).toContain('Nobody yet.')
  await write(again, 'My lawyer is gone.')
  expect(await textOf(await enter(words), '#enter-errors')).toContain('no case under these words')
  expect(await stolen(words)).toContain('I speak for my client.')
  expect(await stolen(words)).not.toMatch(/My lawyer is gone|Room 12/)
})

describe('when the line breaks before the answer', () => {
  /** Lets the next entry reach the service and the answer get lost. */
  const breakLine = async (page: Page): Promise<void> => {
    await page.route(
      '**/api/case/entries',
      async (route) => {
        await route.fetch()
        await route.abort()
      },
      { times: 1 },
    )
  }

  const letHelp = async (page: Page, name: string): Promise<string[]> => {
    await page.locator('[data-open=represent]').click()
    const words = await keepWords(page)
    await page.fill('#new-key-name', name)
    await page.locator('#new-key-send').click()
    await page.locator('#case-helping').filter({ hasText: name }).waitFor()
    return words
  }

  test('whoever ends one helper and then another has ended both', async () => {
    const page = await enter(firstWords())
    await letHelp(page, 'Lea Brandt')
    const tom = await letHelp(page, 'Tom Okafor')
    await breakLine(page)
    await page.getByRole('button', { name: 'End the access of Lea Brandt' }).click()
    await page.locator('#case-helping [role=alert]').filter({ hasText: 'The connection broke' }).waitFor()
    await page.getByRole('button', { name: 'End the access of Tom Okafor' }).click()
    await page.locator('#case-status').filter({ hasText: 'open nothing any more' }).waitFor()
    expect(await textOf(page, '#case-helping')).toContain('Nobody yet.')
    expect(await textOf(await enter(tom), '#enter-errors')).toContain('no case under these words')
  })

  test.each(['replace', 'represent'])('whoever tries to %s again sees the same words, and they work', async (act) => {
    const page = await enter(firstWords())
    await page.locator(`[data-open=${act}]`).click()
    const words = await keepWords(page)
    if (act === 'represent') await page.fill('#new-key-name', 'Lea Brandt')
    await breakLine(page)
    await page.locator('#new-key-send').click()
    await page.locator('#new-key-errors').filter({ hasText: 'The connection broke' }).waitFor()
    expect(await textOf(page, '#new-key-status')).toContain('these words may work already')
    await page.locator('#new-key-cancel').click()
    await page.locator(`[data-open=${act}]`).click()
    expect(await keepWords(page)).toEqual(words)
    if (act === 'represent') expect(await page.getByLabel('Who is it?').isEditable()).toBe(false)
    await page.locator('#new-key-send').click()
    await page.locator('#case-status').filter({ hasText: /./ }).waitFor()
    expect(await textOf(page, '#case-helping')).toContain(act === 'represent' ? 'Lea Brandt' : 'Nobody yet.')
    expect(await (await enter(words)).locator('#opened').isVisible()).toBe(true)
  })
})

describe('somebody who lost their words', () => {
  /** Makes new words, has two officers sign for them at their desks, and gives the words. */
  const letIn = async (): Promise<string[]> => {
    const page = await newPage()
    await page.locator('[data-open=lost]').click()
    const words = await keepWords(page)
    await page.locator('#new-key-send').click()
    await page.locator('#line-code b').first().waitFor()
    const line = await page.locator('#line-text').inputValue()
    const code = await page.locator('#line-code b').allInnerTexts()
    expect([line.length, code.length]).toEqual([1664, 8])

    const marika = await sit(chief)
    await press(marika, 'lost their words')
    await marika.page.getByLabel('The line that they handed over').fill(line.slice(3))
    await marika.page.getByText('This is not a whole line.').waitFor()
    await marika.page.getByLabel('The line that they handed over').fill(line)
    await sign(marika, code)
    await marika.page.locator('.box', { hasText: 'A second signature lets them in.' }).waitFor()
    expect(await textOf(await enter(words), '#enter-errors')).toContain('no case under these words')
    const old = await enter(firstWords())
    expect(await textOf(old, '#case-keys')).toContain('Somebody says that they lost the words of this case')

    const second = await sit(idris)
    await press(second, 'Sign too')
    await sign(second, code)
    await second.page.locator('.box', { hasText: 'is here with new ones' }).waitFor()
    expect([marika.complaints, second.complaints]).toEqual([[], []])
    for (const seat of [marika, second]) await seat.page.context().close()
    return words
  }

  const sign = async (seat: Seat, code: readonly string[]): Promise<void> => {
    const { page } = seat
    await page.locator('dialog .code b').first().waitFor()
    expect(await page.locator('dialog .code b').allInnerTexts()).toEqual(code)
    expect(await barriers(page, 'signing for somebody')).toEqual([])
    await page.getByLabel('They are the same eight words.').check()
    await page.getByLabel('How do you know who it is?').fill('I have worked with her for years.')
    await press(seat, 'Sign')
    await page.locator('dialog').waitFor({ state: 'detached' })
  }

  const withdrawal = 'details.step[data-step=withdraw]'

  test('is let in by two officers and waits; the first words object, and the new ones open nothing more', async () => {
    const words = await letIn()
    const page = await enter(words)
    expect(await textOf(page, '#case-keys')).toContain('you can neither withdraw nor agree to anything')
    expect(await page.locator(withdrawal).count()).toBe(0)
    expect(await page.locator('#request-steps').textContent()).toContain('waits ten days before it withdraws')
    await write(page, 'I have new words.')

    const old = await enter(firstWords())
    expect(await textOf(old, '#case-keys')).toContain('Somebody was let in with new words')
    const told = await old.locator('#case-history').textContent()
    expect(told).toContain('open the case with your first words and object, without giving a reason')
    expect(told).not.toContain('[[')
    await old.getByRole('button', { name: 'Object: this is not me' }).click()
    await old.locator('#case-status').filter({ hasText: 'open nothing any more' }).waitFor()
    expect(await textOf(old, '#case-history')).toContain('Somebody’s own words were ended')
    expect(await textOf(old, '#case-history')).not.toContain('This entry does not count')
    expect(await textOf(await enter(words), '#enter-errors')).toContain('no case under these words')
    await act(chief, reporter.address, message('We see the objection.'))
    expect(await stolen(words)).not.toContain('We see the objection.')
    const desk = await sit(chief)
    expect(await desk.page.locator('main').innerText()).toContain('ended somebody’s words')
    await desk.page.context().close()
  })

  test('agrees and withdraws like anybody once the wait is over and nobody objected', async () => {
    const words = await letIn()
    const facts = { recipient: 'Personnel', purpose: 'A measure', text: 'Keep them apart.', letter: 'letter-1' }
    await step(chief, reporter.address, 'show-letter', { facts })
    const consent = 'details.step[data-step=consent-to-letter]'
    const early = await enter(words)
    await early.locator('#request-steps').filter({ hasText: 'waits ten days before it withdraws' }).waitFor()
    expect(await early.locator(consent).count()).toBe(0)
    now += 14 * DAY
    const page = await enter(words)
    await page.locator(`${consent} > summary`).click()
    for (const choice of await page.locator(`${consent} input[type=radio]`).all()) await choice.check()
    await page.locator(`${consent} button[type=submit]`).click()
    await page.locator('#case-status').filter({ hasText: 'Sent on' }).waitFor()
    await page.evaluate(() => document.querySelector('#case-status')?.replaceChildren())
    expect(await textOf(page, '#case-keys')).not.toContain('Until')
    await page.locator(`${withdrawal} > summary`).click()
    const form = page.locator(`${withdrawal} form`)
    await form.locator('button[type=submit]').click()
    await page.locator('#case-status').filter({ hasText: 'Sent on' }).waitFor()
    expect(await textOf(page, '#case-title')).toBe('You have withdrawn')
    expect(await textOf(page)).not.toContain('This entry does not count')
    await signIn(chief)
    expect(await stolen(words)).not.toContain('Room 12')
  })
})
