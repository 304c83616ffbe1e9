import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kitWords } from '../../crypto/index.ts'
import { listFiles } from '../../src/build/files.ts'
import { launchChromium } from '../support/browsers.ts'
import { press, takeSeat } from '../support/console.ts'
import { buildWithForeignLanguage, foreign, foreignTag } from '../support/foreign-language.ts'
import { description, foundOffice, type Office } from '../support/office.ts'
import { enterCase, reportInPage } from '../support/whole-journey.ts'

let folder: string
let service: ChildProcess
let origin: string
let office: Office
let browser: Browser

/** Starts the service of the copy, as its operator would. @returns where it is, and the token that founds its office */
async function startCopy(): Promise<{ origin: string; foundingToken: string }> {
  const settings = { PORT: '0', DATA_DIR: join(folder, 'data'), SERVICE_SECRET: randomBytes(32).toString('base64url') }
  service = spawn(process.execPath, [join(folder, 'src/runtime/node/main.ts')], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: service.stdout as NodeJS.ReadableStream })) {
    const [, at, foundingToken] = /(http:\S+?)\/en\/office\/#found=(\S+)/.exec(line) ?? []
    if (at && foundingToken) return { origin: at, foundingToken }
  }
  throw new Error('the copy did not start')
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goodfaith-foreign-'))
  await buildWithForeignLanguage(folder)
  const place = await startCopy()
  origin = place.origin
  office = await foundOffice(place)
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
  service?.kill()
  await rm(folder, { recursive: true })
})

/** What people, not messages, have put on a page: names, words of keys, other languages, what is quoted as it stands. */
const DATA =
  '[lang] [lang], code, kbd, bdi, .words, .digits, .ref, .seam, [data-office], .said, .name > span, script, template'

/** All that a page says, to the eye and to the ear, but for data. */
const said = (page: Page): Promise<string[]> =>
  page.evaluate((data) => {
    const elements = [...document.querySelectorAll('body, body *')].filter((element) => !element.closest(data))
    const heard = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt']
    const own = (element: Element) =>
      [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent ?? '')
    return [
      document.title,
      ...elements.flatMap((element) => [...own(element), ...heard.map((name) => element.getAttribute(name) ?? '')]),
    ]
  }, DATA)

/** What the office calls itself and its people. */
const NAMES = [...Object.values(description.name), 'Marika Osei']

/** What came out of no message: Latin letters, but for those of a value from elsewhere, which stands isolated. */
const escaped = async (page: Page, where: string): Promise<string[]> =>
  (await said(page))
    .filter((text) =>
      /[A-Za-z]/.test(
        NAMES.reduce((left, name) => left.replace(name, ''), text.replaceAll(/\u2068[^\u2069]*\u2069/g, '')),
      ),
    )
    .map((text) => `${where}: ${text.trim()}`)

/** What can be opened at a case, and where it opens. */
const PARTS = [
  ['write', '#write'],
  ['withdraw', '#withdraw'],
  ['replace', '#new-key'],
] as const

describe('somebody whose language came as nothing but files', () => {
  test('reads every page in it, from right to left', async () => {
    const pages = await listFiles(join(folder, 'dist/public', foreignTag))
    const paths = pages.filter((path) => path.endsWith('.html')).map((path) => path.replace('index.html', ''))
    const page = await (await browser.newContext()).newPage()
    const problems: string[] = []
    for (const path of paths) {
      await page.goto(`${origin}/${foreignTag}/${path}`)
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
      problems.push(...(await escaped(page, path || 'start')))
    }
    expect(paths.length).toBeGreaterThan(8)
    expect(problems).toEqual([])
  })

  test('reports in it, keeps a key in its words and comes back to the case', async () => {
    const page = await (await browser.newContext()).newPage()
    const problems: string[] = []
    const note = async (where: string) => problems.push(...(await escaped(page, where)))
    const { words, digits } = await reportInPage(page, origin, foreign, foreignTag)
    await note('the receipt')
    const persian = digits.map((group) =>
      group.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x06f0 + Number(digit))),
    )
    await enterCase(page, origin, persian, foreignTag)
    await enterCase(page, origin, words, foreignTag)
    for (const part of await page.locator('#opened details').all()) await part.locator('summary').first().click()
    await note('the case')
    for (const [part, section] of PARTS) {
      await page.locator(`[data-open=${part}]`).click()
      await page.locator(section).waitFor()
      await note(part)
    }
    expect(problems).toEqual([])
  })

  test('goes on in another language on the same page, and takes no key along', async () => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(`${origin}/${foreignTag}/case/`)
    await page.locator('#key').fill('clinic blossom yellow')
    await page.locator('.tongues a[hreflang=es]').click()
    await page.waitForURL(`${origin}/es/case/`)
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr')
    expect(await page.locator('#key').inputValue()).toBe('')
    expect(await page.evaluate(() => [history.state, sessionStorage.length, document.referrer])).toEqual([null, 0, ''])
  })

  test('works at the console in it', async () => {
    const seat = await takeSeat(browser)
    const { page } = seat
    const problems: string[] = []
    const note = async (where: string) => problems.push(...(await escaped(page, where)))
    await page.goto(`${origin}/${foreignTag}/office/`)
    await press(seat, foreign('Use the recovery kit'))
    await note('the sign-in')
    await page
      .getByLabel(foreign('The 24 words of your recovery kit'))
      .fill(kitWords(office.chief.kit, 'english').join(' '))
    await press(seat, foreign('Sign in'))
    for (const view of ['Your keys', 'Inbox', 'People', 'Mail', 'Opening']) {
      if (view !== 'Your keys')
        await page
          .getByRole('navigation')
          .getByRole('link', { name: foreign(view), exact: true })
          .click()
      await page.locator('main h1').filter({ hasText: /\S/ }).waitFor()
      await page.waitForLoadState('networkidle')
      await note(view)
    }
    await page
      .getByRole('navigation')
      .getByRole('link', { name: foreign('Inbox'), exact: true })
      .click()
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await note('the list of keys')
    await page.keyboard.press('Escape')
    await page.getByRole('row').getByRole('link').first().click()
    await page.locator('.verdict').waitFor()
    await note('a case')
    expect(problems).toEqual([])
  })
})
