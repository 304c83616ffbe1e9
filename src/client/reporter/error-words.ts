import type { ReporterTranslate } from '../i18n/translate.ts'

/** The sentence for whatever went wrong, by the stable code it carries. */
export const errorWords = (t: ReporterTranslate, cause: unknown): string => {
  const code = (cause as { code?: unknown } | null | undefined)?.code
  const key = `error.${typeof code === 'string' ? code : 'unknown'}`
  return t(t.has(key) ? key : 'error.unknown')
}
