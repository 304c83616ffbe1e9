import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toBase64url } from '../../crypto/wire/base64url.ts'
import { fromBase64url } from '../../crypto/wire/index.ts'
import { launchChromium, launchFirefox } from '../support/browsers.ts'
import { type Office, openOffice, staffedOffice } from '../support/office.ts'
import { type Officer, signIn } from '../support/officers.ts'
import { inChromium, inFirefox, type PersonsPage } from '../support/reporter-page.ts'
import { act, open } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

interface Opened {
  readonly page: PersonsPage
  readonly close: () => Promise<void>
}

const chromium = async (): Promise<Opened> => {
  const browser = await launchChromium()
  return { page: inChromium(await (await browser.newContext()).newPage()), close: () => browser.close() }
}

const firefox = (safer: boolean) => async (): Promise<Opened> => {
  const browser = await launchFirefox({ safer })
  return { page: inFirefox(await browser.newPage()), close: () => browser.close() }
}

const BROWSERS: readonly (readonly [name: string, start: () => Promise<Opened>])[] = [
  ['Chromium', chromium],
  ['Firefox', firefox(false)],
  ['Firefox without WebAssembly and just-in-time compiler', firefox(true)],
]

const STORY = 'The contract was split in two so that nobody had to approve it.'
const READ_BACK = ['Report', 'Confidentially', 'Zoe Marchand', STORY, 'Open the case to the substitute']
const ANSWER = 'Thank you.\n\nWe have read it <b>today</b>.'

describe.each(BROWSERS)('in %s', (_, start) => {
  let server: Server
  let office: Office
  let opened: Opened
  let words: string[]
  let numbers: string[]

  beforeAll(async () => {
    server = await startNode()
    office = await staffedOffice(server)
    await openOffice(office)
    opened = await start()
  })

  afterAll(async () => {
    await opened?.close()
    await server?.stop()
  })

  /** The address of the newest case that the chief reads. */
  const newestCase = async () => {
    const { cases } = await office.chief.client.call('listCases', {})
    return fromBase64url(cases[0]?.case ?? '')
  }

  const prove = async (page: PersonsPage, from: readonly string[]): Promise<void> => {
    for (const label of await page.texts('#proof-words label')) {
      const position = Number(/\d+/.exec(label)?.[0])
      await page.type(`#proof-${position}`, from[position - 1] ?? '')
    }
  }

  const enter = async (page: PersonsPage, key: string): Promise<void> => {
    await page.open(`${server.origin}/en/case/`)
    await page.sees('#enter')
    await page.type('#key', key)
    await page.click('#enter-form button')
  }

  test('somebody reports confidentially, leaves one officer out, keeps the key and gets a receipt', async () => {
    const { page } = opened
    await page.open(`${server.origin}/en/`)
    await page.click('.rows a')
    await page.click('#step-need [data-act=next]')
    await page.click('#mode-confidential')
    await page.type('#sealed-name', 'Zoe Marchand')
    await page.click('#step-how [data-act=next]')
    await page.type('#story', STORY)
    await page.click('[data-act=skip]')
    await page.sees('#readers .choice')
    await page.click('#readers label:nth-of-type(2)')
    expect(await page.texts('#readers-now')).toEqual(['Marika Osei will read it.'])
    await page.click('#step-exclude [data-act=next]')
    expect(await page.texts('#answers dd:not(.go)')).toEqual(READ_BACK)
    await page.click('#step-review [data-act=next]')
    await page.sees('.words li')
    words = await page.texts('.words b')
    numbers = await page.texts('.words code')
    await prove(page, words)
    await page.click('#send')
    await page.sees('#receipt dd')
    expect(await page.texts('#receipt dd')).toEqual([expect.any(String), '1', expect.stringMatching(/^[0-9A-F]{4} /)])
  })

  test('the officer reads exactly that, the one who was left out does not, and answers', async () => {
    const address = await newestCase()
    const { entries } = await open(office.chief, address)
    expect(entries[0]?.body).toMatchObject({ type: 'report', mode: 'confidential', story: STORY })
    expect(JSON.stringify(entries.map(({ body }) => body))).not.toContain('Marchand')
    const excluded = office.people[1] as Officer
    await signIn(excluded)
    const { cases } = await excluded.client.call('listCases', {})
    expect(cases.some((line) => line.case === toBase64url(address))).toBe(false)
    await act(office.chief, address, { act: 'say', lane: 'shared', body: { type: 'acknowledgement', text: ANSWER } })
    const reason = 'To ask the Director to stop the transfer.'
    await act(office.chief, address, { act: 'open-identity', body: { type: 'identity-opened', reason } })
  })

  test('a typing error in the key is named with its place, and a key that nobody used opens nothing', async () => {
    const { page } = opened
    await enter(page, words.map((word, index) => (index === 8 ? `${word}x` : word)).join(' '))
    await page.sees('#enter-errors')
    expect((await page.texts('#enter-errors')).join()).toMatch(/Word 9 is not right/)
    await enter(page, 'abandon '.repeat(11).concat('about'))
    await page.sees('#enter-errors')
    expect((await page.texts('#enter-errors')).join()).toMatch(/no case under these words/)
  })

  test('the reporter returns with Arabic digits, reads the answer as text and sees who opened the name and why', async () => {
    const { page } = opened
    const arabic = numbers.join(' ').replaceAll(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
    await enter(page, arabic)
    await page.sees('#case-answer')
    expect(await page.texts('#case-title')).toEqual([expect.stringMatching(/^The office owes you an answer by /)])
    expect(await page.texts('#case-answer .said p')).toEqual(['Thank you.', 'We have read it <b>today</b>.'])
    expect(await page.texts('#case-names dd')).toEqual([
      expect.any(String),
      'Marika Osei',
      'To ask the Director to stop the transfer.',
    ])
    expect((await page.texts('#case-verified')).join()).toMatch(/All 4 entries are signed, in order and unaltered/)
    expect(await page.texts('#case-readers')).toEqual(['Besides you: Marika Osei. You left out Idris Lindqvist.'])
  })

  test('the reporter adds something although the office wrote meanwhile, withdraws, and takes it back', async () => {
    const { page } = opened
    const address = await newestCase()
    const question = { type: 'state', to: 'waiting', text: 'Which contract?' }
    await act(office.chief, address, { act: 'say', lane: 'shared', body: question })
    await page.click('[data-open=write]')
    await page.type('#write-text', 'The one of March.')
    await page.click('#write [type=submit]')
    await page.sees('#case-status:not(:empty)')
    const { entries } = await open(office.chief, address)
    expect(entries.at(-1)?.body).toMatchObject({ type: 'message', text: 'The one of March.' })
    await page.click('[data-open=withdraw]')
    await page.click('#withdraw [type=submit]')
    await page.sees('[data-open=undo]')
    expect(await page.texts('#case-title')).toEqual(['You have withdrawn'])
    await page.click('[data-open=undo]')
    await page.click('#undo [type=submit]')
    await page.sees('[data-open=withdraw]')
    expect(await page.texts('#case-title')).toEqual([expect.stringMatching(/^The office owes you an answer by /)])
  })

  test('the reporter replaces the key: the old one opens nothing from then on', async () => {
    const { page } = opened
    await page.click('[data-open=replace]')
    await page.sees('#new-key .words li')
    const fresh = await page.texts('#new-key .words b')
    await prove(page, fresh)
    await page.click('#new-key-send')
    await page.sees('#case-status:not(:empty)')
    await enter(page, words.join(' '))
    await page.sees('#enter-errors')
    expect((await page.texts('#enter-errors')).join()).toMatch(/no case under these words/)
    await enter(page, fresh.join(' ').toUpperCase())
    await page.sees('#case-history')
    expect((await page.texts('#case-history')).join()).toMatch(/You replaced your key/)
  })
})
