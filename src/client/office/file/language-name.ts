import { languages } from '../../i18n/languages.ts'
import type { OfficeTranslate } from '../../i18n/translate.ts'

/**
 * The name of a language in the language of the page; what it calls itself where the browser has no name for it. A tag that is none comes back as it is: it was typed by a
 * machine elsewhere.
 */
export const languageName = (t: OfficeTranslate, tag: string): string => {
  try {
    const names = new Intl.DisplayNames(t.language.locale, { type: 'language', fallback: 'none' })
    return names.of(tag) ?? languages.find((language) => language.tag === tag)?.name ?? tag
  } catch {
    return tag
  }
}
