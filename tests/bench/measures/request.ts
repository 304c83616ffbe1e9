import type { Page } from 'playwright-core'
import { fieldsOfStep } from '../../../src/domain/procedure/fields.ts'
import { launchChromium } from '../../support/browsers.ts'
import { foundAtConsole, takeSeat } from '../../support/console.ts'
import { act, message, newReporter, sealReport } from '../../support/reporters.ts'
import { timed } from '../browser/timed.ts'
import type { Figure } from '../figure.ts'
import { story } from '../load/story.ts'
import { startService } from '../service/service.ts'
import { median, quantile } from '../statistics.ts'
import type { Bench } from './measure.ts'

const entries = 200
const visits = 5
const caseLink = '.list .title a'

/** From the inbox to the file of a request with 200 entries, verified and shown, in Chromium. */
export async function request({ say }: Pick<Bench, 'say'>): Promise<Figure[]> {
  const service = await startService()
  const browser = await launchChromium()
  try {
    const seat = await takeSeat(browser)
    const { page } = seat
    say('founding an office at the console')
    await foundAtConsole(seat, service, 'Marika Osei')
    await makeRequest(service.origin, say)
    await declare(page, service.origin)
    const times: number[] = []
    for (let visit = 0; visit <= visits; visit++) {
      say(`opening the request, visit ${visit} of ${visits}`)
      times.push(await openRequest(page, service.origin))
    }
    const counted = times.slice(1)
    return [
      {
        name: `opening a request with ${entries} entries`,
        value: median(counted),
        unit: 'ms',
        p95: quantile(counted, 0.95),
        goal: { most: 500 },
      },
    ]
  } finally {
    await browser.close()
    await service.stop()
  }
}

/** A request whose reporter wrote often and signed as often that they have read. */
async function makeRequest(origin: string, say: Bench['say']): Promise<void> {
  const reporter = await newReporter(origin)
  const acts = JSON.stringify([{ type: 'kept-off-projects', notified: '2026-05-04' }])
  const body = { type: 'report', kind: 'protection', mode: 'anonymous', language: 'en', story, acts }
  await reporter.client.call('submitReport', { body: await sealReport(reporter, { body }) })
  const read = { act: 'say', lane: 'shared', body: fieldsOfStep({ transition: 'read' }) } as const
  for (let entry = 2; entry < entries; entry++) {
    if (entry % 50 === 0) say(`writing entry ${entry}`)
    await act(reporter, reporter.address, entry % 2 === 0 ? read : message(story))
  }
}

/** A page that was loaded anew knows nothing of the case or of its rules. */
async function openRequest(page: Page, origin: string): Promise<number> {
  await comeToInbox(page, origin)
  return timed(page, caseLink, 'main.case li.entry')
}

/** Before a request opens, its officer says that they have no conflict: that is the last of the entries. */
async function declare(page: Page, origin: string): Promise<void> {
  await comeToInbox(page, origin)
  await page.locator(caseLink).click()
  await page.getByRole('button', { name: 'I have no conflict' }).click()
  await page.locator('main.case li.entry').first().waitFor()
}

async function comeToInbox(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/en/`)
  await page.goto(`${origin}/en/office/`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.locator(caseLink).waitFor()
}
