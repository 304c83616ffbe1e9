import type { Receipt } from '../../contract/entries.ts'
import { firstSchedule, type Schedule } from '../../domain/schedule.ts'
import { fieldsOf } from '../../domain/steps.ts'
import { firstSummary } from '../../domain/summary.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import type { Said } from './form.ts'
import type { OfficeKeeper } from './report-office.ts'
import type { SendReport } from './send-report.ts'
import type { CaseKey } from './vault.ts'

/** What came of sending: the receipts, and by when the office owes a reply. */
export interface Sent {
  readonly receipts: readonly Receipt[]
  readonly schedule: Schedule
}

/** Other people would read the report than those that were shown. Nothing was sealed. */
export class ReadersChanged extends Error {
  readonly code = 'readers.changed'
}

/**
 * Verifies the office once more, seals what was said to those who were shown, and sends them.
 * @param say tells what is being done
 * @throws ReadersChanged, AskError, WireError `directory.…`
 */
export const sendAnswers = async (
  t: ReporterTranslate,
  { key, said, keeper, send }: { key: CaseKey; said: Said; keeper: OfficeKeeper; send: SendReport },
  say: (sentence: string) => void,
): Promise<Sent> => {
  say(t('report.sending.check'))
  const { office, readers, changed } = await keeper.refresh()
  if (changed) throw new ReadersChanged()
  say(t('report.sending.lock'))
  const schedule = firstSchedule(office.day, office.calendar)
  const receipts = await send({
    key: key.key,
    office,
    excluded: readers.excluded(),
    schedule,
    body: fieldsOf(said.report),
    identity: fieldsOf(said.identity),
    summary: firstSummary(said.report, office.day, office.calendar),
  })
  return { receipts, schedule }
}
