import type { Language } from '../i18n/languages.ts'

/** The address of a page in a language. Each page is a folder, so that addresses end alike and say little. */
export const href = (context: { readonly language: Pick<Language, 'tag'> }, path: string): string =>
  `/${context.language.tag}/${path === '' ? '' : `${path}/`}`
