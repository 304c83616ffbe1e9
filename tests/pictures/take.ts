/**
 * `npm run pictures:readme`: plays a few invented days against the real service in a real browser, and takes the pictures of the
 * README.
 */
import { join } from 'node:path'
import { launchChromium } from '../support/browsers.ts'
import {
  admitAtConsole,
  arrive,
  foundAtConsole,
  go,
  inviteAtConsole,
  joinAtConsole,
  press,
  signInAtConsole,
  takeSeat,
} from '../support/console.ts'
import { newReporter, sealReport } from '../support/reporters.ts'
import { startNode } from '../support/servers.ts'

const folder = import.meta.dirname
const millisecondsPerDay = 86_400_000

const account = `In April I told internal audit that the same journeys are billed twice: once to us and once to the host.

Three weeks later I was taken off the project without a word. At the end of September I was told that my contract ends.`

const report = {
  type: 'report',
  kind: 'report',
  mode: 'confidential',
  language: 'en',
  title: 'Journeys billed twice, then taken off the project',
  story: account,
  when: 'From April to September',
  persons: 'The head of section, who signs the claims',
  basis: 'I saw the claims and kept their numbers.',
}

let now = Date.parse('2026-11-16T09:00:00Z')
const server = await startNode({ clock: () => now })
const browser = await launchChromium()

/** Somebody of the office who comes back some days later, and unlocks with the passkey. */
const laterAtDesk = async (seat: Awaited<ReturnType<typeof takeSeat>>, days: number): Promise<void> => {
  now += days * millisecondsPerDay
  await seat.page.goto(`${server.origin}/en/office/`)
  await signInAtConsole(seat)
}

/** Writes in the case that is open, and does not wait until it leaves by itself. */
const write = async (seat: Awaited<ReturnType<typeof takeSeat>>, label: string, text: string, send: string) => {
  await seat.page.getByLabel(label).fill(text)
  await press(seat, send)
  await press(seat, 'Send now')
  await seat.page.getByText(text).first().waitFor()
}

try {
  const ines = await takeSeat(browser)
  const sofia = await takeSeat(browser)
  await foundAtConsole(ines, server, 'Ines Aldous')
  const words = await joinAtConsole(sofia, await inviteAtConsole(ines, 'ethics officer'), 'Sofia Lindqvist')
  await admitAtConsole(ines, 'Sofia Lindqvist', words)

  const reporter = await newReporter(server.origin)
  const { day } = await reporter.client.call('officeState')
  const owed = { what: 'acknowledgement', due: day }
  const summary = { title: report.title, kind: 'report', state: 'received', received: day, owed, last: 'reporter' }
  const identity = { type: 'identity', name: 'Amara Diallo' }
  await reporter.client.call('submitReport', { body: await sealReport(reporter, { body: report, identity, summary }) })

  await laterAtDesk(sofia, 1)
  await sofia.page.getByRole('link', { name: report.title }).click()
  await arrive(sofia, report.title)
  await sofia.page.getByRole('button', { name: 'Acknowledge' }).click()
  await write(
    sofia,
    'Message to the reporter',
    'Thank you. I have read everything, and we meet on it tomorrow.',
    'Sign and send to the reporter',
  )

  await laterAtDesk(ines, 2)
  await go(ines, 'Inbox')
  await ines.page.getByRole('link', { name: report.title }).click()
  await arrive(ines, report.title)
  await press(ines, 'Note for the office only')
  await write(
    ines,
    'Words of the note',
    'Ask the travel desk for the claims of April, by their numbers.',
    'Sign and keep in the office',
  )
  await ines.page.evaluate(() => window.scrollTo(0, 0))
  await ines.page.screenshot({ path: join(folder, 'case.png'), fullPage: true })

  const visitor = await (await browser.newContext({ viewport: { width: 1280, height: 860 } })).newPage()
  await visitor.goto(`${server.origin}/en/`)
  await visitor.locator('#fingerprint').waitFor()
  await visitor.screenshot({ path: join(folder, 'start.png') })
} finally {
  await browser.close()
  await server.stop()
}
