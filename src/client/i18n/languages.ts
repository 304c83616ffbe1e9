/** One language of the interface: the folder of its messages, the locale of its dates and numbers, its direction and its own name. */
export interface Language {
  readonly tag: string
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  readonly name: string
}

/** Every language there is, in the order of the language links. A new one is a row here and a folder in `messages/`. */
export const languages = [
  { tag: 'en', locale: 'en-GB', dir: 'ltr', name: 'English' },
  { tag: 'fr', locale: 'fr-FR', dir: 'ltr', name: 'Français' },
] as const satisfies readonly Language[]

/** The language with this tag, or the first one: a page always has words. */
export const languageOf = (tag: string): Language => languages.find((language) => language.tag === tag) ?? languages[0]
