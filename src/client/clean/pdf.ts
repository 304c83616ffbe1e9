import type { Bytes } from '../../../crypto/wire/index.ts'
import { type Allowance, deflate } from './inflate.ts'
import { blankJpegTraces } from './jpeg-in-place.ts'
import type { StrippedDocument } from './office.ts'
import { inflated, type PdfStream, streamsOf } from './pdf-streams.ts'
import { stringsIn, textOf, withoutStrings } from './pdf-strings.ts'
import { fromLatin, latin, startsAt } from './texts.ts'
import { Locked, Malformed, type Trace, type TraceKind, trace } from './trace.ts'
import { readXmp } from './xmp.ts'

/** Whether bytes are a PDF. Its head may stand a little behind the start. */
export const isPdf = (bytes: Uint8Array): boolean => latin(bytes.subarray(0, 1_024)).includes('%PDF-')

/**
 * A PDF whose properties are overwritten where they stand: nothing moves, so its tables stay right. What cannot be
 * overwritten, such as attachments, scripts and earlier versions, is told.
 * @throws Malformed, Locked (it is encrypted), TooLarge
 */
export const stripPdf = async (bytes: Bytes, allowance: Allowance): Promise<StrippedDocument> => {
  const work = new PdfInPlace(bytes.slice())
  if (!startsAt(bytes, 0, '%PDF-') || !work.text.includes('startxref')) throw new Malformed()
  if (/\/Encrypt\s+\d+\s+\d+\s+R/.test(work.text)) throw new Locked()
  work.blankInfo()
  work.blankIds()
  for (const stream of streamsOf(work.text)) await work.cleanStream(stream, allowance)
  return { bytes: work.bytes, found: work.found, remains: work.remains() }
}

/** Properties by their name in the information dictionary. */
const PROPERTIES: Readonly<Record<string, TraceKind>> = {
  Author: 'person',
  Manager: 'person',
  Company: 'person',
  Creator: 'software',
  Producer: 'software',
  CreationDate: 'time',
  ModDate: 'time',
  SourceModified: 'time',
}

/** What stays, by the words that announce it. */
const ANNOUNCED: readonly (readonly [words: RegExp, kind: TraceKind])[] = [
  [/\/EmbeddedFiles?\b/, 'attachment'],
  [/\/(?:JavaScript|JS)\b/, 'script'],
  [/\/XFA\b/, 'words'],
]

class PdfInPlace {
  readonly bytes: Bytes
  readonly text: string
  readonly found: Trace[] = []
  /** The clear text of everything that could be unpacked, in which remains are looked for. */
  readonly #clear: string[]
  readonly #infos: ReadonlySet<string>

  constructor(bytes: Bytes) {
    this.bytes = bytes
    this.text = latin(bytes)
    this.#clear = [this.text]
    this.#infos = new Set([...this.text.matchAll(/\/Info\s+(\d+)\s+\d+\s+R/g)].map(([, number = '']) => number))
  }

  #write(at: number, text: string): void {
    this.bytes.set(fromLatin(text), at)
  }

  /** Dictionaries of properties that stand in the clear, those of earlier versions too. */
  blankInfo(): void {
    for (const number of this.#infos)
      for (const match of this.text.matchAll(new RegExp(`\\b${number}\\s+\\d+\\s+obj\\b`, 'g'))) {
        const start = match.index + match[0].length
        const end = this.text.indexOf('endobj', start)
        if (end < 0) continue
        const dictionary = this.text.slice(start, end)
        this.found.push(...propertiesIn(dictionary))
        this.#write(start, withoutStrings(dictionary))
      }
  }

  /** The two numbers that tell copies and versions of a file apart. */
  blankIds(): void {
    for (const match of this.text.matchAll(/\/ID\s*\[[^\]]{0,400}\]/g)) {
      const blank = withoutStrings(match[0])
      if (blank === match[0]) continue
      this.found.push(trace('id'))
      this.#write(match.index, blank)
    }
  }

  async cleanStream(stream: PdfStream, allowance: Allowance): Promise<void> {
    const { dictionary, start, end } = stream
    const data = this.bytes.subarray(start, end)
    if (/\/Filter\s*\[?\s*\/DCTDecode/.test(dictionary)) this.found.push(...blankJpegTraces(data))
    const isMetadata = /\/Type\s*\/Metadata/.test(dictionary)
    if (isMetadata && !dictionary.includes('/Filter')) {
      this.found.push(...readXmp(data))
      data.fill(0x20)
    }
    const content = await inflated(this.bytes, stream, allowance)
    if (content === null) return
    const clear = latin(content)
    if (isMetadata) {
      this.found.push(...readXmp(content))
      await this.#repack(stream, ' '.repeat(content.length))
    } else this.#clear.push(await this.#withoutInfo(stream, clear))
  }

  /** Properties may lie among other objects in one packed stream. */
  async #withoutInfo(stream: PdfStream, clear: string): Promise<string> {
    const first = Number(/\/First\s+(\d+)/.exec(stream.dictionary)?.[1])
    if (!/\/Type\s*\/ObjStm/.test(stream.dictionary) || Number.isNaN(first)) return clear
    const numbers = clear.slice(0, first).trim().split(/\s+/)
    const places = numbers.flatMap((number, index) => (index % 2 === 0 ? [[number, Number(numbers[index + 1])]] : []))
    let text = clear
    for (const [index, [number, offset]] of places.entries()) {
      if (!this.#infos.has(String(number))) continue
      const start = first + Number(offset)
      const next = places[index + 1]?.[1]
      const end = next === undefined ? text.length : first + Number(next)
      this.found.push(...propertiesIn(text.slice(start, end)))
      text = text.slice(0, start) + withoutStrings(text.slice(start, end)) + text.slice(end)
    }
    return text === clear || (await this.#repack(stream, text)) ? text : clear
  }

  /** Packs a stream again in its place; zeros fill what is left over. Whether it fitted. */
  async #repack({ start, end }: PdfStream, text: string): Promise<boolean> {
    const packed = await deflate(fromLatin(text), 'deflate')
    if (packed.length > end - start) return false
    this.bytes.fill(0, start, end)
    this.bytes.set(packed, start)
    return true
  }

  /** Attachments, scripts, forms, the authors of comments and earlier versions. */
  remains(): Trace[] {
    const announced = ANNOUNCED.filter(([words]) => this.#clear.some((text) => words.test(text)))
    const endings = this.text.match(/startxref/g)?.length ?? 0
    const first = this.text.slice(0, 2_000).includes('/Linearized') ? 2 : 1
    return [
      ...announced.map(([, kind]) => trace(kind)),
      ...this.#clear.flatMap(commentAuthors),
      ...(endings > first ? [trace('history')] : []),
    ]
  }
}

const propertiesIn = (dictionary: string): Trace[] =>
  [...stringsIn(dictionary)].flatMap((string) => {
    const name = /\/(\w+)\s*[(<]$/.exec(dictionary.slice(0, string.start))?.[1] ?? ''
    const value = textOf(dictionary, string)
    return value.trim() === '' ? [] : [trace(PROPERTIES[name] ?? 'words', value)]
  })

/** Who wrote the comments: `/T` in an annotation that is no field of a form. */
const commentAuthors = (text: string): Trace[] =>
  [...text.matchAll(/\/Subtype\s*\/(?:Text|FreeText|Highlight|Underline|StrikeOut|Stamp|Ink|Popup|Caret)\b/g)].flatMap(
    ({ index }) => {
      const around = text.slice(Math.max(0, text.lastIndexOf('obj', index)), text.indexOf('endobj', index) >>> 0)
      const at = /\/T\s*(?=[(<])/.exec(around)
      const [name] = at === null ? [] : stringsIn(around.slice(at.index))
      return at === null || name === undefined ? [] : [trace('person', textOf(around.slice(at.index), name))]
    },
  )
