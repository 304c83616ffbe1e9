import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { OfficeTranslate } from '../i18n/translate.ts'

/** The words of the page's language, for every view below. */
export const Words = createContext<OfficeTranslate | null>(null)

/** `t` for a view. @throws Error outside `Words` */
export const useWords = (): OfficeTranslate => {
  const words = useContext(Words)
  if (words === null) throw new Error('no words around this view')
  return words
}
