import type { SealedStep } from '../../../domain/procedure/fields.ts'
import { noticesOf, noticeText } from '../../../domain/procedure/notices.ts'
import type { RequestFile } from '../letters/request-file.ts'
import { addressedTo } from '../procedure/naming.ts'

/** The notices that a step of mine owes the reporter, filled in as far as the case tells, in their language. */
export const noticeTo = (
  { file, setting, progress, book, me, today }: RequestFile,
  step: SealedStep,
): { readonly text: string; readonly language: string } => {
  const to = addressedTo(file, setting, progress, book, today)
  const notices = noticesOf(setting, progress, { ...step, sequence: -1, day: today, author: me }, to)
  return { text: noticeText(notices), language: to.language }
}
