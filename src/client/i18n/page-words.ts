import { languageOf } from './languages.ts'
import { readRows } from './rows.ts'
import { type Translate, translator } from './translate.ts'

/** Makes `t` from the words that the build has put into this page: those that its script uses, in its language. */
export const pageWords = <Key extends string>(): Translate<Key> => {
  const template = document.querySelector<HTMLTemplateElement>('template#words')
  return translator(languageOf(document.documentElement.lang), readRows(template?.content.textContent ?? ''))
}
