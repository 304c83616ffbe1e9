import type { ReporterTranslate } from '../i18n/translate.ts'

/** The words for a field of a report; null for those that are not shown, such as its type. */
export const fieldLabel = (t: ReporterTranslate, field: string): string | null => {
  const key = `field.${field}`
  return t.has(key) ? t(key) : null
}
