import { FileFault } from '../../files/file-fault.ts'
import type { ReporterTranslate } from '../../i18n/translate.ts'

/** The sentence for a file that was not sent, with its name; null for whatever else can go wrong. */
export const faultWords = (t: ReporterTranslate, cause: unknown): string | null => {
  if (!(cause instanceof FileFault)) return null
  const [group, name = ''] = cause.code.split('.')
  const key = group === 'file' ? `error.file.${name}` : `error.upload.${name}`
  return t.has(key) ? t.labelled(t.isolate(cause.file), t(key)) : null
}
