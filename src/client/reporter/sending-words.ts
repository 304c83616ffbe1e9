import type { ReporterKey } from '../i18n/keys.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'

/** Everything that can go wrong before a report is accepted and that somebody can do something about. */
const TOLD: readonly ReporterKey[] = [
  'error.network',
  'error.request.too_large',
  'error.request.wrong_origin',
  'error.service.failed',
  'error.service.busy',
  'error.office.not_founded',
  'error.directory.empty',
  'error.directory.too_long',
  'error.directory.head_moved',
  'error.directory.wrong_fingerprint',
  'error.case.taken',
  'error.entry.wrong_day',
  'error.body.too_long',
  'error.receipt.bad_signature',
  'error.worker.unavailable',
]

const codeOf = (key: ReporterKey): string => key.slice('error.'.length)

/**
 * The sentence for what went wrong with a report that is not sent yet. Whatever ails the directory is one thing to
 * somebody who has nothing to do with it: nothing must be sent. The words travel with the first page, so they are few.
 */
export const sendingWords = (t: ReporterTranslate, cause: unknown): string => {
  const code = String((cause as { code?: unknown } | null | undefined)?.code)
  const told = TOLD.find((key) => codeOf(key) === code)
  return t(told ?? (code.startsWith('directory.') ? 'error.directory.broken_chain' : 'error.unknown'))
}
