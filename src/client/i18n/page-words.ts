import { languageOf } from './languages.ts'
import type { Messages } from './message.ts'
import { readRows } from './rows.ts'
import { type Translate, translator } from './translate.ts'

/**
 * Makes `t` from the words that the build has put into this page: those that its script uses, in its language.
 * @param more words that a script loaded later brings along
 */
export const pageWords = <Key extends string>(more: Messages = {}): Translate<Key> => {
  const template = document.querySelector<HTMLTemplateElement>('template#words')
  const words = readRows(template?.content.textContent ?? '')
  return translator(languageOf(document.documentElement.lang), { ...words, ...more })
}
