import type { Bytes } from '../../../crypto/wire/index.ts'
import { imageFormat, stripImage } from './images.ts'
import type { Allowance } from './inflate.ts'
import { partKey } from './office-links.ts'
import type { Fate } from './office-parts.ts'
import { isDocument, planOf } from './office-plan.ts'
import { propertiesIn } from './office-properties.ts'
import { cleanXml, type Teller } from './office-xml.ts'
import { fromStrictUtf8, startsAt, toUtf8 } from './texts.ts'
import { Locked, Malformed, type StrippedInPart, type Trace, trace, Unknown } from './trace.ts'
import { type Packed, readZip, unpack } from './zip.ts'
import { pack, writeZip } from './zip-writer.ts'

/** A part as it stays, and whether it was wholly understood. */
interface Cleaned {
  readonly bytes: Bytes
  readonly understood: boolean
}

/** Where stands who wrote the document. Of many names a page shows the first few: those come first. */
const OF_THE_WHOLE = /^docProps\/|\.psmdcp$/i

const NONE: ReadonlySet<string> = new Set()

const isXml = (name: string, content: Uint8Array): boolean =>
  /\.(?:xml|vml)$/i.test(name) || startsAt(content, 0, '<') || startsAt(content, 0, '\xef\xbb\xbf<')

/** Cleans what can be cleaned, whatever leads to it: a picture, or XML. */
const cleanPart = async (
  name: string,
  bytes: Bytes,
  fate: Fate,
  lost: ReadonlySet<string>,
  teller: Teller,
): Promise<Cleaned> => {
  const format = imageFormat(bytes)
  if (format !== null) {
    const picture = await stripImage(format, bytes)
    picture.found.forEach(teller.found)
    picture.remains.forEach(teller.remains)
    return { bytes: picture.bytes, understood: true }
  }
  if (!isXml(name, bytes)) return { bytes, understood: fate === 'plain' || bytes.length === 0 }
  return { bytes: toUtf8(cleanXml(fromStrictUtf8(bytes), lost, teller)), understood: fate === 'keep' }
}

const UNREADABLE = [Malformed, Unknown, Locked, TypeError]

/** Whether a part is no XML, no UTF-8, no picture or no document that can be looked into. */
const isUnreadable = (cause: unknown): boolean => UNREADABLE.some((type) => cause instanceof type)

/**
 * A part that the document is made of must be what it should be; whatever else is not stays as it is and is told, and
 * nothing that was met in it before counts as taken out.
 */
const cleanOrLeave: typeof cleanPart = async (name, bytes, fate, lost, teller) => {
  const [found, remains]: [Trace[], Trace[]] = [[], []]
  const later = { ...teller, found: (one: Trace) => found.push(one), remains: (one: Trace) => remains.push(one) }
  try {
    const cleaned = await cleanPart(name, bytes, fate, lost, later)
    found.forEach(teller.found)
    remains.forEach(teller.remains)
    return cleaned
  } catch (cause) {
    if (fate === 'keep' || !isUnreadable(cause)) throw cause
    return { bytes, understood: false }
  }
}

/** What a part tells that is taken out. */
const tracesOf = async (name: string, content: Bytes): Promise<Trace[]> => {
  if (content.length === 0) return []
  if (/thumbnail/i.test(name)) return [trace('thumbnail')]
  const told = isXml(name, content) ? await readProperties(content) : []
  return told.length > 0 ? told : [trace('hidden')]
}

/** What is taken out need not be readable: Excel keeps how it asks other sources in UTF-16. */
const readProperties = (content: Bytes): Promise<Trace[]> =>
  orIfUnreadable([], async () => propertiesIn(fromStrictUtf8(content)))

/**
 * A document of Word, Excel, PowerPoint or OpenDocument without its properties, thumbnails, the names at comments and
 * changes, typing sessions, printers and folders. Pictures in it are cleaned too. Text and form stay as they are.
 * @throws Malformed, Locked (its parts are encrypted, which OpenDocument says in its list of contents), Unknown,
 * TooLarge, TypeError (a part is no UTF-8)
 * @param isInside whether it lies in another document: what lies in it in turn stays as it is
 */
export const stripOffice = async (
  files: readonly Packed[],
  allowance: Allowance,
  isInside = false,
): Promise<StrippedInPart> => {
  const first: Trace[] = []
  const [found, remains]: [Trace[], Trace[]] = [[], []]
  const teller = tellerOf(found, remains)
  const { fates, lists, lost } = await planOf(files, allowance, teller)
  const stripPart = async (part: Packed): Promise<Packed[]> => {
    const [key, content] = [partKey(part.name), await unpack(part, allowance)]
    const fate = fates.get(key)
    if (fate === undefined) {
      const told = OF_THE_WHOLE.test(part.name) ? first : found
      told.push(...(await tracesOf(part.name, content)))
      return []
    }
    const whole = isInside ? content : await stripInner(content, allowance, teller)
    const { bytes, understood } = await cleanOrLeave(part.name, whole, fate, lost.get(key) ?? NONE, teller)
    if (!understood) remains.push(trace(fate === 'script' ? 'script' : 'attachment', part.name))
    return [bytes === content ? part : await pack(part.name, bytes)]
  }
  const kept: Packed[] = []
  for (const part of files) {
    const list = lists.get(partKey(part.name))
    kept.push(...(list === undefined ? await stripPart(part) : [await pack(part.name, toUtf8(list))]))
  }
  return { bytes: writeZip(kept), found: [...first, ...found], remains }
}

/**
 * A document that lies in another, such as the sheet behind a diagram, without its traces. It is told all the same: most
 * of it is not seen.
 */
const stripInner = (content: Bytes, allowance: Allowance, teller: Teller): Promise<Bytes> =>
  orIfUnreadable(content, async () => {
    const files = documentIn(content)
    if (files.length === 0) return content
    const { bytes, found, remains } = await stripOffice(files, allowance, true)
    found.forEach(teller.found)
    remains.forEach(teller.remains)
    return bytes
  })

/** What is packed in a document that lies in another; nothing where it is none, or cannot be looked into. */
export const contentsInside = (content: Bytes, allowance: Allowance): Promise<readonly Bytes[]> =>
  orIfUnreadable([], async () => {
    const contents: Bytes[] = []
    for (const part of documentIn(content)) contents.push(await unpack(part, allowance))
    return contents
  })

/** The files of a document; none where bytes are something else. */
const documentIn = (content: Bytes): readonly Packed[] => {
  const files = startsAt(content, 0, 'PK\x03\x04') ? readZip(content) : []
  return isDocument(files.map(({ name }) => name)) ? files : []
}

/** What comes of reading, or something else where it cannot be read. */
const orIfUnreadable = async <T>(otherwise: T, reading: () => Promise<T>): Promise<T> => {
  try {
    return await reading()
  } catch (cause) {
    if (isUnreadable(cause)) return otherwise
    throw cause
  }
}

/** What stands for a person: for Word itself, and where a document comes a second time. */
const NUMBER = /^Author(?: \d+)?$/

/** Gives each person the same number everywhere, and keeps what is told. */
const tellerOf = (found: Trace[], remains: Trace[]): Teller => {
  const names = new Map<string, string>()
  return {
    numberOf: (name) => {
      if (name.trim() === '') return name
      const number = names.get(name) ?? `Author ${names.size + 1}`
      if (!names.has(name) && !NUMBER.test(name)) found.push(trace('person', name))
      names.set(name, number)
      return number
    },
    found: (one) => found.push(one),
    remains: (one) => remains.push(one),
  }
}
