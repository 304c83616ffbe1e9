import type { Page } from 'playwright-core'
import { launchChromium } from '../../support/browsers.ts'
import { foundAtConsole, takeSeat } from '../../support/console.ts'
import { timed } from '../browser/timed.ts'
import type { Figure } from '../figure.ts'
import { drive } from '../load/clients.ts'
import { sealReports } from '../load/sealed-reports.ts'
import { startService } from '../service/service.ts'
import { median, quantile } from '../statistics.ts'
import type { Bench } from './measure.ts'

const cases = 1_000
const visits = 5

/** From signing in with a passkey to the whole inbox, in Chromium, in an office of its own with 1,000 cases. */
export async function inbox({ say }: Pick<Bench, 'say'>): Promise<Figure[]> {
  const service = await startService()
  const browser = await launchChromium()
  try {
    const seat = await takeSeat(browser)
    say('founding an office at the console')
    await foundAtConsole(seat, service, 'Marika Osei')
    say(`filling its inbox with ${cases} cases`)
    const reports = await sealReports(service.origin, cases)
    await drive(service.origin, 8, reports, async (client, { body }) => void (await client.post('/api/reports', body)))
    const times: number[] = []
    for (let visit = 0; visit <= visits; visit++) {
      say(`opening the inbox, visit ${visit} of ${visits}`)
      times.push(await openInbox(seat.page, service.origin))
    }
    const counted = times.slice(1)
    return [
      {
        name: `sign-in to the inbox with ${cases} cases`,
        value: median(counted),
        unit: 'ms',
        p95: quantile(counted, 0.95),
        goal: { most: 1_000 },
      },
    ]
  } finally {
    await browser.close()
    await service.stop()
  }
}

/** A visit from its beginning: the page forgets everything when it is loaded anew. */
async function openInbox(page: Page, origin: string): Promise<number> {
  await page.goto(`${origin}/en/`)
  await page.goto(`${origin}/en/office/`)
  const button = page.getByRole('button', { name: 'Sign in with a passkey' })
  await button.evaluate((element) => element.setAttribute('data-bench', 'sign-in'))
  // What the page says aloud once every case is in the list.
  return timed(page, '[data-bench="sign-in"]', 'main .vh[role="status"]:not(:empty)')
}
