import type { Bytes } from '../../../crypto/wire/index.ts'
import { type Allowance, deflate } from './inflate.ts'
import { blankJpegTraces } from './jpeg-in-place.ts'
import { localPaths } from './local-paths.ts'
import { isArmour } from './pdf-armour.ts'
import { judged } from './pdf-judge.ts'
import { type PdfText, packedIn, readPdf } from './pdf-objects.ts'
import { Roles } from './pdf-roles.ts'
import { ANNOUNCED, isKnown, sparedKind } from './pdf-rules.ts'
import { filterBehind, filtersOf, inflated, isDark, isDarkBehind, isOf, JPEGS, type PdfStream } from './pdf-streams.ts'
import { fromLatin, isBlank, latin, startsAt } from './texts.ts'
import { Locked, Malformed, type StrippedInPart, type Trace, type TraceKind, trace } from './trace.ts'
import { readXmp } from './xmp.ts'

/** Whether bytes are a PDF. Its head may stand a little behind the start. */
export const isPdf = (bytes: Uint8Array): boolean => latin(bytes.subarray(0, 1_024)).includes('%PDF-')

/**
 * A PDF whose properties are overwritten where they stand: nothing moves, so its tables stay right. What cannot be
 * overwritten, such as attachments, scripts and earlier versions, is told, and so is whatever nobody knows here. What
 * follows its end is cut off.
 * @throws Malformed, Locked (it is encrypted), TooLarge
 */
export const stripPdf = async (bytes: Bytes, allowance: Allowance): Promise<StrippedInPart> => {
  const end = endOf(latin(bytes))
  if (!startsAt(bytes, 0, '%PDF-') || end < 0) throw new Malformed()
  const work = new PdfInPlace(bytes.slice(0, end), allowance)
  await work.open(allowance)
  await work.clean(allowance)
  const behind = isBlank(latin(bytes.subarray(end))) ? [] : [trace('hidden')]
  return { bytes: work.bytes, found: [...work.found, ...behind], remains: work.remains() }
}

/** Where a PDF ends: behind the last place at which its tables are announced. What may be objects is not cut off. */
const endOf = (text: string): number => {
  const at = text.lastIndexOf('startxref')
  const [end = ''] = /^startxref\s{1,9}\d{1,20}\s{1,9}%%EOF(?:\r\n|\r|\n)?/.exec(text.slice(at, at + 80)) ?? []
  if (at < 0 || end === '') return -1
  return /\d\s\d{1,5}\sobj\b/.test(text.slice(at)) ? text.length : at + end.length
}

/** Content of a page, a script or anything else that is text and announces what is in a file. */
const ANNOUNCING = new RegExp(`/(${Object.keys(ANNOUNCED).join('|')})\\b`, 'g')

const announcedIn = (text: string): Trace[] => {
  const names = new Set([...text.matchAll(ANNOUNCING)].map(([, name = '']) => name))
  return [...names].map((name) => trace(ANNOUNCED[name] ?? 'hidden'))
}

class PdfInPlace {
  readonly bytes: Bytes
  readonly found: Trace[] = []
  readonly #pdf: PdfText
  /** What stands in streams of objects. */
  readonly #opened = new Map<PdfStream, PdfText>()
  readonly #remains: Trace[] = []

  constructor(bytes: Bytes, allowance: Allowance) {
    this.bytes = bytes
    this.#pdf = readPdf(latin(bytes), allowance)
  }

  /** Unpacks objects before anything is overwritten: properties there may point to others anywhere. */
  async open(allowance: Allowance): Promise<void> {
    const { objects, streams } = this.#pdf
    const isLocked = objects.some(({ value }) => value.kind === 'dictionary' && value.at.has('Encrypt'))
    if (isLocked) throw new Locked()
    for (const stream of streams.filter(({ dictionary }) => isOf(dictionary, 'ObjStm'))) {
      const content = await this.#contentOf(stream, allowance)
      if (content !== null) this.#opened.set(stream, packedIn(stream, latin(content), allowance))
    }
  }

  /** What a stream holds; null where nobody can look into it. What is not packed is the very bytes of the file. */
  async #contentOf(stream: PdfStream, allowance: Allowance): Promise<Bytes | null> {
    const isPacked = filtersOf(stream.dictionary).length > 0
    return isPacked ? inflated(this.bytes, stream, allowance) : this.bytes.subarray(stream.start, stream.end)
  }

  /** Overwrites what stands in the clear, those of earlier versions too, and then stream by stream. */
  async clean(allowance: Allowance): Promise<void> {
    const roles = new Roles([this.#pdf, ...this.#opened.values()].flatMap(({ objects }) => objects))
    const { erased, found, remains } = judged(this.#pdf, roles)
    for (const { start, end, sign } of erased) this.bytes.fill(sign, start, end)
    this.found.push(...found)
    this.#remains.push(...remains)
    for (const stream of this.#pdf.streams) {
      const objects = this.#opened.get(stream)
      if (objects === undefined) await this.#cleanStream(stream, roles, allowance)
      else await this.#cleanObjects(stream, objects, roles)
    }
  }

  /** Properties may lie among other objects in one packed stream. */
  async #cleanObjects(stream: PdfStream, objects: PdfText, roles: Roles): Promise<void> {
    const { erased, found, remains } = judged(objects, roles)
    this.#remains.push(...remains)
    const content = fromLatin(objects.text)
    for (const { start, end, sign } of erased) content.fill(sign, start, end)
    if (erased.length > 0) await this.#replace(stream, content, found)
  }

  async #cleanStream(stream: PdfStream, roles: Roles, allowance: Allowance): Promise<void> {
    const { dictionary, start, end } = stream
    const [[first], second] = [filtersOf(dictionary), filterBehind(dictionary)]
    const data = this.bytes.subarray(start, end)
    const content = await this.#contentOf(stream, allowance)
    const spared = sparedKind(stream, roles)
    if (content !== null && spared !== undefined) return this.#erase(stream, content, spared)
    if (JPEGS.includes(first ?? '')) this.found.push(...this.#cleanJpeg(data))
    else if (content === null && isDark(dictionary)) this.#remains.push(trace('hidden'))
    if (spared !== undefined) this.#remains.push(trace(spared))
    else if (content !== null && JPEGS.includes(second)) await this.#cleanPackedJpeg(stream, content)
    else this.#tell(stream, content, roles, isDarkBehind(second))
  }

  /** What a stream tells that stays as it is. */
  #tell(stream: PdfStream, content: Bytes | null, roles: Roles, isBehind: boolean): void {
    const isText = content !== null && !isOf(stream.dictionary, 'Image')
    const text = isText ? latin(content) : ''
    const announced = [...announcedIn(text), ...localPaths(text)]
    this.#remains.push(...announced)
    if (isBehind || (announced.length === 0 && !isKnown(stream, roles))) this.#remains.push(trace('hidden'))
  }

  /** Overwrites a whole stream. */
  async #erase(stream: PdfStream, content: Bytes, kind: TraceKind): Promise<void> {
    if (content.every((byte) => byte === 0x20)) return
    const told = kind === 'hidden' ? readXmp(content) : []
    const found = told.length > 0 ? told : [trace(kind)]
    await this.#replace(stream, new Uint8Array(content.length).fill(0x20), found)
  }

  #cleanJpeg(picture: Bytes): Trace[] {
    const { found, isWhole } = blankJpegTraces(picture)
    if (!isWhole) this.#remains.push(trace('hidden'))
    return found
  }

  async #cleanPackedJpeg(stream: PdfStream, content: Bytes): Promise<void> {
    const found = this.#cleanJpeg(content)
    if (found.length > 0) await this.#replace(stream, content, found)
  }

  /** Puts a text in the place of a stream's content. What was found is gone if it fitted, and told if not. */
  async #replace(stream: PdfStream, content: Bytes, found: readonly Trace[]): Promise<void> {
    const fitted = await this.#repack(stream, content)
    ;(fitted ? this.found : this.#remains).push(...found)
    if (!fitted) this.#remains.push(trace('hidden'))
  }

  /** Packs a stream again in its place; zeros fill what is left over. Whether it fitted. */
  async #repack({ dictionary, start, end }: PdfStream, content: Bytes): Promise<boolean> {
    if (isArmour(filtersOf(dictionary)[0])) return false
    const packed = filtersOf(dictionary).length > 0 ? await deflate(content, 'deflate') : content
    if (packed.length > end - start) return false
    this.bytes.fill(0, start, end)
    this.bytes.set(packed, start)
    return true
  }

  /** Attachments, scripts, forms, signatures, the authors of comments, what nobody knows, and earlier versions. */
  remains(): Trace[] {
    const { text } = this.#pdf
    const endings = text.match(/startxref/g)?.length ?? 0
    const first = text.slice(0, 2_000).includes('/Linearized') ? 2 : 1
    return [...this.#remains, ...(endings > first ? [trace('history')] : [])]
  }
}
