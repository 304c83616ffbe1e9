import { fromBase64url } from '../../../crypto/wire/index.ts'
import { dayNumber } from '../../domain/days.ts'
import { packHash } from '../ui/pack.ts'
import { openPageVault } from './page-vault.ts'
import { firstBatchOf } from './sealed-json.ts'
import type { ReportVault } from './vault.ts'

/** The vault of the page where a report is written. */
export const openReportVault = (): ReportVault => {
  const { call, ...vault } = openPageVault()
  return {
    ...vault,
    sealReport: async ({ key, office, excluded, schedule, body, identity, summary }) => {
      const batch = await call('sealSubmission', {
        ...{ key, body, identity, summary },
        excluded: excluded.map(({ id }) => id),
        day: dayNumber(office.day),
        pack: fromBase64url(packHash()),
        schedule: { remind: dayNumber(schedule.remind), release: dayNumber(schedule.release) },
      })
      return firstBatchOf(batch)
    },
  }
}
