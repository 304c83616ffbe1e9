/**
 * The compact form of a message, made at build time from MessageFormat 2 and read in the page.
 *
 * A message without variants is a pattern; one with variants names what it selects on, and lists its
 * patterns from the most special to the least, so that the first that fits is the right one.
 */
export type Message = Pattern | Choice

/** Plain text stays a string; anything more is a row of parts. */
export type Pattern = string | readonly Part[]

export type Part =
  | string
  /** A placeholder: name, how it is formatted ('' as it stands, 'number', 'day'), and the style of a day. */
  | readonly ['$', name: string, how: string, style: string]
  /** Markup around words, such as a link: opened, closed. */
  | readonly ['#' | '/', tag: string]

export interface Choice {
  /** The values selected on, and whether by the plural rules ('number') or by the text itself. */
  readonly on: readonly (readonly [name: string, how: string])[]
  /** Keys, one for each value selected on ('*' fits everything), and the pattern. */
  readonly of: readonly (readonly [keys: readonly string[], pattern: Pattern])[]
}

/** Messages by key. */
export type Messages = Readonly<Record<string, Message>>

/** What fills the placeholders: a text, a number, or a civil day as 'YYYY-MM-DD'. */
export type Values = Readonly<Record<string, string | number>>

/** Whether a message has variants. */
export const isChoice = (message: Message): message is Choice => typeof message === 'object' && 'on' in message
