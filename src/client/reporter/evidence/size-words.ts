import type { ReporterTranslate } from '../../i18n/translate.ts'
import { readableSize } from '../../ui/readable-size.ts'

/** A size in words. */
export const sizeWords = (t: ReporterTranslate, bytes: number): string => {
  const { number, unit } = readableSize(bytes)
  return t(`files.size.${unit}`, { number })
}
