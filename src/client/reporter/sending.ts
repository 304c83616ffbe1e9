import type { Bytes } from '../../../crypto/wire/index.ts'
import type { Receipt } from '../../contract/entries.ts'
import { headquarters } from '../../domain/headquarters.ts'
import { firstSchedule, type Schedule } from '../../domain/schedule.ts'
import { fieldsOf } from '../../domain/steps.ts'
import { firstSummary } from '../../domain/summary.ts'
import type { NamedEvidence } from '../files/named.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import type { Said } from './form.ts'
import type { OfficeKeeper, ReportOffice } from './report-office.ts'
import type { ReportSender } from './send-report.ts'
import type { CaseKey, Submission } from './vault.ts'

/** What came of sending: the receipts, the files, and by when the office owes a reply. */
export interface Sent {
  readonly receipts: readonly Receipt[]
  readonly schedule: Schedule
  readonly files: readonly NamedEvidence[]
}

interface SendingNeeds {
  readonly key: CaseKey
  readonly said: Said
  readonly keeper: OfficeKeeper
  readonly sender: ReportSender
  /** Sends the files that go with it, if there are any. */
  readonly sendFiles: (key: Bytes) => Promise<readonly NamedEvidence[]>
}

/** Other people would read the report than those that were shown. Nothing was sent. */
export class ReadersChanged extends Error {
  readonly code = 'readers.changed'
}

/** What is sealed of what was said, for an office and those of it who were shown as readers. */
export const submissionOf = (
  { key, address }: CaseKey,
  said: Said,
  { office, readers }: ReportOffice,
  files: readonly NamedEvidence[],
): Submission => ({
  key,
  address,
  earlier: said.earlier ?? null,
  office,
  excluded: readers.excluded(),
  schedule: firstSchedule(office.day, headquarters),
  body: fieldsOf(said.report),
  identity: fieldsOf(said.identity),
  summary: firstSummary(said.report, office.day, headquarters),
  files,
})

/**
 * Verifies the office once more, sends the files, seals what was said to those who were shown, and sends it.
 * @param say tells what is being done
 * @throws ReadersChanged, AskError, WireError `directory.…`
 */
export const sendAnswers = async (
  t: ReporterTranslate,
  { key, said, keeper, sender, sendFiles }: SendingNeeds,
  say: (sentence: string) => void,
): Promise<Sent> => {
  say(t('report.sending.check'))
  const { changed, ...known } = await keeper.refresh()
  if (changed) throw new ReadersChanged()
  const files = await sendFiles(key.key)
  say(t('report.sending.lock'))
  const submission = submissionOf(key, said, known, files)
  return { receipts: await sender.send(submission), schedule: submission.schedule, files }
}
