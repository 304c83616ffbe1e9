import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseKeyWords } from '../../crypto/index.ts'
import { barriers, everyRule, places } from '../support/accessibility.ts'
import { launchChromium } from '../support/browsers.ts'
import {
  arrive,
  describeOffice,
  go,
  inviteAtConsole,
  joinAtConsole,
  makePasskey,
  press,
  type Seat,
  takeSeat,
  writeKitDown,
} from '../support/console.ts'
import { pressOn, tabTo } from '../support/keyboard.ts'
import { foundOffice, type Office } from '../support/office.ts'
import { act, message, report } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'
import { enterCase, proveWords, reportInPage } from '../support/whole-journey.ts'
import { oneOfEachDirection, tags, wordsIn } from '../support/words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const visible = (page: Page, selector: string) => page.locator(selector).filter({ visible: true })

/** Three acts, of which one is taken away again: the days are drawn, and what was taken away can be put back. */
async function enterActs(page: Page): Promise<void> {
  for (const day of ['2026-05-04', '2026-06-19', '2026-07-01']) {
    await page.locator('#act-add').click()
    await page.locator('#acts > li').last().locator('[data-part=taken]').fill(day)
  }
  await page.locator('#acts > li').last().locator('[data-act=remove]').click()
  await visible(page, '#acts-course .spine').waitFor()
}

/** What is done on a step before it is looked at: whatever opens more of it. */
const prepare: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'step-whom': (page) => page.locator('#for_whom-me').check(),
  'step-how': (page) => page.locator('#mode-confidential').check(),
  'step-spoke': (page) => page.locator('#activity_when').fill('2026-04-14'),
  'step-acts': enterActs,
  'step-wanted': (page) => page.locator('#measures-separate').check(),
  'step-exclude': (page) => visible(page, '#readers .choice').first().waitFor(),
}

/** What can be opened at a case, and where it opens. */
const PARTS = [
  ['write', '#write'],
  ['withdraw', '#withdraw'],
  ['replace', '#new-key'],
] as const

describe.each(tags)('a reporter (%s)', (language) => {
  let server: Server
  let office: Office
  let page: Page
  const at = (path: string) => `${server.origin}/${language}/${path}`
  const look = (state: string) => barriers(page, state, language === 'en' ? everyRule : places)
  beforeAll(async () => {
    server = await startNode()
    office = await foundOffice(server)
    page = await (await browser.newContext()).newPage()
  })
  afterAll(() => server?.stop())

  test('meets no barrier on any page', async () => {
    for (const path of ['', 'help/', 'privacy/', 'accessibility/', 'posters/', 'nowhere/', 'office/']) {
      await page.goto(at(path))
      await visible(page, path === 'posters/' ? '.poster svg' : 'h1')
        .first()
        .waitFor()
      expect(await barriers(page, path || 'start')).toEqual([])
    }
  })

  test.each(['report', 'request'])(
    'meets no barrier at any step of a %s, nor where something is missing, nor at the receipt',
    async (path) => {
      const problems: string[] = []
      await page.goto(at(`${path}/`))
      for (let step = ''; step !== 'step-key'; ) {
        step = (await visible(page, '.step').getAttribute('id')) ?? ''
        if (step === 'step-key') break
        await prepare[step]?.(page)
        problems.push(...(await look(step)))
        if (step === 'step-what') {
          await visible(page, '[data-act=next]').click()
          await page.locator('#what-errors').waitFor()
          problems.push(...(await look('step-what with an error')))
          await page.locator('#story').fill('The stamps are bought twice.')
        }
        await visible(page, '[data-act=next]').click()
      }
      await page.locator('.words li').first().waitFor()
      problems.push(...(await look('the key')))
      await page.locator('#send').click()
      await page.locator('#key-errors').waitFor()
      problems.push(...(await look('the key with an error')))
      await proveWords(page, await page.locator('.words b').allTextContents())
      await page.locator('#send').click()
      await page.locator('#receipt dd').first().waitFor()
      problems.push(...(await look('the receipt')))
      expect(problems).toEqual([])
    },
  )

  test('meets no barrier at their case, whatever they open there', async () => {
    const body = {
      type: 'report',
      kind: 'report',
      mode: 'confidential',
      language,
      title: 'Stamps',
      story: 'Bought twice.',
    }
    const reporter = await report(office, { body, identity: { type: 'identity', name: 'Amina Example' } })
    await act(office.chief, reporter.address, message('We look into it.\n\nWhere are the receipts?'))
    await act(office.chief, reporter.address, {
      act: 'open-identity',
      body: { type: 'identity-opened', reason: 'A threat.' },
    })
    const problems: string[] = []
    await page.goto(at('case/'))
    problems.push(...(await look('entering the key')))
    await page.locator('#key').fill('one two three')
    await page.locator('#enter-form [type=submit]').click()
    await page.locator('#enter-errors').waitFor()
    problems.push(...(await look('a key with errors')))
    await enterCase(page, server.origin, caseKeyWords(reporter.caseKey, 'english'), language)
    problems.push(...(await look('the open case')))
    for (const part of await page.locator('#opened details').all()) await part.locator('summary').click()
    problems.push(...(await look('the open case, unfolded')))
    for (const [part, section] of PARTS) {
      await page.locator(`[data-open=${part}]`).click()
      await page.locator(section).waitFor()
      problems.push(...(await look(part)))
    }
    expect(problems).toEqual([])
  })
})

describe('somebody who uses the keyboard alone', () => {
  let server: Server
  let page: Page
  const problems: string[] = []
  beforeAll(async () => {
    server = await startNode()
    await foundOffice(server)
    page = await (await browser.newContext()).newPage()
  })
  afterAll(() => server?.stop())

  test('comes first to the exit, then past the head of the page', async () => {
    await page.goto(`${server.origin}/en/`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('exit')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true)
  })

  test('reports, keeps the key and sends', async () => {
    await page.goto(`${server.origin}/en/report/`)
    await pressOn(page, '#step-need [data-act=next]')
    await tabTo(page, '#mode-anonymous')
    await page.keyboard.press('ArrowDown')
    await page.locator('#mode-confidential:checked').waitFor()
    await tabTo(page, '#sealed-name')
    await page.keyboard.type('Amina Example')
    await pressOn(page, '#step-how [data-act=next]')
    await tabTo(page, '#story')
    await page.keyboard.type('The stamps are bought twice.')
    for (const step of ['what', 'details', 'told', 'safety']) await pressOn(page, `#step-${step} [data-act=next]`)
    const looking = Promise.withResolvers<void>()
    await page.route('**/assets/clean-worker*', async (route) => {
      await looking.promise
      return route.continue()
    })
    const asked = page.waitForEvent('filechooser')
    await pressOn(page, '#files-input')
    const receipt = { name: 'receipt.txt', mimeType: 'text/plain', buffer: Buffer.from('Paid twice.') }
    await (await asked).setFiles([receipt, { ...receipt, name: 'wrong.txt' }])
    await page.locator('#files > ul > li').nth(1).waitFor()
    await tabTo(page, '#files > ul > li:last-child button')
    looking.resolve()
    await page.waitForFunction(() => document.querySelector('#files > ul p.quiet') === null)
    // What was found has been written into the row, and the focus stayed where it was.
    await page.keyboard.press('Enter')
    await page.locator('#files > ul > li').nth(1).waitFor({ state: 'detached' })
    // The file that had the focus is gone: it goes on among the files, not from the top of the page.
    expect(await page.evaluate(() => document.activeElement?.closest('#files') !== null)).toBe(true)
    await pressOn(page, '#step-evidence [data-act=next]')
    await pressOn(page, '#step-contact [data-act=next]')
    await visible(page, '#readers .choice').first().waitFor()
    await pressOn(page, '#step-exclude [data-act=next]')
    await pressOn(page, '#step-review [data-act=next]')
    await page.locator('.words li').first().waitFor()
    await pressOn(page, '#no-return', 'Space')
    await pressOn(page, '#send')
    await page.locator('#receipt dd').first().waitFor()
    expect(
      (await page.locator('#receipt dt').allTextContents()).filter((name) => name.startsWith('File')),
    ).toHaveLength(1)
    // Each step puts the focus on its own heading, so that it is read out.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('receipt-title')
  })

  test('opens the case, answers, and leaves by pressing Escape three times', async () => {
    const { words } = await reportInPage(page, server.origin, () => 'Something.')
    await page.goto(`${server.origin}/en/case/`)
    await tabTo(page, '#key')
    await page.keyboard.type(words.join(' '))
    await pressOn(page, '#enter-form [type=submit]')
    await page.locator('#case-verified h2').waitFor()
    await pressOn(page, '[data-open=write]')
    await tabTo(page, '#write-text')
    await page.keyboard.type('One more thing.')
    await pressOn(page, '#write [type=submit]')
    await page.locator('#case-status').filter({ hasText: /\S/ }).waitFor()
    await page.route('https://weather.example/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>Sunny.' }),
    )
    for (let press = 0; press < 3; press++) await page.keyboard.press('Escape')
    await page.waitForURL('https://weather.example/')
    expect(problems).toEqual([])
  })
})

describe.each(oneOfEachDirection)('an officer (%s)', (language) => {
  let server: Server
  let chief: Seat
  let page: Page
  const t = wordsIn(language)
  const problems: string[] = []
  const look = async (state: string, seat = page) =>
    problems.push(...(await barriers(seat, state, language === 'en' ? everyRule : places)))
  beforeAll(async () => {
    server = await startNode()
    chief = await takeSeat(browser, { language })
    page = chief.page
  })
  afterAll(async () => {
    await page?.context().close()
    await server?.stop()
  })

  test('meets no barrier on the way into the office', async () => {
    const address = `${server.origin}/${language}/office/`
    await page.goto(address)
    await page.locator('h1').waitFor()
    await look('no office yet')
    await page.goto('about:blank')
    await page.goto(`${address}#found=${server.foundingToken}`)
    await page.getByText(t('describe.others')).click()
    await look('describing the office')
    await describeOffice(chief)
    await press(chief, t('found.continue'))
    await page.getByLabel(t('enrol.name')).waitFor()
    await look('making a passkey')
    await makePasskey(chief, 'Ines Aldous')
    await page.locator('.kit .words b').first().waitFor()
    await look('the kit')
    await writeKitDown(chief)
    await look('proving the kit')
    await press(chief, t('kit.check'))
    await arrive(chief, t('opening.title'))
    await look('opening the office')
    expect(problems.splice(0)).toEqual([])
  })

  test('meets no barrier among people, keys and an empty inbox', async () => {
    const link = await inviteAtConsole(chief, t('role.officer'))
    await look('an invitation')
    const sofia = await takeSeat(browser, { language })
    await joinAtConsole(sofia, link, 'Sofia Lindqvist')
    await look('words to compare', sofia.page)
    await sofia.page.context().close()
    await go(chief, t('bar.inbox'))
    await page.getByText(t('inbox.empty')).waitFor()
    await look('an empty inbox')
    for (const view of [t('bar.people'), t('bar.keys')]) {
      await go(chief, view)
      await page.locator('main section').first().waitFor()
      await look(view)
    }
    expect(problems.splice(0)).toEqual([])
  })

  test('meets no barrier in the inbox, at a case, in its questions and when locked', async () => {
    const other = await (await browser.newContext()).newPage()
    await reportInPage(other, server.origin, (place) => `Something about ${place}.`, language)
    await other.context().close()
    await go(chief, t('bar.inbox'))
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('link') })
      .first()
    await row.waitFor()
    await look('the inbox')
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await look('the list of keys')
    await page.keyboard.press('Escape')
    await row.getByRole('link').first().click()
    await page.locator('.verdict').waitFor()
    await look('a case')
    await press(chief, t('file.name.open'))
    await page.getByRole('dialog').waitFor()
    await look('the question for a reason')
    await page.keyboard.press('Escape')
    await press(chief, t('file.write.office'))
    await page.getByLabel(t('file.area.office')).fill('Ask the archive.')
    await look('writing a note')
    await press(chief, t('file.send.office'))
    await page.getByRole('button', { name: t('file.wait.back') }).waitFor()
    await look('a note that can be taken back')
    await press(chief, t('file.wait.now'))
    await page.locator('.entry.office').first().waitFor()
    await press(chief, t('bar.lock'))
    await arrive(chief, t('unlock.left'))
    await look('locked')
    expect(problems.splice(0)).toEqual([])
  })

  test('is asked to solve no puzzle anywhere', async () => {
    const scripts = await page.evaluate(() => document.documentElement.outerHTML)
    expect(scripts).not.toMatch(/captcha|turnstile|puzzle/i)
  })
})
