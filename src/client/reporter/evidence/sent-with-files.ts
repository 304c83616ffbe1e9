import type { ReporterTranslate } from '../../i18n/translate.ts'
import { errorWords } from '../error-words.ts'
import { type Problem, showProblems } from '../errors.ts'
import type { FilesField } from './files-field.ts'
import { wasStopped } from './was-stopped.ts'

/** Sends a form of a case with the files that it may have, and says above it what has to be put right or why it was not sent. */
export const sentWithFiles = async (
  t: ReporterTranslate,
  box: string,
  files: FilesField | undefined,
  send: () => Promise<void>,
): Promise<void> => {
  const wrong: readonly Problem[] = files?.problems() ?? []
  if (wrong.length > 0) return showProblems(box, t('report.error.title', { count: wrong.length }), wrong)
  try {
    await send()
  } catch (cause) {
    showProblems(box, wasStopped(cause) ? t('files.stopped') : (files?.wrong(cause) ?? errorWords(t, cause)), [])
  }
}
