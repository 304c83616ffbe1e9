import type { Language } from './languages.ts'

const TONGUES: Readonly<Record<Language['keyWords'], string>> = { english: 'en', french: 'fr', spanish: 'es' }

/** The language that the words of a key are in on a page in `language`, as BCP 47: they are read out in it. */
export const tongueOfWords = ({ keyWords }: Language): string => TONGUES[keyWords]
