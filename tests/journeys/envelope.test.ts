import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import type { ElementHandle } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kitWords, parseCaseKey, reporterKeys } from '../../crypto/index.ts'
import { fingerprintDigits } from '../../crypto/wire/fingerprint.ts'
import { barriers, everyRule, places } from '../support/accessibility.ts'
import { launchChromium, launchFirefox } from '../support/browsers.ts'
import { createClient } from '../support/client.ts'
import { arrive, enterByKitAtConsole, takeSeat } from '../support/console.ts'
import { pdf, pdfAuthor } from '../support/evidence/documents.ts'
import { known } from '../support/evidence/exif.ts'
import { photograph, xmpOwner } from '../support/evidence/pictures.ts'
import { firstEvidence } from '../support/files.ts'
import { pressOn, tabTo } from '../support/keyboard.ts'
import { type Office, staffedOffice } from '../support/office.ts'
import { inChromium, inFirefox, stepBack, writeToEvidence } from '../support/reporter-page.ts'
import { type Server, startNode } from '../support/servers.ts'
import { enterCase, proveWords } from '../support/whole-journey.ts'
import { tags } from '../support/words.ts'

const story = 'The stamps are bought twice.'
let server: Server
let browser: Browser
let office: Office
let folder: string
let words: string[]
let code: string
/** Of the office, as its poster prints them. */
let digits: string

const path = (name: string): string => join(folder, name)
const address = (name: string): string => pathToFileURL(path(name)).href
const visible = (page: Page, selector: string) => page.locator(selector).filter({ visible: true })

const newPage = async (options: { offline?: boolean; javaScriptEnabled?: boolean } = {}): Promise<Page> =>
  (await browser.newContext(options)).newPage()

/** Keeps what an act brings as a file; says under which name it came. */
const keep = async (page: Page, name: string, act: () => Promise<void>): Promise<string> => {
  const coming = page.waitForEvent('download')
  await act()
  const file = await coming
  await file.saveAs(path(name))
  return file.suggestedFilename()
}

/** Goes back to the words after all, writes others, and asks to lock those. */
const changeAndLock = async (page: Page, text: string): Promise<void> => {
  while (!(await page.locator('#story').isVisible())) await stepBack(page)
  await page.locator('#story').fill(text)
  await page.locator('#step-what [data-act=skip]').click()
  for (const step of ['exclude', 'review']) await page.locator(`#step-${step} [data-act=next]`).click()
  await visible(page, '.words li').first().waitFor()
  await page.locator('#send').click()
  await visible(page, '#key-errors').waitFor()
}

/** A file beside a saved one, made from it. */
const altered = async (from: string, name: string, change: (text: string) => string): Promise<void> => {
  const text = await readFile(path(from), 'utf8')
  const other = change(text)
  if (other === text) throw new Error('nothing was changed')
  await writeFile(path(name), other)
}

/** Another sign in the middle of a statement. */
const otherSign = (text: string): string =>
  text.replace(/("statement":"[\w-]{200})(.)/, (_, before: string, sign: string) => before + (sign === 'A' ? 'B' : 'A'))

/** What the office and the reporter find in the case of these words: both files, without what they told of their makers. */
const findClean = async (own: readonly string[]): Promise<void> => {
  const key = parseCaseKey(own.join(' '))
  if (!key.ok) throw new Error('these words are no key')
  const keys = await reporterKeys(key.key)
  const reporter = { client: createClient(server.origin), caseKey: key.key, keys, address: keys.address }
  for (const reader of [office.chief, reporter]) {
    const evidence = await firstEvidence(reader, keys.address)
    expect(evidence.map(({ name, cleaned }) => [name, cleaned.split(' ', 1)[0]])).toEqual([
      ['IMG_0417.jpg', 'cleaned'],
      ['contract.pdf', 'cleaned'],
    ])
    const text = Buffer.concat(evidence.map(({ bytes }) => bytes)).toString('latin1')
    for (const secret of [known.owner, known.serial, xmpOwner, pdfAuthor]) expect(text).not.toContain(secret)
  }
}

beforeAll(async () => {
  server = await startNode()
  browser = await launchChromium()
  office = await staffedOffice(server)
  digits = fingerprintDigits((await office.directory()).fingerprint).join('')
  folder = await mkdtemp(join(tmpdir(), 'goodfaith-envelope-'))
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (folder) await rm(folder, { recursive: true })
})

describe('somebody who has no safe connection', () => {
  test.each(['en', 'ar'])('saves a form that carries the directory which was verified (%s)', async (language) => {
    const page = await newPage()
    await page.goto(`${server.origin}/${language}/envelope/`)
    expect(await keep(page, `${language}.html`, () => page.locator('#envelope-save').click())).toBe('form.html')
    await page.locator('#envelope-status').filter({ hasText: /\S/ }).waitFor()
    expect((await readFile(path(`${language}.html`))).length).toBeLessThan(900_000)
    expect(await barriers(page, 'saving the form', language === 'en' ? everyRule : places)).toEqual([])
    await page.context().close()
  })

  test('writes by keyboard in the file, offline, and takes away 12 words and a sealed file', async () => {
    const page = await newPage({ offline: true })
    const asked: string[] = []
    page.on('request', (sent) => asked.push(sent.url()))
    await page.goto(address('en.html'))
    expect(await page.title()).toBe('Form')
    await visible(page, '#begin-facts').waitFor()
    const facts = await page.locator('#begin-facts').innerText()
    expect(facts).toContain('Ethics Office of the Tidewater Union')
    expect(facts.replaceAll(/\s/g, '')).toContain(digits)
    await pressOn(page, '#begin-go')
    for (const step of ['need', 'how']) await pressOn(page, `#step-${step} [data-act=next]`)
    await tabTo(page, '#story')
    await page.keyboard.type(story)
    await pressOn(page, '#step-what [data-act=skip]')
    for (const step of ['exclude', 'review']) await pressOn(page, `#step-${step} [data-act=next]`)
    await visible(page, '.words li').first().waitFor()
    words = await page.locator('.words b').allTextContents()
    await pressOn(page, '#send')
    await visible(page, '#key-errors').waitFor()
    for (const input of await visible(page, '#proof-words input').all()) {
      const place = Number(/\d+/.exec((await input.getAttribute('id')) ?? '')?.[0])
      await tabTo(page, `#proof-${place}`)
      await page.keyboard.type(words[place - 1] ?? '')
    }
    expect(await keep(page, 'file.bin', () => pressOn(page, '#send'))).toBe('file.bin')
    await visible(page, '#step-receipt').waitFor()
    const bytes = await readFile(path('file.bin'))
    for (const secret of [story, ...words]) expect(bytes.includes(secret)).toBe(false)
    await keep(page, 'again.bin', () => pressOn(page, '#done-again'))
    expect((await readFile(path('again.bin'))).equals(bytes)).toBe(true)
    expect(asked.filter((url) => !/^(?:file|blob):/.test(url))).toEqual([])
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
    code = await page.locator('#done-code dd').innerText()
    await changeAndLock(page, `${story} And a third time.`)
    expect(await visible(page, '#key-errors').innerText()).toContain('the same 12 words')
    await keep(page, 'second.bin', () => pressOn(page, '#send'))
    expect((await readFile(path('second.bin'))).equals(bytes)).toBe(false)
    await page.context().close()
  })

  test.each(['the button', 'three times Escape'])(
    'leaves it at once by %s, asked nothing, for an empty page',
    async (way) => {
      const page = await newPage({ offline: true })
      const asked: string[] = []
      page.on('dialog', (dialog) => asked.push(dialog.type()))
      await page.goto(address('en.html'))
      await page.locator('#begin-go').click()
      for (const step of ['need', 'how']) await page.locator(`#step-${step} [data-act=next]`).click()
      await page.fill('#story', story)
      if (way === 'the button') await page.locator('#exit').click()
      else for (let press = 0; press < 3; press += 1) await page.keyboard.press('Escape')
      await page.waitForURL('about:blank')
      await page.goBack()
      expect(await page.content()).not.toContain(story)
      expect(await page.inputValue('#story')).toBe('')
      expect(asked).toEqual([])
      await page.context().close()
    },
  )

  test('hands the file in without script, and gets a case that opens with the words and in the console', async () => {
    const still = await newPage({ javaScriptEnabled: false })
    await still.goto(`${server.origin}/en/help/`)
    await still.getByRole('link', { name: 'report without a connection' }).click()
    await still.getByRole('link', { name: 'on the page for handing in' }).click()
    await still.locator('input[type=file]').setInputFiles(path('file.bin'))
    await still.getByRole('button', { name: 'Hand in' }).click()
    await still.getByText(code).waitFor()
    await still.context().close()
    const page = await newPage()
    await enterCase(page, server.origin, words)
    expect(await page.locator('#opened').textContent()).toContain(story)
    await page.context().close()
    const seat = await takeSeat(browser)
    await enterByKitAtConsole(seat, server, kitWords(office.chief.kit, 'english'))
    await seat.page.evaluate(() => {
      location.hash = '#inbox'
    })
    await arrive(seat, 'Inbox')
    await seat.page.getByRole('row').getByRole('link', { name: story }).first().click()
    await seat.page.locator('.verdict').waitFor()
    await seat.page.getByText(story).first().waitFor()
    expect(seat.complaints).toEqual([])
    await seat.page.context().close()
  })

  test.each(tags)('meets no barrier where a file is handed in, nor at either answer (%s)', async (language) => {
    const page = await newPage()
    const problems: string[] = []
    const handIn = async (name: string): Promise<void> => {
      await page.goto(`${server.origin}/${language}/hand-in/`)
      await page.locator('input[type=file]').setInputFiles(path(name))
      await page.locator('main [type=submit]').click()
    }
    await page.goto(`${server.origin}/${language}/hand-in/`)
    problems.push(...(await barriers(page, 'the form')))
    await handIn('file.bin')
    await page.getByText(code).waitFor()
    problems.push(...(await barriers(page, 'the receipt')))
    await handIn('en.html')
    // The code of what is wrong, as the office may ask for it.
    await page.getByText(/^[a-z]+\.[a-z_]+$/).waitFor()
    problems.push(...(await barriers(page, 'the refusal')))
    expect(problems).toEqual([])
    await page.context().close()
  })

  test('is refused a form whose directory somebody altered', async () => {
    await altered('en.html', 'altered.html', otherSign)
    await altered('en.html', 'short.html', (html) => html.replace(/(<template id="directory">.{400})[^<]*/, '$1'))
    const page = await newPage({ offline: true })
    for (const [name, words] of [
      ['altered.html', 'The office’s directory does not hang together'],
      ['short.html', 'This file is not the directory of an office'],
    ] as const) {
      await page.goto(address(name))
      await page.getByText(words).waitFor()
      expect(await visible(page, '#begin-go').count()).toBe(0)
    }
    await page.context().close()
  })

  test('is warned of an old directory, and more of a very old one, which the office still takes', async () => {
    const page = await newPage({ offline: true })
    for (const [days, words] of [
      [59, ''],
      [61, 'The directory is 61 days old'],
      [91, 'The directory is 91 days old. That is very old'],
    ] as const) {
      await page.clock.setFixedTime(Date.now() + days * 86_400_000)
      await page.goto(address('en.html'))
      await visible(page, '#begin-facts').waitFor()
      expect(await page.locator('#begin-age').innerText()).toContain(words)
      expect([days, await visible(page, '#begin-age').count()]).toEqual([days, words === '' ? 0 : 1])
      expect(await visible(page, '#begin-go').count()).toBe(1)
    }
    await page.context().close()
  })

  test('saves the form and the directory without script, and has to know the number of the office', async () => {
    const still = await newPage({ javaScriptEnabled: false })
    await still.goto(`${server.origin}/en/envelope/`)
    expect(await keep(still, 'ready.html', () => still.getByRole('link', { name: 'The form' }).click())).toBe(
      'form.html',
    )
    await keep(still, 'list.json', () => still.getByRole('link', { name: 'The directory of the office' }).click())
    await still.context().close()
    await altered('list.json', 'altered.json', otherSign)
    const page = await newPage({ offline: true })
    await page.goto(address('ready.html'))
    const check = async (name: string, typed: string): Promise<void> => {
      await page.locator('#directory-file').setInputFiles(path(name))
      await page.locator('#poster').fill(typed)
      await page.getByRole('button', { name: 'Check and go on' }).click()
    }
    await check('list.json', digits.slice(1))
    await page.getByText('Type all 40 digits: 39 are here').waitFor()
    await check('list.json', [...digits].toReversed().join(''))
    await page.getByText('is not the number of this office').waitFor()
    await check('altered.json', digits)
    await page.getByText('does not hang together').waitFor()
    await check('file.bin', digits)
    await page.getByText('This file is not the directory of an office').waitFor()
    expect(await visible(page, '#begin-go').count()).toBe(0)
    // As somebody types who reads the digits of the poster in groups, in the digits of Arabic.
    const arabic = digits.replaceAll(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
    await check('list.json', arabic.replaceAll(/(.{4})/g, '$1 '))
    await visible(page, '#begin-go').waitFor()
    await page.context().close()
  })

  test.each(['en', 'ar'])('meets no barrier in the file (%s)', async (language) => {
    const page = await newPage({ offline: true })
    const problems: string[] = []
    const look = async (state: string): Promise<void> => {
      problems.push(...(await barriers(page, state, language === 'en' ? everyRule : places)))
    }
    await writeFile(path('bare.html'), await (await fetch(`${server.origin}/forms/${language}.html`)).text())
    await page.goto(address('bare.html'))
    await page.locator('#ask [type=submit]').click()
    await visible(page, '#begin-errors').waitFor()
    await look('asked for the directory')
    page.on('dialog', (dialog) => void dialog.accept())
    await page.goto(address(`${language}.html`))
    await visible(page, '#begin-go').waitFor()
    await look('the office')
    await page.locator('#begin-go').click()
    for (let step = ''; step !== 'step-key'; ) {
      step = (await visible(page, '.step').getAttribute('id')) ?? ''
      if (step === 'step-what') await page.locator('#story').fill(story)
      if (['step-need', 'step-how', 'step-safety', 'step-evidence', 'step-key'].includes(step)) await look(step)
      if (step !== 'step-key') await visible(page, '[data-act=next]').click()
    }
    await proveWords(page, await page.locator('.words b').allTextContents())
    await page.locator('#send').click()
    await visible(page, '#step-receipt').waitFor()
    await look('handing in')
    expect(problems).toEqual([])
    await page.context().close()
  })

  test('takes a photograph and a PDF along, cleaned in the file itself, and reads what is too much', async () => {
    const page = await newPage({ offline: true })
    const asked: string[] = []
    page.on('request', (sent) => asked.push(sent.url()))
    await page.goto(address('en.html'))
    await page.locator('#begin-go').click()
    await writeToEvidence(inChromium(page), story)
    const told = page.locator('#files > ul > li')
    const choose = (...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
      page.locator('#files-input').setInputFiles(files)
    const next = () => page.locator('#step-evidence [data-act=next]').click()
    await choose(
      { name: 'IMG_0417.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photograph()) },
      { name: 'contract.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf(true)) },
      { name: 'disk.img', mimeType: '', buffer: Buffer.alloc(13_000_000) },
    )
    await told.nth(0).getByText(known.place).waitFor()
    await told.nth(1).getByText(pdfAuthor).waitFor()
    await page.locator('#evidence-errors').getByText('disk.img has more than 12 MB').waitFor()
    expect(await page.locator('#files [data-total]').innerText()).toContain('2 files go along')
    const long = Buffer.alloc(7_000_000, 'a word ')
    await choose({ name: 'one.txt', mimeType: '', buffer: long }, { name: 'two.txt', mimeType: '', buffer: long })
    await told.nth(3).getByText('A plain text').waitFor()
    await next()
    await page.locator('#evidence-errors').getByText('12 MB at most').waitFor()
    expect(await barriers(page, 'files in the form', everyRule)).toEqual([])
    for (const place of [3, 2]) await told.nth(place).getByRole('button').click()
    for (const step of ['evidence', 'contact', 'exclude']) await page.locator(`#step-${step} [data-act=next]`).click()
    expect(await page.locator('#answers').innerText()).toContain('IMG_0417.jpg')
    await page.locator('#step-review [data-act=next]').click()
    await visible(page, '.words li').first().waitFor()
    const own = await page.locator('.words b').allTextContents()
    await proveWords(page, own)
    await keep(page, 'with.bin', () => page.locator('#send').click())
    await keep(page, 'with-again.bin', () => page.locator('#done-again').click())
    expect(asked.filter((url) => !/^(?:file|blob):/.test(url))).toEqual([])
    const bytes = await readFile(path('with.bin'))
    expect(bytes.equals(await readFile(path('with-again.bin')))).toBe(true)
    await page.context().close()
    const still = await newPage({ javaScriptEnabled: false })
    await still.goto(`${server.origin}/en/hand-in/`)
    await still.locator('input[type=file]').setInputFiles(path('with.bin'))
    await still.getByRole('button', { name: 'Hand in' }).click()
    await still.getByRole('heading', { name: 'The office has it' }).waitFor()
    await still.context().close()
    await findClean(own)
    const reader = await newPage()
    await enterCase(reader, server.origin, own)
    await keep(reader, 'own.jpg', () => reader.getByRole('button', { name: 'Save IMG_0417.jpg' }).click())
    expect((await readFile(path('own.jpg'))).toString('latin1')).not.toContain(known.serial)
    await reader.context().close()
  })

  test('can use Firefox as hardened as Tor Browser at its level “Safer”, and take the same along', async () => {
    await writeFile(path('IMG_0417.jpg'), photograph())
    await writeFile(path('contract.pdf'), pdf(true))
    const firefox = await launchFirefox({ safer: true })
    try {
      const raw = await firefox.newPage()
      const page = inFirefox(raw)
      await page.open(address('en.html'))
      await raw.evaluate(() => {
        const make = URL.createObjectURL.bind(URL)
        URL.createObjectURL = (blob: Blob) => {
          Object.assign(window, { saved: blob })
          return make(blob)
        }
      })
      await page.click('#begin-go')
      await writeToEvidence(page, story)
      const input = await raw.waitForSelector('#files-input')
      await (input as ElementHandle<HTMLInputElement>).uploadFile(path('IMG_0417.jpg'), path('contract.pdf'))
      await page.sees('#file-1 ul')
      await page.sees('#file-2 ul')
      const told = (await page.texts('#files > ul > li')).join()
      for (const secret of [known.place, pdfAuthor]) expect(told).toContain(secret)
      for (const step of ['evidence', 'contact', 'exclude', 'review']) await page.click(`#step-${step} [data-act=next]`)
      await page.sees('.words li')
      const own = await page.texts('.words b')
      await page.click('#no-return')
      await page.click('#send')
      await page.sees('#step-receipt')
      expect((await page.texts('#done-code dd')).join()).toMatch(/^[0-9A-F]{4}( [0-9A-F]{4}){2}$/)
      const saved = await raw.evaluate(async () => {
        const bytes = new Uint8Array(await (window as unknown as { saved: Blob }).saved.arrayBuffer())
        return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
      })
      const body = new Uint8Array(Buffer.from(saved, 'hex'))
      expect((await createClient(server.origin).ask('handIn', { body })).status).toBe(201)
      await findClean(own)
    } finally {
      await firefox.close()
    }
  })
})
