import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Bytes } from '../../crypto/wire/index.ts'
import { readZip, unpack } from '../../src/client/clean/zip.ts'
import { NEUTRAL_EXIT } from '../../src/client/ui/exit-address.ts'
import { barriers } from '../support/accessibility.ts'
import { launchChromium } from '../support/browsers.ts'
import { foundAtConsole, go, type Seat, takeSeat } from '../support/console.ts'
import { letter, people } from '../support/evidence/documents.ts'
import { known } from '../support/evidence/exif.ts'
import { photograph } from '../support/evidence/pictures.ts'
import { expectNothingReached } from '../support/lent-reader.ts'
import { type Server, startNode } from '../support/servers.ts'
import { enterCase } from '../support/whole-journey.ts'

let server: Server
let browser: Browser
let chief: Seat
let page: Page
let words: string[]

beforeAll(async () => {
  server = await startNode()
  browser = await launchChromium()
  chief = await takeSeat(browser)
  await foundAtConsole(chief, server, 'Ines Aldous')
  page = await (await browser.newContext()).newPage()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const next = () => page.locator('[data-act=next]:visible').click()

/** A page with script in it, as an attacker would call it. */
const hostile = '<!doctype html><script>parent.hit=1;top.hit=1;fetch("https://evil.example/")</script>'

const files = async () => [
  { name: 'IMG_0417.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photograph()) },
  { name: 'letter.docx', mimeType: 'application/msword', buffer: Buffer.from(await letter()) },
  { name: '../invoice\u202Egpj.html', mimeType: 'image/jpeg', buffer: Buffer.from(hostile) },
]

/** Writes a report up to the step where files are chosen. */
const toEvidence = async (): Promise<void> => {
  await page.goto(`${server.origin}/en/report/`)
  await next()
  await next()
  await page.fill('#story', 'The contract was split in three.')
  for (let step = 0; step < 4; step += 1) await next()
}

const toTheKey = async (): Promise<void> => {
  await next()
  await next()
  await page.waitForSelector('#readers .choice')
  await next()
  await next()
  await page.waitForSelector('.words li')
  await page.locator('#no-return').check()
}

test('files that were chosen while the line was broken hold the report back until they are in', async () => {
  await page.route('**/assets/files-*', (route) => route.abort())
  await toEvidence()
  await page.setInputFiles('#files-input', await files())
  await page.getByText('The connection broke.').waitFor()
  await next()
  await page.locator('#evidence-errors').getByText('not in the list yet').waitFor()
  await page.unroute('**/assets/files-*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText(people.creator).first().waitFor()
  expect(await page.locator('#files > ul > li').count()).toBe(3)
  expect(await page.locator('.outside').isVisible()).toBe(false)
  expect(await page.getByText('The connection broke.').count()).toBe(0)
})

test('whoever cannot bring them in can leave them out and goes on', async () => {
  await page.route('**/assets/files-*', (route) => route.abort())
  await toEvidence()
  await page.setInputFiles('#files-input', await files())
  await page.getByRole('button', { name: 'Leave out' }).click()
  await next()
  await page.locator('#step-evidence').waitFor({ state: 'hidden' })
  await page.unroute('**/assets/files-*')
})

describe('a reporter with three files', () => {
  test('sees what was taken out of each, and has to say whether what nobody can look into may go', async () => {
    await toEvidence()
    await page.setInputFiles('#files-input', await files())
    const list = page.locator('#files > ul > li')
    for (const found of [known.serial, people.creator]) await page.getByText(found).first().waitFor()
    await list.nth(2).locator('input[type=checkbox]').waitFor()
    expect(await list.count()).toBe(3)
    expect(await list.nth(0).innerText()).toContain(known.place)
    expect(await list.nth(1).innerText()).toContain(people.creator)
    expect(await list.nth(2).locator('bdi').first().textContent()).toBe('invoicegpj.html')
    await next()
    expect(await page.locator('#evidence-errors li').count()).toBe(2)
    for (const box of await page.locator('#files input[type=checkbox]').all()) await box.check()
  })

  test('finds them again after going back, and in the review', async () => {
    await page.locator('[data-act=back]:visible').click()
    await next()
    expect(await page.locator('#files > ul > li').count()).toBe(3)
    await next()
    await next()
    await page.waitForSelector('#readers .choice')
    await next()
    expect(await page.locator('#answers').innerText()).toContain('IMG_0417.jpg, letter.docx and invoicegpj.html')
    await page.locator('[data-act=back]:visible').click()
    await page.locator('[data-act=back]:visible').click()
    await page.locator('[data-act=back]:visible').click()
  })

  test('sends nothing before Send; a line that breaks loses nothing, and what has come is not sent twice', async () => {
    const parts: string[] = []
    let broken = true
    let full = false
    await page.route('**/api/files', async (route) => {
      const request = route.request()
      if (request.method() === 'PUT') {
        if (full) return route.fulfill({ status: 503, json: { error: { code: 'upload.full' } } })
        // The second file never arrives while the line is broken.
        if (broken && parts.length > 0) return route.abort()
        parts.push(request.headers()['gf-hash'] ?? '')
      }
      return route.continue()
    })
    await toTheKey()
    expect(parts).toEqual([])
    words = await page.locator('.words b').allTextContents()
    await page.locator('#send').click()
    await page.locator('#key-errors:visible').waitFor()
    expect(parts).toHaveLength(1)
    // What the service says of a file is said with its name, so that one can do something about it.
    full = true
    await page.locator('#send').click()
    await page.locator('#key-errors').getByText('letter.docx: The service has no room for more files').waitFor()
    full = false
    broken = false
    await page.locator('#send').click()
    await page.waitForSelector('#receipt dd')
    expect(parts).toHaveLength(3)
    expect(new Set(parts).size).toBe(3)
    expect(await page.locator('#receipt dt').allTextContents()).toContain('File 3, check code')
    await page.unroute('**/api/files')
  })

  test('saves their own files from the page of the case, as they were sealed', async () => {
    const own = await (await browser.newContext()).newPage()
    await enterCase(own, server.origin, words)
    const [download] = await Promise.all([
      own.waitForEvent('download'),
      own.getByRole('button', { name: 'Save IMG_0417.jpg' }).click(),
    ])
    const saved = await readFile(await download.path())
    expect(saved.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
    for (const secret of [known.owner, known.serial]) expect(saved.toString('latin1')).not.toContain(secret)
    await own.context().close()
  })
})

describe('the officer who reads it', () => {
  const item = (name: string) => chief.page.locator('.evidence li').filter({ hasText: name })
  const frame = () => chief.page.frameLocator('iframe.preview')

  test('sees the files with who brought them and what was taken out', async () => {
    await go(chief, 'Inbox')
    await chief.page.getByRole('row').getByRole('link').first().click()
    await item('IMG_0417.jpg').waitFor()
    expect(await item('IMG_0417.jpg').innerText()).toContain('where it was made')
    expect(await item('invoicegpj.html').innerText()).toContain('Nothing was taken out before it was sealed')
  })

  test('looks at a photograph in a frame that has no origin', async () => {
    await item('IMG_0417.jpg').getByRole('button', { name: 'View IMG_0417.jpg' }).click()
    await frame().locator('img').waitFor()
    const inside = await frame()
      .locator('img')
      .evaluate((image: HTMLImageElement) => ({
        ...{ width: image.naturalWidth, height: image.naturalHeight },
        origin: window.origin,
      }))
    // The camera was turned, and so is the picture.
    expect(inside).toEqual({ width: 16, height: 24, origin: 'null' })
    expect(await barriers(chief.page, 'a file that is looked at')).toEqual([])
  })

  test('sees a page with script as the text that it is, and nothing of it runs', async () => {
    await item('invoicegpj.html').getByRole('button', { name: /^View/ }).click()
    await frame().locator('pre').waitFor()
    expect(await frame().locator('pre').textContent()).toBe(hostile)
    expect(await chief.page.evaluate(() => (window as unknown as { hit?: number }).hit ?? 0)).toBe(0)
    expect(chief.complaints).toEqual([])
  })

  test('saves the whole case as one archive with a page to read, the files and what proves them', async () => {
    // Without a picker for a place on disk, the archive comes as a download.
    await chief.page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'))
    const [download] = await Promise.all([
      chief.page.waitForEvent('download'),
      chief.page.getByRole('button', { name: 'Save the whole case' }).click(),
    ])
    const zip = readZip(new Uint8Array(await readFile(await download.path())) as Bytes)
    expect(zip.map(({ name }) => name)).toEqual([
      ...['case.html', 'verification/files.json', 'verification/entries.json', 'verification/directory.json'],
      ...['files/IMG_0417.jpg', 'files/letter.docx', 'files/invoicegpj.html'],
    ])
    const text = async (name: string): Promise<string> => {
      const file = zip.find((one) => one.name === name)
      return file ? new TextDecoder().decode(await unpack(file, { left: 1e8 })) : ''
    }
    expect(await text('case.html')).toContain('The contract was split in three.')
    expect(await text('files/invoicegpj.html')).toBe(hostile)
    expect(JSON.parse(await text('verification/files.json'))).toHaveLength(3)
  })

  test('answers with a file, takes that back and sends it after all, and the reporter can save it', async () => {
    const { page: desk } = chief
    const attached = desk.locator('.write .attach li')
    const looking = Promise.withResolvers<void>()
    await desk.context().route('**/clean*', async (route) => {
      await looking.promise
      await route.continue()
    })
    await desk.locator('.write .attach input[type=file]').setInputFiles({
      ...{ name: 'reply.txt', mimeType: 'text/plain' },
      buffer: Buffer.from('We have asked for the records.'),
    })
    // A note has files of its own.
    await desk.getByRole('button', { name: 'Note for the office only' }).click()
    expect(await attached.count()).toBe(0)
    await desk.getByRole('button', { name: 'Write to the reporter' }).click()
    await desk.locator('.write textarea').fill('Please see the file.')
    // Signed while nobody has looked at the file yet, the words wait for it.
    await desk.locator('.write').getByRole('button', { name: 'Sign and send' }).click()
    expect(await attached.innerText()).toContain('Looking for traces')
    // What is on its way can no longer be taken out.
    expect(await attached.getByRole('button').isDisabled()).toBe(true)
    looking.resolve()
    // Taken back, it has its file again, which goes with it the second time.
    await desk.getByRole('button', { name: 'Take it back' }).click()
    const again = desk.locator('.write .attach li').filter({ hasText: 'Already sent' })
    await again.waitFor()
    await desk.locator('.write').getByRole('button', { name: 'Sign and send' }).click()
    await again.waitFor({ state: 'detached' })
    await item('reply.txt').waitFor({ timeout: 40_000 })
    const own = await (await browser.newContext()).newPage()
    await enterCase(own, server.origin, words)
    const [download] = await Promise.all([
      own.waitForEvent('download'),
      own.getByRole('button', { name: 'Save reply.txt' }).click(),
    ])
    expect(await readFile(await download.path(), 'utf8')).toBe('We have asked for the records.')
    await own.context().close()
  })

  test('leaves at once by three times Escape from within a file as well', async () => {
    const { page } = chief
    await page.route(NEUTRAL_EXIT, (route) => route.fulfill({ body: 'clouds' }))
    // It is still open.
    await frame().locator('pre').click()
    for (let pressed = 0; pressed < 3; pressed += 1) await page.keyboard.press('Escape')
    await page.waitForURL(NEUTRAL_EXIT)
  })
})

test('a file that takes over the thread that reads PDFs for other browsers reaches nothing', async () => {
  await expectNothingReached(server.origin, async (address, attack) => {
    await page.goto(address)
    return page.evaluate(attack)
  })
})
