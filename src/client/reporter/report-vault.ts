import { fromBase64url, toBase64url } from '../../../crypto/wire/index.ts'
import { dayNumber } from '../../domain/days.ts'
import { fileFields } from '../../domain/files.ts'
import { packHash } from '../ui/pack.ts'
import { openPageVault } from './page-vault.ts'
import { readKeyBy } from './read-key.ts'
import { firstBatchOf, namedFiles } from './sealed-json.ts'
import type { ReportVault } from './vault.ts'

/** The vault of the page where a report is written. */
export const openReportVault = (): ReportVault => {
  const vault = openPageVault()
  const { call } = vault
  return {
    ...vault,
    readKey: (text) => readKeyBy(call, text),
    sealDraft: (text, key) => call('sealDraft', { text, key }),
    openDraft: (file, key) => call('openDraft', { file, key }),
    sealReport: async ({ key, address, earlier, office, excluded, schedule, body, identity, summary, files }) => {
      const proof = earlier && (await call('proveAuthorship', { key: earlier, address }))
      const batch = await call('sealSubmission', {
        ...{ key, identity, summary },
        body: { ...body, ...(proof && { earlier: toBase64url(proof) }), ...fileFields(files) },
        files: namedFiles(files),
        excluded: excluded.map(({ id }) => id),
        day: dayNumber(office.day),
        pack: fromBase64url(packHash()),
        schedule: { remind: dayNumber(schedule.remind), release: dayNumber(schedule.release) },
      })
      return firstBatchOf(batch)
    },
  }
}
