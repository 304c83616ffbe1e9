import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/browsers.ts'
import { type Recorder, recorder } from '../support/recorder.ts'
import { type Server, startNode } from '../support/servers.ts'
import { tracesOf } from '../support/traces.ts'
import { type Lived, liveThrough } from '../support/whole-journey.ts'

let server: Server
let browser: Browser
let traffic: Recorder
let lived: Lived

/** Something that stands nowhere else, for each place where people write; with a letter that is no ASCII. */
const canary = (place: string) => `Canary ${place.replaceAll(/[^a-z]/g, ' ')} é${Buffer.from(place).toString('hex')}7c1`

beforeAll(async () => {
  server = await startNode()
  browser = await launchChromium()
  traffic = recorder()
  lived = await liveThrough({ server, browser, say: canary, watch: traffic.watch })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const places = [
  ...['story', 'title', 'sealed-name', 'sealed-unit', 'sealed-reach', 'persons', 'place', 'when', 'evidence'],
  ...['contact_may', 'contact_never', 'keep_from', 'acknowledgement', 'note', 'reason', 'message', 'withdrawal'],
]

/** Where what people said is found, place by place and form by form. */
const found = (where: Buffer): string[] =>
  [...lived.said].flatMap(([place, text]) => tracesOf(text, where).map((way) => `${place}: ${way}`))

test('people wrote in every field there is, and read each other', async () => {
  expect([...lived.said.keys()]).toEqual(expect.arrayContaining(places))
  const read = await lived.chief.page.locator('main').innerText()
  for (const place of ['story', 'persons', 'evidence', 'message', 'withdrawal', 'note'])
    expect(read).toContain(canary(place))
  expect(await lived.reporter.locator('#opened').innerText()).toContain(canary('reason'))
})

test('nothing that anybody wrote stands in the database, in what its engine keeps beside it, or in the log', async () => {
  const kept = Buffer.concat([await server.stored(), Buffer.from(server.log().join('\n'))])
  expect(found(kept)).toEqual([])
  // What is public is found by the same search.
  expect(tracesOf('Ethics Office of the Tidewater Union', kept)).not.toEqual([])
})

test('nothing that anybody wrote crossed the network, in either direction', async () => {
  const [sent, received] = [traffic.sent(), await traffic.received()]
  expect(found(sent)).toEqual([])
  expect(found(received)).toEqual([])
  expect(tracesOf('Ethics Office of the Tidewater Union', sent)).not.toEqual([])
  expect(tracesOf('Ethics Office of the Tidewater Union', received)).not.toEqual([])
})

test('nothing that anybody wrote was hashed or shortened into what is kept', async () => {
  const kept = Buffer.concat([await server.stored(), traffic.sent()])
  const pieces = [...lived.said.values()].flatMap((text) => [text.slice(0, 14), text.slice(-14)])
  expect(pieces.flatMap((piece) => tracesOf(piece, kept).map((way) => `${piece}: ${way}`))).toEqual([])
})

test('every address that a page asked for is ours and says nothing', () => {
  const strange = traffic.addresses().filter((address) => {
    const { origin, search, pathname } = new URL(address)
    return (
      origin !== server.origin ||
      /[A-Za-z0-9_-]{60}/.test(pathname) ||
      (search !== '' && !/^\?(after|limit|from)=/.test(search))
    )
  })
  expect(strange).toEqual([])
})
