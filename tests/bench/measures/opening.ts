import { caseKeyDigits, reporterKeys } from '../../../crypto/index.ts'
import { inChromium } from '../../support/reporter-page.ts'
import { act } from '../../support/reporters.ts'
import { samples } from '../browser/samples.ts'
import { timed } from '../browser/timed.ts'
import type { Figure } from '../figure.ts'
import { connect } from '../load/clients.ts'
import { sealReports } from '../load/sealed-reports.ts'
import { median, quantile } from '../statistics.ts'
import type { Bench } from './measure.ts'

/** Milliseconds: nobody types a key faster, and the crypto worker starts meanwhile. */
const typing = 2_000

/** From the typed key to the open case, in Chromium: a report that was acknowledged. */
export async function opening({ office, service, say }: Bench): Promise<Figure[]> {
  const { origin } = service
  const [report] = await sealReports(origin, 1)
  if (!report) throw new Error('Nothing was sealed')
  const client = connect(origin)
  await client.post('/api/reports', report.body)
  client.end()
  const { address } = await reporterKeys(report.caseKey)
  const text = 'Thank you. We have read your report and will write again within thirty days.'
  await act(office.chief, address, { act: 'say', lane: 'shared', body: { type: 'acknowledgement', text } })

  say('opening a case in Chromium')
  const times = await samples(9, async (page) => {
    const person = inChromium(page)
    await person.open(`${origin}/en/case/`)
    await person.sees('#enter')
    await person.type('#key', caseKeyDigits(report.caseKey).join(' '))
    await page.waitForTimeout(typing)
    return timed(page, '#enter-form button', '#case-history li')
  })
  return [
    { name: 'key to the open case', value: median(times), unit: 'ms', p95: quantile(times, 0.95), goal: { most: 250 } },
  ]
}
