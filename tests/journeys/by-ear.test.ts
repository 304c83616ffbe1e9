import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kitWords } from '../../crypto/index.ts'
import { stepsOf } from '../../src/client/pages/report/path.ts'
import { launchChromium } from '../support/browsers.ts'
import { enterByKitAtConsole, go, press, type Seat, takeSeat } from '../support/console.ts'
import { type Listener, listenTo } from '../support/listener.ts'
import { foundOffice, type Office } from '../support/office.ts'
import { type Server, startNode } from '../support/servers.ts'
import { linkIn, wordsIn } from '../support/words.ts'

let server: Server
let office: Office
let browser: Browser
beforeAll(async () => {
  server = await startNode()
  office = await foundOffice(server)
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Goes on once somebody has arrived where they are told to be. */
const at = (ear: Listener, role: string, name: unknown, description: unknown = expect.any(String)) =>
  expect.poll(ear.place, { timeout: 15_000 }).toEqual({ role, name, description })

const announces = (ear: Listener, words: string) => expect.poll(ear.announced, { timeout: 15_000 }).toContain(words)

/** Nothing here looks at a page: it is found by roles and names, and where one is tells the place of the focus. */
describe.each(['en', 'ar'])('by roles, names and what is read out alone (%s)', (language) => {
  const t = wordsIn(language)
  const [story, answer, reply] = [t('report.what.care'), t('report.what.prompts.seen'), t('report.what.lead')]
  let page: Page
  let ear: Listener
  let chief: Seat
  let words: string[]

  beforeAll(async () => {
    page = await (await browser.newContext()).newPage()
    page.setDefaultTimeout(15_000)
    ear = await listenTo(page)
  })
  afterAll(async () => {
    await page?.context().close()
    await chief?.page.context().close()
  })

  const button = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const steps = stepsOf('report')
  /** Each step tells its question and which of how many it is, and says the question once. */
  const atStep = async (step: (typeof steps)[number]) => {
    await at(
      ear,
      'heading',
      t(`report.${step}.title`),
      expect.stringContaining(t('report.step', { number: steps.indexOf(step) + 1, of: steps.length })),
    )
    expect(await ear.names('region')).not.toContain(t(`report.${step}.title`))
  }

  /** What nobody knows how to clean: its name is heard beside how many files go, and from an error one comes to it. */
  const bringFile = async () => {
    const name = 'notes.xyz'
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.context().route('**/assets/clean-worker-*', (route) => held.then(() => route.continue()))
    await page.locator('#files-input').setInputFiles({ name, mimeType: '', buffer: Buffer.from([1, 2, 3]) })
    await page.getByText(t('files.look.wait')).waitFor()
    await button(t('report.continue'))
    await page.getByRole('link', { name: t('files.error.wait') }).click()
    await at(ear, 'listitem', expect.stringContaining(t('files.look.wait')))
    release()
    await announces(ear, t('files.error.decide', { name }))
    await button(t('files.remove.what', { name }))
    await expect.poll(ear.announced).not.toContain(t('files.error.decide', { name }))
  }

  /**
   * Whether a section is still there when the focus leaves it for another: where it goes first, some screen readers pass
   * on to what follows, and say nothing when the focus comes there.
   */
  const stays = async (section: string) => {
    const told = await page.evaluateHandle((id) => {
      const left = document.getElementById(id)
      const there: boolean[] = []
      addEventListener('focusin', ({ target }) => {
        if (!left?.contains(target as Node)) there.push(left?.checkVisibility() === true)
      })
      return there
    }, section)
    return () => told.evaluate((there) => there[0])
  }

  const title = story.slice(0, 20)
  const openFromInbox = async () => {
    await go(chief, t('bar.inbox'))
    await chief.page.getByRole('row').getByRole('link', { name: title }).first().click()
  }

  test('somebody finds the report, hears each question with its place, and is led to what is missing', async () => {
    await page.goto(`${server.origin}/${language}/`)
    await page.getByRole('link', { name: t('start.need.report') }).click()
    await page.getByRole('heading', { level: 1, name: t('report.need.title') }).waitFor()
    await button(t('report.continue'))
    await atStep('how')
    await button(t('report.continue'))
    await atStep('what')
    await button(t('report.continue'))
    await at(ear, 'alert', t('report.error.title', { count: 1 }))
    await announces(ear, t('report.error.story'))
    await page.getByRole('link', { name: t('report.error.story') }).click()
    await at(ear, 'textbox', t('report.what.story'), t('report.what.story.hint'))
    await page.keyboard.insertText(story)
    for (const step of steps.slice(steps.indexOf('details'))) {
      await button(t('report.continue'))
      await atStep(step)
      if (step === 'evidence') await bringFile()
      if (step === 'exclude') await announces(ear, office.chief.label)
    }
  })

  test('hears the words of the key, proves them, is told of an error, and hears that everything was sent', async () => {
    await expect.poll(() => ear.read('list', t('key.yours.title'))).toMatch(/\d{5}/)
    words = (await ear.read('list', t('key.yours.title'))).match(/\p{L}+/gu) ?? []
    expect(words).toHaveLength(12)
    await button(t('report.key.send'))
    await at(ear, 'alert', t('report.error.title', { count: 3 }))
    const labels = words.map((_, index) => t('key.proof.word', { number: index + 1 }))
    const asked = (await ear.names('textbox')).filter((name) => labels.includes(name))
    expect(asked).toHaveLength(3)
    for (const name of asked)
      await page.getByRole('textbox', { name, exact: true }).fill(words[labels.indexOf(name)] ?? '')
    await button(t('report.key.send'))
    await at(ear, 'heading', t('report.receipt.title'))
  })

  test('an officer enters, opens the case, answers and hears when it has left', async () => {
    chief = await takeSeat(browser, { language })
    const desk = await listenTo(chief.page)
    await enterByKitAtConsole(chief, server, kitWords(office.chief.kit, 'english'))
    await at(desk, 'heading', t('keys.title'))
    await openFromInbox()
    await at(desk, 'heading', expect.stringContaining(title))
    await chief.page.getByRole('button', { name: t('file.step.acknowledge') }).click()
    await at(desk, 'textbox', t('file.area.reporter'))
    await chief.page.keyboard.insertText('?')
    await press(chief, t('file.send.reporter'))
    await announces(desk, t('file.wait.reporter'))
    await press(chief, t('file.wait.back'))
    await announces(desk, t('file.wait.taken'))
    await chief.page.getByRole('textbox', { name: t('file.area.reporter') }).fill(answer)
    await press(chief, t('file.send.reporter'))
    await press(chief, t('file.wait.now'))
    await announces(desk, t('file.wait.sent'))
    // The button that was pressed is gone; one is not thrown back to the top of the page.
    await at(desk, 'status', '')
  })

  test('the reporter returns by the key, hears the answer, and replies', async () => {
    await page.getByRole('link', { name: linkIn(t, 'report.receipt.next') }).click()
    await page.getByRole('heading', { level: 1, name: t('case.enter.title') }).waitFor()
    await page.getByRole('textbox', { name: t('case.enter.key') }).fill('one two')
    await button(t('case.enter.open'))
    await at(ear, 'alert', t('report.error.title', { count: 1 }))
    await announces(ear, t('case.key.count', { count: 2 }))
    await page.getByRole('textbox', { name: t('case.enter.key') }).fill(words.join(' '))
    await button(t('case.enter.open'))
    await at(ear, 'heading', expect.any(String))
    await expect.poll(() => ear.read('main', '')).toContain(answer)
    // Whoever thinks better of it is where they were before.
    const came = await stays('opened')
    await button(t('case.replace.open'))
    await at(ear, 'heading', t('case.replace.title'))
    expect(await came()).toBe(true)
    const went = await stays('new-key')
    await button(t('case.replace.cancel'))
    await at(ear, 'button', t('case.replace.open'))
    expect(await went()).toBe(true)
    await button(t('case.write.open'))
    await at(ear, 'textbox', t('case.write.label'), t('case.write.hint'))
    await page.keyboard.insertText(reply)
    await button(t('case.write.send'))
    const { day } = await office.chief.client.call('officeState')
    await announces(ear, t('case.write.sent', { day }))
    await at(ear, 'status', '')
  })

  test('the officer finds the reply in the case', async () => {
    await openFromInbox()
    const desk = await listenTo(chief.page)
    await expect.poll(() => desk.read('main', ''), { timeout: 15_000 }).toContain(reply)
  })
})
