import type { OfficeTranslate } from '../../i18n/translate.ts'

/** The name of a language in the language of the page. A tag that is none comes back as it is: it was typed by a machine elsewhere. */
export const languageName = (t: OfficeTranslate, tag: string): string => {
  try {
    return new Intl.DisplayNames(t.language.locale, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
