import type { Bytes } from '../../../crypto/wire/index.ts'
import { type Allowance, deflate } from './inflate.ts'
import { blankJpegTraces } from './jpeg-in-place.ts'
import { localPaths } from './local-paths.ts'
import type { StrippedDocument } from './office.ts'
import { dictionaryAround, isObjects, objectsIn, packedIn, pointedFrom } from './pdf-objects.ts'
import { filtersOf, inflated, isDark, JPEGS, type PdfStream, streamsOf } from './pdf-streams.ts'
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
  const streams = streamsOf(work.text)
  for (const stream of streams) if (isObjects(stream)) await work.open(stream, allowance)
  work.follow()
  work.blankInfo()
  work.blankIds()
  for (const stream of streams) await work.cleanStream(stream, allowance)
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
  // A signature names who signed, in a certificate that cannot be taken out without breaking it.
  [/\/ByteRange\s*\[|\/Type\s*\/Sig\b/, 'person'],
  [/\/PieceInfo\b|\/Info\s*<<|\/OFF\s*\[\s*\d/, 'hidden'],
  [/\/Thumb\s+\d/, 'thumbnail'],
]

class PdfInPlace {
  readonly bytes: Bytes
  readonly text: string
  readonly found: Trace[] = []
  /** The clear text of everything that could be unpacked, in which remains are looked for. */
  readonly #clear: string[]
  /** Streams of objects, unpacked. */
  readonly #opened = new Map<PdfStream, string>()
  /** Numbers of the dictionaries of properties, and of what these point to with the name that does so. */
  readonly #infos: Map<string, string>
  readonly #remains: Trace[] = []

  constructor(bytes: Bytes) {
    this.bytes = bytes
    this.text = latin(bytes)
    this.#clear = [this.text]
    this.#infos = new Map([...this.text.matchAll(/\/Info\s+(\d+)\s+\d+\s+R/g)].map(([, number = '']) => [number, '']))
  }

  /** Unpacks objects before anything is overwritten: properties there may point to others anywhere. */
  async open(stream: PdfStream, allowance: Allowance): Promise<void> {
    const content = await inflated(this.bytes, stream, allowance)
    if (content !== null) this.#opened.set(stream, latin(content))
  }

  /** Notes what the dictionaries of properties point to. */
  follow(): void {
    const texts = [
      ...objectsIn(this.text).map(({ number, start, end }) => [number, this.text.slice(start, end)] as const),
      ...[...this.#opened].flatMap(([stream, text]) =>
        packedIn(stream, text).map(({ number, start, end }) => [number, text.slice(start, end)] as const),
      ),
    ]
    const dictionaries = texts.filter(([number]) => this.#infos.has(number))
    for (const [, dictionary] of dictionaries)
      for (const [number, name] of pointedFrom(dictionary)) if (!this.#infos.has(number)) this.#infos.set(number, name)
  }

  /** What an object becomes without its properties. What is pointed to and more than a string stays, and is told. */
  #blank(number: string, object: string): { text: string; found: Trace[] } {
    const name = this.#infos.get(number)
    if (name === undefined) return { text: object, found: [] }
    const found = propertiesIn(object, name)
    if (name === '' || /^\s*(?:\(|<(?!<))/.test(object)) return { text: withoutStrings(object), found }
    this.#remains.push(...found)
    return { text: object, found: [] }
  }

  #write(at: number, text: string): void {
    this.bytes.set(fromLatin(text), at)
  }

  /** Properties that stand in the clear, those of earlier versions too. */
  blankInfo(): void {
    for (const { number, start, end } of objectsIn(this.text)) {
      const { text, found } = this.#blank(number, this.text.slice(start, end))
      this.found.push(...found)
      if (found.length > 0) this.#write(start, text)
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
    const [first] = filtersOf(dictionary)
    if (JPEGS.includes(first ?? '')) this.found.push(...blankJpegTraces(data))
    const isMetadata = /\/Type\s*\/Metadata|\/Subtype\s*\/XML\b/.test(dictionary)
    if (isMetadata && first === undefined) {
      this.found.push(...readXmp(data))
      data.fill(0x20)
    }
    const objects = this.#opened.get(stream)
    if (objects !== undefined) return this.#withoutInfo(stream, objects)
    const content = isObjects(stream) ? null : await inflated(this.bytes, stream, allowance)
    if (content !== null) return this.#cleanContent(stream, content, isMetadata)
    if (isDark(dictionary)) this.#remains.push(trace('hidden'))
  }

  async #cleanContent(stream: PdfStream, content: Bytes, isMetadata: boolean): Promise<void> {
    const [, second = ''] = filtersOf(stream.dictionary)
    if (isMetadata) return this.#replace(stream, ' '.repeat(content.length), readXmp(content))
    if (JPEGS.includes(second)) {
      const found = blankJpegTraces(content)
      if (found.length > 0) await this.#replace(stream, latin(content), found)
      return
    }
    if (second !== '' && isDark(`/Filter /${second}`)) this.#remains.push(trace('hidden'))
    this.#clear.push(latin(content))
  }

  /** Properties may lie among other objects in one packed stream. */
  async #withoutInfo(stream: PdfStream, clear: string): Promise<void> {
    let text = clear
    const all: Trace[] = []
    for (const { number, start, end } of packedIn(stream, clear)) {
      const blanked = this.#blank(number, clear.slice(start, end))
      all.push(...blanked.found)
      text = text.slice(0, start) + blanked.text + text.slice(end)
    }
    if (text !== clear) await this.#replace(stream, text, all)
    this.#clear.push(text)
  }

  /** Puts a text in the place of a stream's content. What was found is gone if it fitted, and told if not. */
  async #replace(stream: PdfStream, text: string, found: readonly Trace[]): Promise<void> {
    const fitted = await this.#repack(stream, text)
    ;(fitted ? this.found : this.#remains).push(...found)
    if (!fitted) this.#remains.push(trace('hidden'))
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
      ...this.#remains,
      ...announced.map(([, kind]) => trace(kind)),
      ...this.#clear.flatMap((text) => [...commentAuthors(text), ...localPaths(text)]),
      ...(/[^\s\0]/.test(this.text.slice(this.text.lastIndexOf('%%EOF') + 5)) ? [trace('hidden')] : []),
      ...(endings > first ? [trace('history')] : []),
    ]
  }
}

/** The strings of a dictionary; of a string that stands alone, what it is says the name that points to it. */
const propertiesIn = (dictionary: string, pointing: string): Trace[] =>
  [...stringsIn(dictionary)].flatMap((string) => {
    const name = /\/(\w+)\s*[(<]$/.exec(dictionary.slice(0, string.start))?.[1] ?? pointing
    const value = textOf(dictionary, string)
    return value.trim() === '' ? [] : [trace(PROPERTIES[name] ?? 'words', value)]
  })

/** Comments of every kind (ISO 32000-2, table 171): what is drawn, marked, said, shown or put into a text. */
const COMMENTS =
  /\/Subtype\s*\/(?:Text|FreeText|Line|Square|Circle|Poly(?:gon|Line)|Highlight|Underline|Squiggly|StrikeOut|Stamp|Ink|Popup|Caret|FileAttachment|Sound|Redact)\b/g

/** Who wrote the comments, and that they say when: `/T` in an annotation that is no field of a form. */
const commentAuthors = (text: string): Trace[] =>
  [...text.matchAll(COMMENTS)].flatMap(({ index }) => {
    const around = dictionaryAround(text, index)
    const at = /\/T\s*(?=[(<])/.exec(around)
    const [name] = at === null ? [] : stringsIn(around.slice(at.index))
    return [
      ...(at === null || name === undefined ? [] : [trace('person', textOf(around.slice(at.index), name))]),
      ...(/\/(?:M|CreationDate)\s*[(<]/.test(around) ? [trace('time')] : []),
    ]
  })
