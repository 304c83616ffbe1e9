import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fingerprintDigits } from '../../crypto/wire/fingerprint.ts'
import { NEUTRAL_EXIT } from '../../src/client/ui/exit-address.ts'
import { launchChromium } from '../support/browsers.ts'
import { createClient } from '../support/client.ts'
import {
  admitAtConsole,
  arrive,
  foundAtConsole,
  go,
  inviteAtConsole,
  joinAtConsole,
  press,
  type Seat,
  signInAtConsole,
  takeSeat,
} from '../support/console.ts'
import { directoryOf } from '../support/office.ts'
import { act, message, newReporter, open, type Reporter, sealReport } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

let server: Server
let browser: Browser
let ines: Seat
let sofia: Seat
let reporter: Reporter
const title = 'Two invoices for one journey'
const account = 'The same journey was paid twice. I saw both invoices.'

beforeAll(async () => {
  server = await startNode()
  browser = await launchChromium()
  ines = await takeSeat(browser)
  sofia = await takeSeat(browser)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** What the reporter reads of the case at this moment. */
const readByReporter = async () =>
  (await open(reporter, reporter.address)).entries.flatMap(({ body }) => (body ? [body] : []))

describe('an office in its first week', () => {
  test('the founder makes a passkey and a kit, and sees the fingerprint that everybody else computes', async () => {
    await foundAtConsole(ines, server, 'Ines Aldous')
    expect(ines.page.url()).not.toContain(server.foundingToken)
    const { fingerprint } = await directoryOf(createClient(server.origin))
    expect(await ines.page.locator('.digits').textContent()).toBe(fingerprintDigits(fingerprint).join(' '))
    expect(await ines.page.getByText('Rehearsal. The office is not open yet').isVisible()).toBe(true)
  })

  test('a second officer joins by link, both see the same eight words, and nobody is in before the chief admits them', async () => {
    const link = await inviteAtConsole(ines, 'ethics officer')
    const words = await joinAtConsole(sofia, link, 'Sofia Lindqvist')
    expect(sofia.page.url()).not.toContain(link.split('.').at(-1))
    expect(words).toHaveLength(8)
    await sofia.page.getByRole('link', { name: 'Go to the sign-in' }).click()
    await press(sofia, 'Sign in with a passkey')
    expect(await sofia.page.getByRole('alert').textContent()).toContain('not')
    await admitAtConsole(ines, 'Sofia Lindqvist', words)
    await signInAtConsole(sofia)
    expect(await sofia.page.locator('.me').textContent()).toContain('Sofia Lindqvist, ethics officer')
  })

  test('an empty inbox says so, and a sealed report appears with its title, its kind and what is owed', async () => {
    await sofia.page.getByText('No case has come yet.').waitFor()
    reporter = await newReporter(server.origin)
    const body = { type: 'report', kind: 'report', mode: 'confidential', language: 'en', title, story: account }
    const { day } = await reporter.client.call('officeState')
    const summary = {
      title,
      kind: 'report',
      state: 'received',
      received: day,
      owed: { what: 'acknowledgement', due: day },
      last: 'reporter',
    }
    const identity = { type: 'identity', name: 'Amara Diallo' }
    await reporter.client.call('submitReport', { body: await sealReport(reporter, { body, summary, identity }) })
    await go(sofia, 'People')
    await go(sofia, 'Inbox')
    const row = sofia.page.getByRole('row', { name: title })
    await row.waitFor()
    expect(await row.textContent()).toContain('Report: acknowledge')
    expect(await row.textContent()).toContain('Today')
  })

  test('an officer opens the case by keyboard alone, and reads it after everything was verified', async () => {
    await sofia.page.locator('body').press('j')
    await sofia.page.keyboard.press('Enter')
    await arrive(sofia, title)
    expect(await sofia.page.locator('.said').first().textContent()).toBe(account)
    expect(await sofia.page.locator('.verdict').textContent()).toContain('Whole: all 2 entries')
  })

  test('what is taken back is not sent, and its words are there again', async () => {
    await sofia.page.locator('body').press('1')
    await sofia.page.keyboard.type('Thank you. We have read it.')
    await sofia.page.keyboard.press('Control+Enter')
    await press(sofia, 'Take it back')
    expect(await sofia.page.getByLabel('Message to the reporter').inputValue()).toBe('Thank you. We have read it.')
    expect(await readByReporter()).toHaveLength(2)
  })

  test('an acknowledgement reaches the reporter, and the state moves with it', async () => {
    await sofia.page.getByRole('button', { name: 'Acknowledge' }).click()
    await press(sofia, 'Sign and send to the reporter')
    await press(sofia, 'Send now')
    await sofia.page.getByText('acknowledged', { exact: true }).first().waitFor()
    expect(await readByReporter()).toContainEqual({ type: 'acknowledgement', text: 'Thank you. We have read it.' })
    expect(await sofia.page.locator('.facts').last().textContent()).toContain('acknowledged')
  })

  test('a note stays in the office', async () => {
    await press(sofia, 'Note for the office only')
    await sofia.page.getByLabel('Words of the note').fill('Ask the travel desk for both invoices.')
    await press(sofia, 'Sign and keep in the office')
    await press(sofia, 'Send now')
    await sofia.page.locator('.entry.office').getByText('Ask the travel desk').waitFor()
    expect(JSON.stringify(await readByReporter())).not.toContain('travel desk')
  })

  test('a name is opened only with a reason, which the reporter reads', async () => {
    await press(sofia, 'Open the name')
    await sofia.page.getByLabel('Why', { exact: true }).fill('To ask the travel desk on your behalf.')
    await press(sofia, 'Sign and open the name')
    await sofia.page.getByText('Amara Diallo').waitFor()
    expect(await readByReporter()).toContainEqual({
      type: 'identity-opened',
      reason: 'To ask the travel desk on your behalf.',
    })
  })

  test('an officer who writes while the reporter does too loses nothing: the page seals again by itself', async () => {
    await press(sofia, 'Write to the reporter')
    await sofia.page.getByLabel('Message to the reporter').fill('When was the second invoice paid?')
    await press(sofia, 'Sign and send to the reporter')
    let once = true
    await sofia.page.route('**/entries', async (route) => {
      if (once) await act(reporter, reporter.address, message('I found a third invoice.'))
      once = false
      await route.continue()
    })
    await press(sofia, 'Send now')
    await sofia.page.getByText('When was the second invoice paid?').waitFor()
    await sofia.page.getByText('I found a third invoice.').waitFor()
    const texts = (await readByReporter()).map((body) => body.text)
    expect(texts.filter((text) => text === 'When was the second invoice paid?')).toHaveLength(1)
    await sofia.page.unroute('**/entries')
  })

  test('a message whose answer was lost on the way is sent again and stands there once', async () => {
    await sofia.page.getByLabel('Message to the reporter').fill('We have asked the travel desk.')
    await press(sofia, 'Sign and send to the reporter')
    await sofia.page.route(
      '**/entries',
      async (route) => {
        await route.fetch()
        await route.abort()
      },
      { times: 1 },
    )
    await press(sofia, 'Send now')
    await sofia.page.getByText('Nothing is lost or sent twice').waitFor()
    await press(sofia, 'Try again')
    await sofia.page.getByText('We have asked the travel desk.').waitFor()
    const texts = (await readByReporter()).map((body) => body.text)
    expect(texts.filter((text) => text === 'We have asked the travel desk.')).toHaveLength(1)
  })

  test('what is sent while the page still reads the case for what was sent before stands there too', async () => {
    const { page } = sofia
    const asked = Promise.withResolvers<void>()
    const answered = Promise.withResolvers<void>()
    let readings = 0
    await page.route(/\/cases\/[\w-]{43}\?/, async (route) => {
      readings += 1
      const response = await route.fetch()
      // The first reading is for sealing; the second, after that was sent, is held back.
      if (readings === 2) {
        asked.resolve()
        await answered.promise
      }
      await route.fulfill({ response })
    })
    for (const text of ['The desk has both invoices.', 'It asks for the journey.']) {
      await page.getByLabel('Message to the reporter').fill(text)
      await press(sofia, 'Sign and send to the reporter')
    }
    await page.getByRole('button', { name: 'Send now' }).first().click()
    await asked.promise
    await press(sofia, 'Send now')
    await page.getByRole('status').locator('.box').waitFor({ state: 'detached' })
    answered.resolve()
    await page.locator('.entry').getByText('It asks for the journey.').waitFor()
    await page.unroute(/\/cases\/[\w-]{43}\?/)
  })

  test('a reading of the case that others overtake does not make it seem broken', async () => {
    const { page } = sofia
    const [asked, answered, again] = [1, 2, 3].map(() => Promise.withResolvers<void>())
    let readings = 0
    await page.route(/\/cases\/[\w-]{43}\?/, async (route) => {
      readings += 1
      const mine = readings
      const response = await route.fetch()
      // The second reading, after the first message was sent, is held back until two more were read for sealing and sent.
      if (mine === 2) {
        asked?.resolve()
        await answered?.promise
      }
      if (mine === 5) await again?.promise
      await route.fulfill({ response })
    })
    for (const text of ['The first invoice is odd.', 'So is the second.', 'And the third.']) {
      await page.getByLabel('Message to the reporter').fill(text)
      await press(sofia, 'Sign and send to the reporter')
    }
    await page.getByRole('button', { name: 'Send now' }).first().click()
    await asked?.promise
    for (const left of [2, 1]) {
      await page.getByRole('button', { name: 'Send now' }).first().click()
      await expect.poll(() => page.getByRole('button', { name: 'Send now' }).count()).toBe(left - 1)
    }
    await expect.poll(() => readings).toBe(4)
    await page.getByRole('status').locator('.box').waitFor({ state: 'detached' })
    answered?.resolve()
    await expect.poll(() => readings).toBe(5)
    expect(await page.locator('.void').count()).toBe(0)
    again?.resolve()
    await page.locator('.entry').getByText('And the third.').waitFor()
    await page.unrouteAll({ behavior: 'wait' })
  })

  test('when the session ends nothing typed is lost, and after signing in again one is where one was', async () => {
    await sofia.page.getByLabel('Message to the reporter').fill('We have the answer of the travel desk.')
    await press(sofia, 'Sign and send to the reporter')
    await sofia.page.context().clearCookies()
    await press(sofia, 'Send now')
    await arrive(sofia, 'Your session has ended')
    expect(await sofia.page.locator('main').textContent()).not.toContain(title)
    await signInAtConsole(sofia)
    await arrive(sofia, title)
    expect(await sofia.page.getByLabel('Message to the reporter').inputValue()).toBe(
      'We have the answer of the travel desk.',
    )
  })

  test.each(['the button', 'three times Escape'])(
    'leaving at once by %s asks nothing, ends the session and leaves an empty page behind',
    async (way) => {
      const { page } = sofia
      await page.route(NEUTRAL_EXIT, (route) => route.fulfill({ body: 'clouds' }))
      const before = page.url()
      await page.getByLabel('Message to the reporter').fill('We have the answer of the travel desk.')
      const ended = page.waitForRequest('**/api/office/sign-out')
      if (way === 'the button') await page.locator('#exit').click()
      else for (let pressed = 0; pressed < 3; pressed += 1) await page.keyboard.press('Escape')
      await ended
      await page.waitForURL(NEUTRAL_EXIT)
      await page.goto(before)
      await signInAtConsole(sofia)
      await arrive(sofia, title)
      expect(await page.getByLabel('Message to the reporter').inputValue()).toBe('')
    },
  )

  test('locking by hand asks before words are lost, and then keeps nothing', async () => {
    await sofia.page.getByLabel('Message to the reporter').fill('We have the answer of the travel desk.')
    await press(sofia, 'Lock')
    await press(sofia, 'Stay')
    await press(sofia, 'Lock')
    await press(sofia, 'Lock and lose it')
    await arrive(sofia, 'Locked')
    await signInAtConsole(sofia)
    await arrive(sofia, title)
    expect(await sofia.page.getByLabel('Message to the reporter').inputValue()).toBe('')
  })
})

test('no page of the console broke a rule of its own policy or threw an error', () => {
  expect([...ines.complaints, ...sofia.complaints]).toEqual([])
})
