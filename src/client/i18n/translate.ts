import { type DayStyle, formatDay, formatList, formatNumber } from './format.ts'
import { keep } from './keep.ts'
import type { LetterKey, OfficeKey, ReporterKey, RulesKey } from './keys.ts'
import type { Language } from './languages.ts'
import { isChoice, type Message, type Messages, type Part, type Pattern, type Values } from './message.ts'

/** Draws the words inside a tag of a message, such as a link. */
export type Tags<Node> = Readonly<Record<string, (words: (Node | string)[]) => Node>>

/** Says a message in the language of the page. */
export interface Translate<Key extends string> {
  /** The message as plain text; its tags are left out. @throws Error if the key or a value is missing. */
  (key: Key, values?: Values): string
  /** The message as a row of texts and nodes, each tag drawn by the function of its name. */
  rich<Node>(key: Key, tags: Tags<Node>, values?: Values): (Node | string)[]
  /** A civil day 'YYYY-MM-DD' in words. */
  day(day: string, style?: DayStyle): string
  number(value: number): string
  /** Joins words by the language's commas and "and"; each keeps its own direction. */
  list(items: readonly string[]): string
  /** A name and what it names, with the language's colon. */
  labelled(label: string, value: string): string
  /** A text from elsewhere, such as a number of a document, as it can stand in a sentence of this language. */
  isolate(text: string): string
  /** Whether there is a message of this key: codes of the service may be newer than this page. */
  has(key: string): key is Key
  readonly language: Language
}

export type ReporterTranslate = Translate<ReporterKey>
export type OfficeTranslate = Translate<OfficeKey>
export type PageTranslate = Translate<ReporterKey | OfficeKey | RulesKey | LetterKey>

/** Makes `t` from compiled messages. */
export const translator = <Key extends string>(language: Language, messages: Messages): Translate<Key> => {
  const partsOf = (key: Key, values: Values): readonly Said[] => {
    const message = messages[key]
    if (message === undefined) throw new Error(`no message ${key}`)
    return say(language, choose(language, message, values), values)
  }
  return Object.assign(
    (key: Key, values: Values = {}) =>
      partsOf(key, values)
        .filter((part) => typeof part === 'string')
        .join(''),
    {
      rich: <Node>(key: Key, tags: Tags<Node>, values: Values = {}) => nest([...partsOf(key, values)], tags),
      day: (day: string, style?: DayStyle) => formatDay(language, day, style),
      number: (value: number) => formatNumber(language, value),
      list: (items: readonly string[]) =>
        formatList(
          language,
          items.map((item) => isolate(language, item)),
        ),
      labelled: (label: string, value: string) => `${label}${language.colon}${isolate(language, value)}`,
      isolate: (text: string) => isolate(language, text),
      has: (key: string): key is Key => Object.hasOwn(messages, key),
      language,
    },
  )
}

/** The translator of the build, which has every message. */
export const pageTranslator = (language: Language, messages: Messages): PageTranslate => translator(language, messages)

type Said = Exclude<Part, readonly ['$', ...unknown[]]>

const pluralRules = keep((locale) => new Intl.PluralRules(locale))

const choose = (language: Language, message: Message, values: Values): Pattern => {
  if (!isChoice(message)) return message
  const rules = pluralRules(language.locale)
  const fits = (key: string, [name, how]: readonly [string, string]): boolean => {
    const value = values[name]
    if (key === '*' || key === String(value)) return true
    return how === 'number' && typeof value === 'number' && rules.select(value) === key
  }
  const found = message.of.find(([keys]) => message.on.every((on, index) => fits(keys[index] ?? '*', on)))
  if (found === undefined) throw new Error('no variant fits')
  return found[1]
}

const say = (language: Language, pattern: Pattern, values: Values): Said[] =>
  (typeof pattern === 'string' ? [pattern] : pattern).map((part) => {
    if (typeof part === 'string' || part[0] !== '$') return part
    const [, name, how, style] = part
    const value = values[name]
    if (value === undefined) throw new Error(`no value for ${name}`)
    if (how === 'day') return formatDay(language, String(value), style)
    return typeof value === 'number' ? formatNumber(language, value) : isolate(language, value)
  })

/**
 * Wraps a foreign value whose signs run the other way, so that they cannot reorder the sentence around them. Between
 * letters from right to left, figures with anything between them do so too.
 */
const isolate = (language: Language, value: string): string =>
  FOREIGN[language.dir].test(value) ? `\u2068${value}\u2069` : value

const FOREIGN: Readonly<Record<Language['dir'], RegExp>> = {
  ltr: /[\u0590-\u08ff\u200e\u200f\u202a-\u202e]/,
  rtl: /[A-Za-z\u00c0-\u024f\u200e\u200f\u202a-\u202e]|\p{Nd}\P{Nd}/u,
}

/** Folds a flat row with opening and closing tags into nodes; takes from the row what it used. */
const nest = <Node>(row: Said[], tags: Tags<Node>): (Node | string)[] => {
  const nodes: (Node | string)[] = []
  for (let part = row.shift(); part !== undefined; part = row.shift()) {
    if (typeof part === 'string') nodes.push(part)
    else if (part[0] === '/') break
    else {
      const draw = tags[part[1]]
      if (draw === undefined) throw new Error(`no drawing for ${part[1]}`)
      nodes.push(draw(nest(row, tags)))
    }
  }
  return nodes
}
