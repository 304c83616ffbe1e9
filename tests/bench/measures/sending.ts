import { fillReport } from '../browser/report-page.ts'
import { samples } from '../browser/samples.ts'
import { timed } from '../browser/timed.ts'
import type { Figure } from '../figure.ts'
import { readers } from '../service/office.ts'
import { median, quantile } from '../statistics.ts'
import type { Bench } from './measure.ts'

/** From pressing Send to the receipt, in Chromium: verifying, sealing, sending, and checking what comes back. */
export async function sending({ service, say }: Bench): Promise<Figure[]> {
  say('sending reports in Chromium')
  const times = await samples(9, async (page) => {
    await fillReport(page, service.origin)
    return timed(page, '#send', '#receipt dd')
  })
  return [
    {
      name: `Send to the receipt, ${readers} readers`,
      value: median(times),
      unit: 'ms',
      p95: quantile(times, 0.95),
      goal: { most: 150 },
    },
  ]
}
