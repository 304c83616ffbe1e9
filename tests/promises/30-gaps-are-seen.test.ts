import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseKeyWords, type KnownHead, type OpenedCase, openCase } from '../../crypto/index.ts'
import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import {
  type AcceptedEntry,
  type Bytes,
  concat,
  decodeHeader,
  decodePage,
  decodeStream,
  encodePage,
  encodeStreamed,
  entryCore,
  foldDirectory,
  sha256,
} from '../../crypto/wire/index.ts'
import type { CaseEntries } from '../../src/contract/cases.ts'
import { statementFrom } from '../../src/service/json.ts'
import { launchChromium } from '../support/browsers.ts'
import { foundAtConsole, go, takeSeat } from '../support/console.ts'
import { type Office, staffedOffice } from '../support/office.ts'
import { type Officer, random, signIn } from '../support/officers.ts'
import {
  act,
  message,
  newReporter,
  note,
  type Reporter,
  readEntries,
  readEntriesAsOfficer,
  report,
  sealReport,
} from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

let server: Server
let office: Office
let chief: Officer
let reporter: Reporter
/** What each side is given of the same case, oldest first. */
let given: Record<'reporter' | 'officer', AcceptedEntry[]>

beforeAll(async () => {
  server = await startNode()
  office = await staffedOffice(server)
  for (const officer of office.people) await signIn(officer)
  chief = office.chief
  reporter = await report(office)
  for (const text of ['One.', 'Two.', 'Three.']) {
    await act(chief, reporter.address, message(text))
    await act(reporter, reporter.address, message(`${text} Understood.`))
    await act(chief, reporter.address, note(`Note on ${text}`))
  }
  given = {
    reporter: ((await readEntries(reporter)) ?? []).toReversed(),
    officer: await readEntriesAsOfficer(chief, reporter.address),
  }
})
afterAll(() => server.stop())

const sides = ['reporter', 'officer'] as const
type Side = (typeof sides)[number]
const keysOf = (side: Side) => (side === 'reporter' ? reporter.keys : chief.keys)
const show = async (side: Side, entries: readonly AcceptedEntry[], known: KnownHead[] = []): Promise<OpenedCase> =>
  openCase(keysOf(side), { directory: await office.directory(), entries, known })

const place = (entry: AcceptedEntry) => {
  const { lane, sequence } = decodeHeader(entry.header)
  return `${lane} ${sequence}`
}
const headOf = async (entry: AcceptedEntry): Promise<KnownHead> => {
  const { lane, sequence } = decodeHeader(entry.header)
  return { lane, sequence, hash: await sha256(await entryCore(entry.header, entry.ciphertext, entry.seals)) }
}

const statements = async () => (await chief.client.call('readDirectory')).statements.map(statementFrom)

describe.each(sides)('on the side of the %s', (side) => {
  test('a whole case shows no gap', async () => {
    const opened = await show(side, given[side])
    expect(opened.broken).toBeNull()
    expect(opened.entries).toHaveLength(side === 'reporter' ? 8 : 11)
    expect(opened.entries.filter((entry) => entry.void)).toEqual([])
  })

  test('an entry withheld from the middle is seen, whichever it is', async () => {
    const newest = ['shared', 'office'].map((lane) => given[side].findLast((entry) => place(entry).startsWith(lane)))
    const middle = given[side].filter((entry) => !newest.includes(entry))
    expect(middle.length).toBeGreaterThan(6)
    for (const missing of middle) {
      const { broken } = await show(
        side,
        given[side].filter((entry) => entry !== missing),
      )
      expect(broken, place(missing)).not.toBeNull()
    }
  })

  test('the newest entries withheld are seen by whoever kept a receipt of one', async () => {
    const newest = given[side].findLast((entry) => place(entry).startsWith('shared')) as AcceptedEntry
    const shorter = given[side].filter((entry) => entry !== newest && !place(entry).startsWith('office 2'))
    const { broken } = await show(side, shorter, [await headOf(newest)])
    expect(broken).toMatchObject({ lane: 'shared', code: 'chain.rolled_back' })
    expect((await show(side, given[side], [await headOf(newest)])).broken).toBeNull()
  })

  test('an entry with one bit changed is left out and seen, whatever part it is in', async () => {
    const [victim] = given[side].filter((entry) => place(entry) === 'shared 2') as [AcceptedEntry]
    for (const part of ['header', 'ciphertext', 'signature'] as const) {
      const altered = victim[part].slice() as Bytes
      altered[altered.length >> 1] = (altered[altered.length >> 1] as number) ^ 1
      const entries = given[side].map((entry) => (entry === victim ? { ...entry, [part]: altered } : entry))
      expect((await show(side, entries)).broken, part).not.toBeNull()
    }
    const late = { ...victim, receipt: { ...victim.receipt, day: victim.receipt.day - 1 } }
    const entries = given[side].map((entry) => (entry === victim ? late : entry))
    expect((await show(side, entries)).broken).toMatchObject({ code: 'receipt.bad_signature' })
  })

  test('the order in which the service hands entries out changes nothing', async () => {
    const expected = await show(side, given[side])
    const backwards = await show(side, given[side].toReversed())
    expect(backwards.broken).toBeNull()
    expect(backwards.entries.map(({ hash }) => toBase64url(hash))).toEqual(
      expected.entries.map(({ hash }) => toBase64url(hash)),
    )
  })

  test('entries that were swapped under each other’s receipts are seen', async () => {
    const [first, second] = ['shared 1', 'shared 2'].map((wanted) =>
      given[side].find((entry) => place(entry) === wanted),
    ) as [AcceptedEntry, AcceptedEntry]
    const swapped = given[side].map((entry) => {
      if (entry === first) return { ...second, receipt: first.receipt }
      return entry === second ? { ...first, receipt: second.receipt } : entry
    })
    expect((await show(side, swapped)).broken).toMatchObject({ code: 'receipt.bad_signature' })
  })
})

test('an officer whose colleague answered notices when the answer is withheld, for the note names it', async () => {
  const withoutAnswer = given.officer.filter((entry) => place(entry) !== 'shared 6')
  expect((await show('officer', withoutAnswer)).broken).not.toBeNull()
})

test('a directory out of which a statement was taken is refused', async () => {
  const bytes = await statements()
  expect((await foldDirectory(bytes)).members).toHaveLength(5)
  for (let missing = 0; missing < bytes.length - 1; missing++) {
    await expect(foldDirectory(bytes.toSpliced(missing, 1))).rejects.toThrow(/^directory\./)
  }
  await expect(foldDirectory(bytes.toReversed())).rejects.toThrow(/^directory\./)
})

test('a reader who is shown an older directory than the case was written under is told so', async () => {
  const fresh = await report(office)
  const entries = (await readEntries(fresh)) ?? []
  const older = await foldDirectory((await statements()).slice(0, -1))
  expect((await openCase(fresh.keys, { directory: older, entries })).broken).toMatchObject({
    code: 'chain.unknown_directory',
  })
})

/** The service, or whoever stands before it, keeps entries back. */
describe('in the browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())

  const sequenceOf = ({ header }: { header: Bytes }) => decodeHeader(header).sequence
  const isShared = ({ header }: { header: Bytes }) => decodeHeader(header).lane === 'shared'

  /** Answers as the service would that leaves out what a test names. */
  const withhold = (page: Page, missing: (entry: AcceptedEntry) => boolean) =>
    page.route('**/api/case/read', async (route) => {
      const { chunk } = decodePage(await (await route.fetch()).body())
      const left = decodeStream(chunk).filter((entry) => !missing(entry))
      const body = encodePage(concat(...left.map(encodeStreamed)), 0, random(65_536))
      await route.fulfill({ body: Buffer.from(body), contentType: 'application/octet-stream' })
    })

  const opened = async (page: Page, key: Bytes) => {
    await page.goto(`${server.origin}/en/case/`)
    await page.locator('#key').fill(caseKeyWords(key, 'english').join(' '))
    await page.locator('#enter-form [type=submit]').click()
    await page.locator('#opened').waitFor()
  }

  const proper = {
    type: 'report',
    kind: 'report',
    mode: 'anonymous',
    language: 'en',
    story: 'Stamps are bought twice.',
  }

  test('the reporter’s page says first of all that the two halves do not fit, and lets nothing be written', async () => {
    const { address, caseKey } = await report(office, { body: proper })
    for (const text of ['One.', 'Two.', 'Three.']) await act(chief, address, message(text))
    const page = await browser.newPage()
    await opened(page, caseKey)
    await page.locator('#case-verified').filter({ hasText: 'unaltered' }).waitFor()
    expect(await page.locator('#case-broken').innerText()).toBe('')
    expect(await page.locator('[data-open=write]').isVisible()).toBe(true)

    await withhold(page, (entry) => isShared(entry) && sequenceOf(entry) === 2)
    await opened(page, caseKey)
    await page.locator('#case-broken').filter({ hasText: 'The two halves do not fit' }).waitFor()
    expect(await page.locator('#case-verified').innerText()).not.toContain('unaltered')
    expect(await page.locator('[data-open=write]').isVisible()).toBe(false)
    expect(await page.locator('#opened').innerText()).not.toContain('Three.')
  })

  test('a page that has seen an answer notices when the service no longer knows it', async () => {
    const { address, caseKey } = await report(office, { body: proper })
    await act(chief, address, message('We will pay it back.'))
    const page = await browser.newPage()
    await opened(page, caseKey)
    await page.getByText('We will pay it back.').first().waitFor()
    await withhold(page, (entry) => isShared(entry) && sequenceOf(entry) === 1)
    await page.locator('[data-open=write]').click()
    await page.locator('#write-text').fill('When?')
    await page.locator('#write [type=submit]').click()
    await page.locator('#case-broken').filter({ hasText: 'The two halves do not fit' }).waitFor()
  })

  test('the officer’s page says so too, and offers nothing to write', async () => {
    const own = await startNode()
    const seat = await takeSeat(browser)
    await foundAtConsole(seat, own, 'Ines Aldous')
    const writer = await newReporter(own.origin)
    await writer.client.call('submitReport', { body: await sealReport(writer, { body: proper }) })
    for (const text of ['One.', 'Two.', 'Three.']) await act(writer, writer.address, message(text))
    await seat.page.route(/\/api\/office\/cases\/[\w-]{43}/, async (route) => {
      const answer = (await (await route.fetch()).json()) as CaseEntries
      const entries = answer.entries.filter(({ header }) => {
        const bytes = { header: fromBase64url(header) }
        return !(isShared(bytes) && sequenceOf(bytes) === 2)
      })
      await route.fulfill({ json: { ...answer, entries } })
    })
    await go(seat, 'Inbox')
    await seat.page
      .getByRole('row')
      .filter({ has: seat.page.getByRole('link') })
      .first()
      .getByRole('link')
      .first()
      .click()
    await seat.page.getByText('The two halves do not fit').waitFor()
    expect(await seat.page.locator('main').innerText()).not.toContain('Three.')
    expect(await seat.page.getByLabel('Message to the reporter').isVisible()).toBe(false)
    await own.stop()
  })
})
