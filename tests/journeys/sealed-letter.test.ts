import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kitWords } from '../../crypto/index.ts'
import { toBase64url } from '../../crypto/wire/base64url.ts'
import { barriers } from '../support/accessibility.ts'
import { launchChromium, launchFirefox } from '../support/browsers.ts'
import { arrive, enterByKitAtConsole, press, takeSeat } from '../support/console.ts'
import { type Office, staffedOffice } from '../support/office.ts'
import { open } from '../support/reporters.ts'
import { request, step } from '../support/requests.ts'
import { type Server, startNode } from '../support/servers.ts'

const now = Date.UTC(2026, 10, 20, 9)
const said = 'Please keep the two parties apart until further notice.'
let server: Server
let browser: Browser
let office: Office
let folder: string
let words: string[]
let page: Page

const path = (name = 'letter.html'): string => join(folder, name)

/** Another file beside the letter, made from it. */
const altered = async (name: string, change: (html: string) => string): Promise<string> => {
  const html = await readFile(path(), 'utf8')
  const other = change(html)
  if (other === html) throw new Error('nothing was changed')
  await writeFile(path(name), other)
  return path(name)
}

const type = async (file: string, key: readonly string[]): Promise<void> => {
  await page.goto(pathToFileURL(file).href)
  await page.getByLabel('The key: 12 words or 12 numbers').fill(key.join(' '))
  await press({ page }, 'Open the letter')
}

beforeAll(async () => {
  server = await startNode({ clock: () => now })
  browser = await launchChromium()
  office = await staffedOffice(server)
  folder = await mkdtemp(join(tmpdir(), 'goodfaith-letter-'))
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (folder) await rm(folder, { recursive: true })
})

describe('a letter in a sealed file', () => {
  test('is made when the requester agreed, and the case keeps which file it was and never its key', async () => {
    const reporter = await request(office, {}, {})
    const at = reporter.address
    await step(office.chief, at, 'declare-no-conflict')
    const facts = { recipient: 'The head of personnel', purpose: 'An interim measure', text: said, letter: 'letter-1' }
    await step(office.chief, at, 'show-letter', { facts })
    const seat = await takeSeat(browser)
    await enterByKitAtConsole(seat, server, kitWords(office.chief.kit, 'english'))
    const visit = async (): Promise<void> => {
      await seat.page.evaluate((hash) => {
        location.hash = hash
      }, '#inbox')
      await arrive(seat, 'Inbox')
      await seat.page.evaluate(
        (hash) => {
          location.hash = hash
        },
        `#case/${toBase64url(at)}`,
      )
      await press(seat, 'Letters: 1')
    }
    await visit()
    const make = seat.page.getByRole('button', { name: 'Make a sealed file' })
    expect(await make.getAttribute('aria-disabled')).toBe('true')
    await step(reporter, at, 'consent-to-letter', { facts: { letter: 'letter-1' } })
    await visit()
    await make.click()
    await seat.page.getByLabel('read out, in person or by telephone').check()
    await press(seat, 'Sign and make the file')
    await seat.page.locator('.kit .words b').first().waitFor()
    words = await seat.page.locator('.kit .words b').allTextContents()
    const numbers = await seat.page.locator('.kit .words code').allTextContents()
    expect(await barriers(seat.page, 'a file and its key')).toEqual([])
    const coming = seat.page.waitForEvent('download')
    await seat.page.getByRole('link', { name: 'Take the file' }).click()
    const file = await coming
    expect(file.suggestedFilename()).toBe('letter.html')
    await file.saveAs(path())
    const digest = createHash('sha256')
      .update(await readFile(path()))
      .digest('hex')
    const { entries } = await open(reporter, at)
    const kept = entries.find(({ body }) => body?.transition === 'seal-letter')?.body
    expect(kept).toMatchObject({ 'fact.letter': 'letter-1', 'fact.digest': digest, 'fact.key_way': 'spoken' })
    const all = JSON.stringify(entries.map(({ body }) => body))
    for (const secret of [words.join(' '), numbers[0] ?? '']) expect(all).not.toContain(secret)
    await seat.page.getByText('Put into a sealed file on 20 November 2026').waitFor()
    await press(seat, 'I have both')
    expect(await seat.page.locator('.kit').count()).toBe(0)
    expect(seat.complaints).toEqual([])
    await seat.page.context().close()
  })

  test('opens from a disk, offline, and says who signed it under which fingerprint', async () => {
    const context = await browser.newContext({ offline: true })
    page = await context.newPage()
    const asked: string[] = []
    page.on('request', (sent) => asked.push(sent.url()))
    await type(path(), words)
    await page.getByText(said).waitFor()
    const text = await page.locator('main').innerText()
    for (const part of ['The head of personnel', '20 November 2026', 'Marika Osei', 'It holds']) {
      expect(text).toContain(part)
    }
    const directory = await office.directory()
    const digits = directory.fingerprint
    expect(text.replaceAll(/\D/g, '')).toContain(
      (BigInt(`0x${Buffer.from(digits.subarray(0, 24)).toString('hex')}`) % 10n ** 40n).toString().padStart(40, '0'),
    )
    expect(asked.every((address) => address.startsWith('file:'))).toBe(true)
    expect(await barriers(page, 'a letter that is open')).toEqual([])
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText(said).isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await page.locator('#exit').click()
    await page.waitForURL('about:blank')
  })

  test('names a mistyped word, another letter’s key, and a file that somebody changed', async () => {
    await type(path(), [...words.slice(0, 4), 'zzzzzz', ...words.slice(5)])
    await page.getByText('Word 5 is not right').waitFor()
    await type(path(), words.slice(1))
    await page.getByText('11 words or numbers are here').waitFor()
    await type(path(), Array<string>(12).fill('abandon').with(11, 'about'))
    await page.getByText('belongs to another letter').waitFor()
    const bit = await altered('bit.html', (html) =>
      html.replace(/(<template id="container">.{2000})(.)/, (_, before: string, sign: string) =>
        before.concat(sign === 'A' ? 'B' : 'A'),
      ),
    )
    await type(bit, words)
    await page.getByText('This file is damaged, or somebody changed it').waitFor()
    expect(await page.locator('body').innerText()).not.toContain(said)
    const short = await altered('short.html', (html) => html.replace(/(<template id="container">.{2000})[^<]*/, '$1'))
    await type(short, words)
    await page.getByText('This file is damaged, or somebody changed it').waitFor()
  })

  test('lets no other script run and nothing be sent, by its own policy', async () => {
    const planted = await altered('planted.html', (html) =>
      html.replace('</main>', '</main><script>document.title = "planted"</script>'),
    )
    await page.goto(pathToFileURL(planted).href)
    expect(await page.title()).toBe('Sealed letter')
    await page.goto(pathToFileURL(path()).href)
    const sent = await page.evaluate(() =>
      fetch('https://ethics.example/').then(
        () => 'sent',
        (cause: Error) => cause.message,
      ),
    )
    expect(sent).not.toBe('sent')
    const refused = await page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective))
          fetch('https://ethics.example/').catch(() => undefined)
        }),
    )
    expect(refused).toBe('connect-src')
  })

  test('opens in Firefox too', async () => {
    const firefox = await launchFirefox()
    try {
      const other = await firefox.newPage()
      await other.goto(pathToFileURL(path()).href)
      await other.type('#key', words.join(' '))
      await other.click('button[type=submit]')
      await other.waitForSelector('#letter-opened:not([hidden])')
      const text = await other.$eval('main', (main) => (main as HTMLElement).innerText)
      expect(text).toContain(said)
      expect(text).toContain('It holds')
    } finally {
      await firefox.close()
    }
  })
})
