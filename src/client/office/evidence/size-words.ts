import type { OfficeTranslate } from '../../i18n/translate.ts'
import { readableSize } from '../../ui/readable-size.ts'

/** A size in words. */
export const sizeWords = (t: OfficeTranslate, bytes: number): string => {
  const { number, unit } = readableSize(bytes)
  return t(`files.size.${unit}`, { number })
}
