import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FirstBatch } from '../../src/contract/entries.ts'
import { launchChromium } from '../support/browsers.ts'
import { createClient } from '../support/client.ts'
import { foundOffice } from '../support/office.ts'
import { newReporter, sealReport } from '../support/reporters.ts'
import { runtimes, type Server, startNode } from '../support/servers.ts'
import { flipped } from '../support/tamper.ts'

const story = 'The stamps are bought twice, each March.'
const base64url = (text: string) => Buffer.from(text).toString('base64url')

/** What a page without working cryptography, or with an old or foreign script, might send. */
const unsealed = (batch: FirstBatch): Readonly<Record<string, unknown>> => {
  const [shared, identity] = batch.entries as [FirstBatch['entries'][0], FirstBatch['entries'][0]]
  const entries = (changed: object) => ({ ...batch, entries: [{ ...shared, ...changed }, identity] })
  return {
    'plain words': { type: 'report', story },
    'words beside a sealed report': { ...batch, story },
    'words beside a sealed entry': entries({ body: { story } }),
    'words in place of the ciphertext': entries({ ciphertext: base64url(story) }),
    'words, padded to a lawful length, in place of the ciphertext': entries({
      ciphertext: base64url(story.padEnd(4_136)),
    }),
    'an entry that is not sealed to anybody': entries({ seals: '' }),
    'an entry without its ciphertext': entries({ ciphertext: '' }),
    'an entry without a signature': entries({ signature: base64url('\0'.repeat(64)) }),
    'words in place of the header': entries({ header: base64url(story) }),
    'words in place of the summary': { ...batch, summary: base64url(story.padEnd(644)) },
    'no summary': { entries: batch.entries, serviceShare: batch.serviceShare },
    'no share of the identity': { entries: batch.entries, summary: batch.summary },
    'a foreign share of the identity': { ...batch, serviceShare: flipped(batch.serviceShare) },
    'half of a report': { ...batch, entries: [shared] },
    'its halves in the wrong order': { ...batch, entries: [identity, shared] },
    'one half twice': { ...batch, entries: [shared, shared] },
    'no entry': { ...batch, entries: [] },
    'an envelope of another version': entries({ header: flipped(shared.header) }),
    'a list': [batch],
    nothing: null,
    'a text': JSON.stringify(batch),
  }
}

describe.each(runtimes)('on %s', (_, start) => {
  let server: Server
  let batch: FirstBatch
  beforeAll(async () => {
    server = await start()
    await foundOffice(server)
    batch = await sealReport(await newReporter(server.origin))
  })
  afterAll(() => server.stop())

  test('whatever is not a whole sealed report is refused, and nothing of it is stored', async () => {
    const client = createClient(server.origin)
    const before = await server.dump()
    for (const [what, body] of Object.entries(unsealed(batch))) {
      const { status, code } = await client.ask('submitReport', { body: body as FirstBatch })
      expect([what, [400, 422].includes(status)], `${status} ${code}`).toEqual([what, true])
    }
    const form = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `story=${story}`,
    }
    expect((await client.send('POST', '/api/reports', form)).status).toBe(415)
    expect(await server.dump()).toBe(before)
    expect((await client.ask('submitReport', { body: batch })).status).toBe(201)
  })
})

describe('in a browser where something is broken', () => {
  let server: Server
  let browser: Browser
  beforeAll(async () => {
    server = await startNode()
    await foundOffice(server)
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const worker = /\/assets\/crypto-worker/
  const directory = /\/api\/directory/
  const javascript = { contentType: 'text/javascript' }

  /** The directory as somebody would serve it who swaps the key of an officer for their own. */
  const swapKeys = async (route: Route) => {
    const answer = (await (await route.fetch()).json()) as { statements: { statement: string }[] }
    const [first] = answer.statements
    if (first) first.statement = flipped(first.statement, 400)
    await route.fulfill({ json: answer })
  }

  const breakages: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
    'the crypto worker does not load': (page) => page.route(worker, (route) => route.abort()),
    'the crypto worker is not a script': (page) =>
      page.route(worker, (route) => route.fulfill({ ...javascript, body: '<html>' })),
    'the crypto worker says nothing': (page) =>
      page.route(worker, (route) => route.fulfill({ ...javascript, body: '' })),
    'the crypto worker answers nonsense': (page) =>
      page.route(worker, (route) =>
        route.fulfill({
          ...javascript,
          body: 'onmessage = ({ data }) => postMessage({ id: data.id, value: data.args })',
        }),
      ),
    'the directory does not come': (page) => page.route(directory, (route) => route.abort()),
    'the directory is not one': (page) =>
      page.route(directory, (route) => route.fulfill({ json: { day: '2026-11-20', statements: [], marks: [] } })),
    'a key in the directory was swapped': (page) => page.route(directory, swapKeys),
  }

  test.each(Object.entries(breakages))(
    'when %s, nothing can be sent, and what was written stays',
    async (_, break_) => {
      const page = await (await browser.newContext()).newPage()
      const posts: string[] = []
      page.on('request', (request) => {
        if (request.method() === 'POST') posts.push(`${request.url()} ${request.postData()}`)
      })
      await break_(page)
      await page.goto(`${server.origin}/en/report/`)
      for (const step of ['need', 'how']) await page.locator(`#step-${step} [data-act=next]`).click()
      await page.locator('#story').fill(story)
      await page.locator('[data-act=skip]').click()
      await page.locator('#step-exclude').waitFor()
      await page.locator('#step-exclude [data-act=next]').click()
      expect(await page.locator('#step-review').isVisible()).toBe(false)
      expect(await page.locator('#step-exclude').innerText()).toMatch(/\S{3}/)
      await page.locator('#send').evaluate((button: HTMLButtonElement) => button.click())
      expect(await page.locator('#send').getAttribute('aria-disabled')).toBe('true')
      expect(posts).toEqual([])
      expect(await page.locator('#story').inputValue()).toBe(story)
      await page.close({ runBeforeUnload: false })
    },
  )

  test.each(['the crypto worker does not load', 'the directory does not come', 'a key in the directory was swapped'])(
    'when %s, the page says so',
    async (what) => {
      const page = await (await browser.newContext()).newPage()
      await breakages[what]?.(page)
      await page.goto(`${server.origin}/en/report/`)
      for (const step of ['need', 'how']) await page.locator(`#step-${step} [data-act=next]`).click()
      await page.locator('#story').fill(story)
      await page.locator('[data-act=skip]').click()
      await page.locator('#exclude-errors').waitFor()
      expect((await page.locator('#exclude-errors').innerText()).length).toBeGreaterThan(20)
      await page.close({ runBeforeUnload: false })
    },
  )

  test('when the browser offers no cryptography to the page, it refuses with a sentence and no field', async () => {
    const page = await (await browser.newContext()).newPage()
    // A page that came over plain HTTP from another machine.
    await page.route('http://plain.example/**', async (route) => {
      const { pathname } = new URL(route.request().url())
      await route.fulfill({ response: await route.fetch({ url: server.origin + pathname }) })
    })
    for (const path of ['report', 'request', 'case', 'office']) {
      await page.goto(`http://plain.example/en/${path}/`)
      await page.getByText('not opened over a secure connection').waitFor()
      expect(await page.evaluate(() => isSecureContext)).toBe(false)
      expect(await page.locator('input, textarea, form').filter({ visible: true }).count()).toBe(0)
    }
  })
})
