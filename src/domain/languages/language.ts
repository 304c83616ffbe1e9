/** One language of the interface. Everything else that is said in it lies in the folders that have its tag as their name. */
export interface Language {
  /** The name of its folders and the first part of the addresses of its pages, as in BCP 47. */
  readonly tag: string
  /** How its dates, numbers and lists are written. */
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  /** What it calls itself. */
  readonly name: string
  /** What stands between the parts of a list, and between a name and what it names, with their spaces. */
  readonly comma: string
  readonly colon: string
  /** The list of words that a case key is first shown in. A language without a list of its own names another one. */
  readonly keyWords: 'english' | 'french' | 'spanish'
}

/** What a mail says in a language: always this and nothing else. `%` stands for the address. */
export interface MailWords {
  readonly subject: string
  readonly body: readonly string[]
}
