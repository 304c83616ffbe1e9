import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ready } from '../../crypto/index.ts'
import { barriers, everyRule, places } from '../support/accessibility.ts'
import { launchChromium } from '../support/browsers.ts'
import { photograph } from '../support/evidence/pictures.ts'
import { staffedOffice } from '../support/office.ts'
import { type Server, startNode } from '../support/servers.ts'
import { enterCase, proveWords } from '../support/whole-journey.ts'

let browser: Browser
beforeAll(async () => {
  await ready()
  browser = await launchChromium()
})
afterAll(() => browser?.close())

/** A photograph that is cleaned, and a page with script that cannot be. */
const files = () => [
  { name: 'IMG_0417.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photograph()) },
  {
    name: '../invoice\u202Egpj.html',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('<!doctype html><script>1</script>'),
  },
]

/** One language of each direction; colours and names are the same in both. */
describe.each(['en', 'ar'])('what a reporter meets beside the steps (%s)', (language) => {
  let server: Server
  let page: Page
  let words: string[]
  let problems: string[]
  const at = (path: string) => `${server.origin}/${language}/${path}`
  const rules = language === 'en' ? everyRule : places
  const look = async (state: string) => problems.push(...(await barriers(page, state, rules)))
  const press = (act: string) => page.locator(`[data-act=${act}]:visible`).click()
  const openPage = async () => {
    await page?.context().close()
    page = await (await browser.newContext()).newPage()
    problems = []
  }
  beforeAll(async () => {
    server = await startNode()
    await staffedOffice(server)
  })
  afterAll(() => server?.stop())

  /** Tells a story, and goes on to another step. */
  const writeUpTo = async (step: string) => {
    await page.goto(at('report/'))
    while (!(await page.locator(`#step-${step}`).isVisible())) {
      if (await page.locator('#step-what').isVisible()) await page.fill('#story', 'Only I have the key to the archive.')
      await press('next')
    }
  }

  test('has no barrier where a draft is kept, and where it is brought back', async () => {
    await openPage()
    await page.goto(at('report/'))
    await press('resume')
    await page.locator('#draft-open').click()
    await page.waitForSelector('#resume-errors:not([hidden])')
    await look('a draft with nothing chosen')
    await writeUpTo('details')
    await press('save')
    await page.waitForSelector('#step-save .words li')
    await page.locator('#save-file').click()
    await page.locator('#save-status').filter({ hasText: /\S/ }).waitFor()
    await look('a draft that is kept')
    expect(problems).toEqual([])
  })

  test('has no barrier where files are chosen, read back, on their way, stopped and received', async () => {
    await openPage()
    await writeUpTo('evidence')
    await page.setInputFiles('#files-input', files())
    await page.locator('#files input[type=checkbox]').waitFor()
    await press('next')
    await page.locator('#evidence-errors li').first().waitFor()
    await look('files, of which one cannot be cleaned')
    await page.locator('#files input[type=checkbox]').check()
    await press('next')
    await press('next')
    await page.waitForSelector('#readers .choice')
    await press('next')
    await page.locator('#hints button').first().waitFor()
    await look('the review with files and a hint')
    await press('next')
    await page.locator('.words li').first().waitFor()
    words = await page.locator('.words b').allTextContents()
    await proveWords(page, words)
    const line = Promise.withResolvers<void>()
    await page.route('**/api/files', async (route) => {
      await line.promise
      return route.abort()
    })
    await page.locator('#send').click()
    await page.locator('progress').waitFor()
    await look('files on their way')
    line.resolve()
    await page.locator('#key-errors:visible').waitFor()
    await look('files that did not arrive')
    await page.unroute('**/api/files')
    await page.locator('#send').click()
    await page.locator('#receipt dd').first().waitFor()
    await look('the receipt of files')
    expect(problems).toEqual([])
  })

  test('has no barrier at a case with files and corrections, nor where a further key is made', async () => {
    await openPage()
    await enterCase(page, server.origin, words, language)
    await page.locator('[data-open=write]').click()
    await page.locator('#write-corrects').selectOption({ index: 1 })
    await page.fill('#write-text', 'It was in June.')
    await page.locator('#write input[type=file]').setInputFiles(files())
    await page.locator('#write input[type=checkbox]').first().check()
    await look('a correction with files')
    await page.locator('#write [type=submit]').click()
    await page.locator('#case-status').filter({ hasText: /\S/ }).waitFor()
    await enterCase(page, server.origin, words, language)
    for (const summary of await page.locator('#opened summary').all()) await summary.click()
    await look('a case with files, a correction and visits')
    await page.locator('[data-open=represent]').click()
    await page.locator('#halves .words li').first().waitFor()
    await page.locator('#new-key-send').click()
    await page.locator('#new-key-errors:not(:empty)').waitFor()
    await look('a key for a representative')
    expect(problems).toEqual([])
  })

  test('has no barrier where words are lost', async () => {
    await openPage()
    await page.goto(at('case/'))
    await page.locator('[data-open=lost]').click()
    await page.locator('#halves .words li').first().waitFor()
    await proveWords(page, await page.locator('#halves .words b').allTextContents())
    await look('new words')
    await page.locator('#new-key-send').click()
    await page.locator('#line-code b').first().waitFor()
    await look('the line to hand over')
    expect(problems).toEqual([])
  })

  test('has no barrier on the cover, with a wrong key too', async () => {
    await openPage()
    await page.clock.install()
    await enterCase(page, server.origin, words, language)
    await page.clock.runFor('06:10')
    await page.waitForSelector('#cover')
    await page.locator('#cover button').click()
    await page.waitForSelector('#cover-errors:not([hidden])')
    await look('the cover of a case')
    expect(problems).toEqual([])
  })
})
