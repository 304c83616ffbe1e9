import { type Allowance, TooLarge } from './inflate.ts'
import { fromLatin, readable } from './texts.ts'
import { Malformed } from './trace.ts'

/** Where something stands in the text of a PDF. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A string, which stands within its brackets, round ones or those of hexadecimal digits. */
export interface PdfString extends Span {
  readonly kind: 'string'
  readonly hexadecimal: boolean
}

export interface PdfDictionary {
  readonly kind: 'dictionary'
  /** As they are written: a name can stand twice. */
  readonly entries: readonly (readonly [name: string, value: PdfValue])[]
  readonly at: ReadonlyMap<string, PdfValue>
}

export type PdfValue =
  | PdfString
  | PdfDictionary
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | ({ readonly kind: 'name'; readonly word: string } & Span)
  | { readonly kind: 'reference'; readonly word: string }
  | { readonly kind: 'word'; readonly word: string }

/** What a value or a comment takes from what may be unpacked, in bytes: they are held in memory too. */
const VALUE = 32

/** Deeper than this nobody nests what a reader shall read. */
const DEPTH = 100

const SPACES = '\0\t\n\f\r '
/** Word ends a PDF without a line's end, and Acrobat writes its next object right behind it: there the comment is over. */
const TOKEN =
  /[\0\t\n\f\r ]+|%%EOF(?=\d+ \d+ obj\b)|%[^\r\n]*|<<|>>|[[\]{}()<>]|\/[^\0\t\n\f\r ()<>[\]{}/%]*|[^\0\t\n\f\r ()<>[\]{}/%]+/y

/** A word or bracket. */
export interface Token extends Span {
  readonly word: string
}

/** A list or dictionary that was not closed yet. */
interface OpenList {
  readonly end: string
  readonly items: PdfValue[]
}

/** Reads the values of a PDF one after the other, and each sign once. Comments are kept aside. */
export class PdfReader {
  readonly comments: Span[] = []
  at: number
  readonly #text: string
  readonly #allowance: Allowance

  constructor(text: string, allowance: Allowance, at = 0) {
    this.#text = text
    this.#allowance = allowance
    this.at = at
  }

  #pay(): void {
    this.#allowance.left -= VALUE
    if (this.#allowance.left < 0) throw new TooLarge()
  }

  /** The next word or bracket; null at the end. @throws TooLarge */
  next(): Token | null {
    while (this.at < this.#text.length) {
      TOKEN.lastIndex = this.at
      const [word = ''] = TOKEN.exec(this.#text) ?? []
      const start = this.at
      this.at = start + word.length
      if (word[0] === '%') {
        this.#pay()
        this.comments.push({ start, end: this.at })
      } else if (!SPACES.includes(word[0] ?? '')) return { word, start, end: this.at }
    }
    return null
  }

  /** The value that a word or bracket begins. @throws Malformed if it does not end as it should, TooLarge */
  value(first: Token | null): PdfValue {
    const open: OpenList[] = []
    for (let token = first; token !== null; token = this.next()) {
      const value = this.#step(open, token)
      const items = open.at(-1)?.items
      if (value !== null && items === undefined) return value
      if (value !== null) items?.push(value)
    }
    throw new Malformed()
  }

  /** What a word or bracket makes whole; null where it begins a list. */
  #step(open: OpenList[], token: Token): PdfValue | null {
    this.#pay()
    const { word } = token
    if (word === ']' || word === '>>') return closed(open.pop(), word)
    if (word === 'R') return { kind: 'reference', word: wordOf(open.at(-1)?.items.splice(-2)[0]) }
    if (word !== '[' && word !== '<<') return this.#single(token)
    if (open.push({ end: word === '[' ? ']' : '>>', items: [] }) > DEPTH) throw new Malformed()
    return null
  }

  #single({ word, start, end }: Token): PdfValue {
    if (word === '(') return this.#string(closing(this.#text, start), false)
    if (word === '<') return this.#string(this.#text.indexOf('>', start), true)
    if (word[0] === '/') return { kind: 'name', word: plain(word.slice(1)), start: start + 1, end }
    if (word === ')' || word === '>') throw new Malformed()
    return { kind: 'word', word }
  }

  #string(end: number, hexadecimal: boolean): PdfString {
    if (end < 0) throw new Malformed()
    const start = this.at
    this.at = end + 1
    return { kind: 'string', start, end, hexadecimal }
  }
}

/** The word of a name, number or reference; empty for anything else. */
export const wordOf = (value: PdfValue | undefined): string =>
  value !== undefined && 'word' in value ? value.word : ''

/** A name without its signs by number. */
const plain = (name: string): string =>
  name.replaceAll(/#([\da-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))

const closed = (list: OpenList | undefined, end: string): PdfValue => {
  if (list?.end !== end) throw new Malformed()
  return end === ']' ? { kind: 'array', items: list.items } : dictionaryOf(list.items)
}

const dictionaryOf = (items: readonly PdfValue[]): PdfDictionary => {
  const entries: (readonly [string, PdfValue])[] = []
  for (let at = 0; at < items.length; at += 2) {
    const [name, value] = [items[at], items[at + 1]]
    if (name?.kind !== 'name' || value === undefined) throw new Malformed()
    entries.push([name.word, value])
  }
  return { kind: 'dictionary', entries, at: new Map(entries) }
}

/** The bracket that closes a string: brackets within it come in pairs or behind a stroke. */
const closing = (text: string, from: number): number => {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '(') depth += 1
    else if (text[at] === ')') {
      depth -= 1
      if (depth === 0) return at
    }
  }
  return -1
}

const LINE: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

const unquoted = (raw: string): string =>
  raw.replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_, sign: string) =>
    /[0-7]/.test(sign) ? String.fromCharCode(Number.parseInt(sign, 8) & 0xff) : (LINE[sign] ?? sign),
  )

/** A string of a PDF as people read it. */
export const textOf = (text: string, { start, end, hexadecimal }: PdfString): string => {
  const raw = text.slice(start, end)
  const digits = hexadecimal ? raw.replaceAll(/\s/g, '') : ''
  const signs = hexadecimal
    ? (digits.match(/..?/g) ?? [])
        .map((pair) => String.fromCharCode(Number.parseInt(pair.padEnd(2, '0'), 16) || 0))
        .join('')
    : unquoted(raw)
  if (signs.startsWith('\xef\xbb\xbf')) return readable(fromLatin(signs.slice(3)))
  if (!signs.startsWith('\xfe\xff')) return signs
  return new TextDecoder('utf-16be').decode(fromLatin(signs.slice(2)))
}
