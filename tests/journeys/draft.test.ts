import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ready } from '../../crypto/index.ts'
import { launchChromium } from '../support/browsers.ts'
import { staffedOffice } from '../support/office.ts'
import { focusedIn } from '../support/reporter-page.ts'
import { type Server, startNode } from '../support/servers.ts'
import { tracesOf } from '../support/traces.ts'

let browser: Browser
let server: Server
let page: Page
let files = 0

beforeAll(async () => {
  await ready()
  server = await startNode()
  await staffedOffice(server)
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})
beforeEach(async () => {
  page = await (await browser.newContext()).newPage()
})
afterEach(() => page.context().close())

const next = () => page.locator('[data-act=next]:visible').click()
const start = (path: string) => page.goto(`${server.origin}/en/${path}/`)

interface Kept {
  readonly path: string
  readonly words: readonly string[]
  readonly name: string
}

/** Saves what stands on the page, as a person would: the words onto paper, then the file. */
const save = async (): Promise<Kept> => {
  await page.locator('[data-act=save]:visible').click()
  await page.waitForSelector('#step-save .words li')
  const words = await page.locator('#step-save .words b').allTextContents()
  const coming = page.waitForEvent('download')
  await page.locator('#save-file').click()
  const download: Download = await coming
  await page.waitForFunction(() => document.querySelector('#save-status')?.textContent !== '')
  const path = join(tmpdir(), `goodfaith-draft-${process.pid}-${files++}`)
  await download.saveAs(path)
  return { path, words, name: download.suggestedFilename() }
}

/** Opens the page anew and brings a file with the words to it. */
const resume = async (path: string, kept: Pick<Kept, 'path' | 'words'>): Promise<void> => {
  await start(path)
  await page.locator('[data-act=resume]:visible').click()
  await page.setInputFiles('#draft-file', kept.path)
  await page.fill('#draft-key', kept.words.join(' '))
  await page.locator('#draft-open').click()
}

const refusal = async (): Promise<string> => {
  await page.waitForSelector('#resume-errors:not([hidden])')
  return page.locator('#resume-errors').innerText()
}

const writeReport = async (): Promise<void> => {
  await start('report')
  await page.locator('#kind-advice').check()
  await next()
  await page.locator('#mode-confidential').check()
  await page.fill('#sealed-name', 'Zoë Adeyemi')
  await next()
  await page.fill('#story', 'The contract was split.\nTwice.')
  await next()
  await page.locator('#category input[type=checkbox], [data-choices=category] input').first().check()
  await page.fill('#place', 'لم أنته بعد')
}

describe('a reporter who stops in the middle of a report', () => {
  test('finds every answer and the same step again, on another device, with file and words', async () => {
    await writeReport()
    const chosen = await page.locator('#report [data-choices] :checked').evaluateAll((all) => all.map(({ id }) => id))
    const kept = await save()
    await page.context().close()
    page = await (await browser.newContext()).newPage()
    await resume('report', kept)
    await page.waitForSelector('#step-details:not([hidden])')
    expect(await focusedIn(page)).toBe('heading of step-details')
    expect(await page.inputValue('#sealed-name')).toBe('Zoë Adeyemi')
    expect(await page.inputValue('#story')).toBe('The contract was split.\nTwice.')
    expect(await page.inputValue('#place')).toBe('لم أنته بعد')
    expect(await page.locator('#report [data-choices] :checked').evaluateAll((all) => all.map(({ id }) => id))).toEqual(
      chosen,
    )
    expect(await page.locator('[data-more=mode-confidential]').getAttribute('hidden')).toBeNull()
    expect(await page.inputValue('#draft-key')).toBe('')
  })

  test('leaves out the same people, even where the list of the office comes later', async () => {
    await writeReport()
    while (!(await page.locator('#step-exclude').isVisible())) await next()
    await page.waitForSelector('#readers .choice')
    const left = page.locator('#readers input').first()
    await left.check()
    const id = (await left.getAttribute('id')) as string
    const kept = await save()
    let letGo = (): void => undefined
    const asked = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await page.route('**/api/directory', async (route) => {
      await asked
      await route.continue()
    })
    page.once('dialog', (dialog) => dialog.accept())
    await resume('report', kept)
    await page.waitForSelector('#step-exclude:not([hidden])')
    letGo()
    await page.waitForSelector('#readers .choice:visible')
    expect(await page.locator('#readers input:checked').evaluateAll((all) => all.map((input) => input.id))).toEqual([
      id,
    ])
    expect(await page.locator(`[id="${id}"]`).isVisible()).toBe(true)
  })

  test('gets words that are named, told in their own language, and left alone by a browser that translates', async () => {
    await page.goto(`${server.origin}/ar/report/`)
    await next()
    await page.locator('[data-act=save]:visible').click()
    const words = page.locator('#step-save .words')
    await words.locator('li').first().waitFor()
    expect(await words.getAttribute('lang')).toBe('en')
    expect(await words.getAttribute('translate')).toBe('no')
    expect(await words.getAttribute('aria-label')).toMatch(/\p{Script=Arabic}/u)
  })

  test('gets a file that says nothing by its name or its bytes, while the browser keeps nothing and the line carries nothing', async () => {
    const sent: string[] = []
    page.on('request', (request) =>
      sent.push(`${request.method()} ${new URL(request.url()).pathname} ${request.postData() ?? ''}`),
    )
    await writeReport()
    const { path, words, name } = await save()
    expect(name).toBe('file.bin')
    const file = await readFile(path)
    expect(file.length).toBe(4096 + 72)
    for (const said of ['Zoë Adeyemi', 'The contract was split.', 'draft', 'goodfaith', words.slice(0, 2).join(' ')])
      expect(tracesOf(said, file), said).toEqual([])
    expect(sent.filter((line) => line.startsWith('POST'))).toEqual([])
    const kept = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      (await caches.keys()).length,
      (await indexedDB.databases()).length,
    ])
    expect(kept).toEqual([0, 0, 0, 0])
    expect(await page.evaluate(() => JSON.stringify(history.state))).toBe('null')
  })

  test('is not asked about losing words that are in the file, and is asked again about what came after', async () => {
    await writeReport()
    await save()
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      return dialog.accept()
    })
    await page.locator('#save-back').click()
    await page.fill('#place', 'Elsewhere')
    await page.reload()
    expect(asked).toEqual(['beforeunload'])
    await writeReport()
    await save()
    await page.reload()
    expect(asked).toEqual(['beforeunload'])
  })

  test('goes on under the same words after the draft was opened once', async () => {
    await writeReport()
    const kept = await save()
    page.once('dialog', (dialog) => dialog.accept())
    await resume('report', kept)
    await page.waitForSelector('#step-details:not([hidden])')
    await page.fill('#place', 'In the annex')
    const again = await save()
    expect(again.words).toEqual(kept.words)
    await resume('report', again)
    await page.waitForSelector('#step-details:not([hidden])')
    expect(await page.inputValue('#place')).toBe('In the annex')
  })
})

test('whoever asks for protection finds each act again, and the draft is not taken for a report', async () => {
  await start('request')
  await page.locator('#track-done, [data-choices=track] input').first().check()
  await next()
  await next()
  await page.fill('#story', 'They push me out.')
  await next()
  await page.fill('#earlier-key', 'not a key but secret')
  await page.fill('#earlier-key', '')
  await next()
  await page.locator('#acts [data-part=about]').fill('My projects')
  await page.locator('#act-add').click()
  await page.locator('#acts [data-part=by]').nth(1).fill('The head of section')
  await page.locator('#acts [data-part=taken]').nth(1).fill('2026-05-04')
  const kept = await save()
  page.once('dialog', (dialog) => dialog.accept())
  await resume('report', kept)
  expect(await refusal()).toMatch(/This draft is a request for protection/)
  await page.locator('#resume-errors a').last().click()
  await page.waitForURL(`${server.origin}/en/request/`)
  await resume('request', kept)
  await page.waitForSelector('#step-acts:not([hidden])')
  expect(await page.locator('#acts > li').count()).toBe(2)
  expect(await page.locator('#acts [data-part=about]').first().inputValue()).toBe('My projects')
  expect(await page.locator('#acts [data-part=by]').nth(1).inputValue()).toBe('The head of section')
  expect(await page.locator('#acts [data-part=taken]').nth(1).inputValue()).toBe('2026-05-04')
})

describe('whoever brings the wrong thing is told what is wrong', () => {
  let kept: Kept
  beforeEach(async () => {
    await writeReport()
    kept = await save()
    page.once('dialog', (dialog) => dialog.accept())
  })
  const another = async (bytes: Buffer): Promise<string> => {
    const path = join(tmpdir(), `goodfaith-draft-${process.pid}-${files++}`)
    await writeFile(path, bytes)
    return path
  }

  test('other words, another file, and one that has changed', async () => {
    const bytes = await readFile(kept.path)
    const words = 'legal winner thank year wave sausage worth useful legal winner thank yellow'.split(' ')
    await resume('report', { path: kept.path, words })
    expect(await refusal()).toMatch(/These words do not open this file/)
    await resume('report', { ...kept, path: await another(Buffer.from('A photograph')) })
    expect(await refusal()).toMatch(/is not a saved draft/)
    bytes[2000] = (bytes[2000] ?? 0) ^ 1
    await resume('report', { ...kept, path: await another(bytes) })
    expect(await refusal()).toMatch(/has changed since it was saved/)
  })

  test('a word that is none, by its place, and a missing file', async () => {
    await start('report')
    await page.locator('[data-act=resume]:visible').click()
    await page.fill('#draft-key', ['zzzz', ...kept.words.slice(1)].join(' '))
    await page.locator('#draft-open').click()
    expect(await refusal()).toMatch(/Choose the file[\s\S]*Word 1 is not right/)
  })
})

test('whoever cannot load what saves a draft is told, and loses nothing', async () => {
  await page.route('**/assets/draft-*', (route) => route.abort())
  await writeReport()
  await page.locator('[data-act=save]:visible').click()
  await page.waitForSelector('#details-errors:not([hidden])')
  expect(await page.inputValue('#place')).toBe('لم أنته بعد')
  await page.unroute('**/assets/draft-*')
  await page.locator('[data-act=save]:visible').click()
  await page.waitForSelector('#step-save .words li')
})

test('what saves a draft is not run when it is not what the page was built with', async () => {
  await page.route('**/assets/draft-*', async (route) => {
    const response = await route.fetch()
    return route.fulfill({ response, body: `${await response.text()}\ndocument.title = 'altered'` })
  })
  await writeReport()
  await page.locator('[data-act=save]:visible').click()
  await page.waitForSelector('#details-errors:not([hidden])')
  expect(await page.title()).not.toBe('altered')
})
