import type { Allowance } from './inflate.ts'
import { lengthsIn, type PdfStream, streamAt } from './pdf-streams.ts'
import { type PdfDictionary, PdfReader, type PdfValue, type Span, type Token, wordOf } from './pdf-values.ts'
import { isBlank } from './texts.ts'
import { Malformed } from './trace.ts'

/** A value that stands for itself: under a number, or a trailer, whose number is empty. */
export interface PdfObject {
  readonly number: string
  readonly value: PdfValue
}

/** What stands in a PDF, or in one of its streams of objects. */
export interface PdfText {
  readonly text: string
  readonly objects: readonly PdfObject[]
  readonly streams: readonly PdfStream[]
  readonly comments: readonly Span[]
  /** Whether anything else stands there. */
  readonly isStrange: boolean
}

/** Words that stand between values: heads and ends of objects, tables of places, and values that are words. */
const WORDS = /^(?:[-+.\d]+|[nfR]|obj|endobj|endstream|xref|trailer|startxref|null|true|false)$/

/**
 * Everything in a PDF, read from its first byte to its last and not by its tables, so that what earlier versions left is
 * there too.
 * @throws Malformed, TooLarge
 */
export const readPdf = (text: string, allowance: Allowance): PdfText => {
  const reading = new PdfReading(text, allowance)
  for (let token = reading.reader.next(); token !== null; token = reading.reader.next()) reading.take(token)
  return { ...reading, text, comments: reading.reader.comments }
}

class PdfReading {
  readonly reader: PdfReader
  readonly objects: PdfObject[] = []
  readonly streams: PdfStream[] = []
  isStrange = false
  readonly #text: string
  readonly #lengths: ReadonlyMap<string, number>
  /** The number of the object that is read, and the dictionary that a stream may follow. */
  #number = ''
  #dictionary: PdfDictionary | null = null
  /** The two words before this one: the number of an object stands in the first. */
  #words: readonly [string, string] = ['', '']

  constructor(text: string, allowance: Allowance) {
    this.#text = text
    this.reader = new PdfReader(text, allowance)
    this.#lengths = lengthsIn(text)
  }

  take(token: Token): void {
    const dictionary = this.#dictionary
    this.#dictionary = null
    if (token.word === 'stream' && dictionary !== null) this.#stream(token.end, dictionary)
    else if (/^[[(<]|^\/./.test(token.word)) this.#value(token)
    else this.#word(token.word)
  }

  #stream(behind: number, dictionary: PdfDictionary): void {
    const stream = streamAt(this.#text, behind, { number: this.#number, dictionary }, this.#lengths)
    this.streams.push(stream)
    this.reader.at = stream.end
  }

  #value(token: Token): void {
    const value = this.reader.value(token)
    this.objects.push({ number: this.#number, value })
    if (value.kind === 'dictionary') this.#dictionary = value
  }

  #word(word: string): void {
    this.isStrange ||= !WORDS.test(word)
    if (word === 'obj') [this.#number] = this.#words
    if (word === 'endobj') this.#number = ''
    this.#words = [this.#words[1], word]
  }
}

/** The objects in an unpacked stream, by the numbers and places at its head. @throws Malformed, TooLarge */
export const packedIn = ({ dictionary }: PdfStream, text: string, allowance: Allowance): PdfText => {
  const first = Number(wordOf(dictionary.at.get('First')))
  const head = (text.slice(0, first || 0).match(/\d+/g) ?? []).map(Number)
  const objects: PdfObject[] = []
  const reader = new PdfReader(text, allowance, first)
  const isEmptyUntil = (start: number): boolean => isBlank(text.slice(reader.at, start))
  let isStrange = false
  for (let at = 0; at + 1 < head.length; at += 2) {
    const start = first + (head[at + 1] ?? 0)
    if (!(start >= reader.at)) throw new Malformed()
    isStrange ||= !isEmptyUntil(start)
    reader.at = start
    objects.push({ number: String(head[at]), value: reader.value(reader.next()) })
  }
  return { text, objects, streams: [], comments: reader.comments, isStrange: isStrange || !isEmptyUntil(text.length) }
}
