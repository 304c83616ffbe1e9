import { languageOf } from './languages.ts'
import type { Messages } from './message.ts'
import { readRows } from './rows.ts'
import { type Translate, translator } from './translate.ts'

/** Makes `t` from the words that the build has put into this page: those that its script uses, in its language. */
export const pageWords = <Key extends string>(): Translate<Key> =>
  translator(languageOf(document.documentElement.lang), pageMessages())

/**
 * A text of the page as it stands, for a script that says no more than that: nothing is filled in, counted or joined.
 * @throws Error if the build has not put it into the page, or it is more than a text
 */
export const pageText = <Key extends string>(key: Key): string => {
  const message = pageMessages()[key]
  if (typeof message !== 'string') throw new Error(`no text ${key}`)
  return message
}

const pageMessages = (): Messages =>
  readRows(document.querySelector<HTMLTemplateElement>('template#words')?.content.textContent ?? '')
