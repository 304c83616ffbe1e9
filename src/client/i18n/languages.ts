import { languages } from '../../domain/languages/index.ts'
import type { Language } from '../../domain/languages/language.ts'

export { type Language, languages }

/** The language with this tag, or the first one: a page always has words. */
export const languageOf = (tag: string): Language => languages.find((language) => language.tag === tag) ?? languages[0]
