import type { Texts } from '../../../domain/pack/line.ts'
import type { Language } from '../../i18n/languages.ts'

/** A text of the rules in the language of the page. @throws Error if the pack was not written in it */
export const inTongue = (texts: Texts, { tag }: Language): string => {
  const text = texts[tag]
  if (text === undefined) throw new Error(`the rules are not written in ${tag}`)
  return text
}
