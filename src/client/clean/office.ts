import type { Bytes } from '../../../crypto/wire/index.ts'
import { imageFormat, stripImage } from './images.ts'
import type { Allowance } from './inflate.ts'
import { localPaths } from './local-paths.ts'
import { doublyQuoted, unlink, unlist, withoutIds } from './office-links.ts'
import { cleanXml, officePart } from './office-parts.ts'
import { fromStrictUtf8, readable, toUtf8 } from './texts.ts'
import { Locked, type Stripped, type Trace, trace } from './trace.ts'
import { type Packed, readZip, unpack } from './zip.ts'
import { pack, writeZip } from './zip-writer.ts'

/** A document without its traces, and what remains in it that cannot be looked into. */
export interface StrippedDocument extends Stripped {
  readonly remains: readonly Trace[]
}

const RELATIONSHIPS = /(^|\/)_rels\/[^/]*\.rels$/
/** Changes that are kept as changes: what was taken out of a text can still be read in it. */
const CHANGES = /<(?:w:(?:ins|del|moveFrom)\s|text:tracked-changes)/
const MANIFEST = 'META-INF/manifest.xml'
const CONTENTS = ['[Content_Types].xml', MANIFEST]
/** Where OpenDocument keeps pictures, sound and film, and where Office does. */
const MEDIA = /(^|\/)(?:media|Media|Pictures)\//

/**
 * A document of Word, Excel, PowerPoint or OpenDocument without its properties, thumbnails, the names at comments and
 * changes, typing sessions, printers and folders. Pictures in it are cleaned too. Text and form stay as they are.
 * @throws Malformed, Locked (its parts are encrypted, which OpenDocument says in its list of contents), TooLarge,
 * TypeError (a part is no UTF-8)
 */
export const stripOffice = async (bytes: Bytes, allowance: Allowance): Promise<StrippedDocument> => {
  const parts = readZip(bytes)
  const found: Trace[] = []
  const names = new Map<string, string>()
  const numberOf = (name: string): string => {
    found.push(trace('person', name))
    if (!names.has(name)) names.set(name, `Author ${names.size + 1}`)
    return names.get(name) as string
  }
  await assertOpen(parts, allowance)
  const dropped = new Set(parts.map(({ name }) => name).filter((name) => officePart(name).dropped))
  const lostIds = new Map<string, readonly string[]>()
  const remains = parts.flatMap(({ name }) => remainsOf(name))
  const kept: Packed[] = []
  // Relationships first: they tell which ids in the other parts point to nothing.
  for (const part of parts.filter(({ name }) => RELATIONSHIPS.test(name) && !dropped.has(name))) {
    const { text, paths, ids } = unlink(part.name, await textOf(part, allowance), dropped)
    found.push(...paths.map((path) => trace('path', path)))
    lostIds.set(part.name.replace(/_rels\/([^/]*)\.rels$/, '$1'), ids)
    kept.push(await pack(part.name, toUtf8(text)))
  }
  for (const part of parts.filter(({ name }) => !RELATIONSHIPS.test(name))) {
    if (dropped.has(part.name)) found.push(...(await tracesOf(part, allowance)))
    else if (CONTENTS.includes(part.name))
      kept.push(await pack(part.name, toUtf8(unlist(await textOf(part, allowance), dropped))))
    else if (/\.xml$/.test(part.name)) {
      const xml = withoutIds(await textOf(part, allowance), lostIds.get(part.name) ?? [])
      if (CHANGES.test(xml)) remains.push(trace('history'))
      const text = cleanXml(part.name, xml, numberOf, () => found.push(trace('history')))
      remains.push(...localPaths(text))
      kept.push(await pack(part.name, toUtf8(text)))
    } else kept.push(await cleanPicture(part, allowance, found, remains))
  }
  const inOrder = new Map(kept.map((part) => [part.name, part]))
  return {
    bytes: writeZip(parts.flatMap(({ name }) => inOrder.get(name) ?? [])),
    found,
    remains,
  }
}

const remainsOf = (name: string): Trace[] => {
  const { remains } = officePart(name)
  return remains === null ? [] : [trace(remains, name)]
}

const textOf = async (part: Packed, allowance: Allowance): Promise<string> =>
  doublyQuoted(fromStrictUtf8(await unpack(part, allowance)))

const assertOpen = async (parts: readonly Packed[], allowance: Allowance): Promise<void> => {
  const manifest = parts.find(({ name }) => name === MANIFEST)
  if (manifest !== undefined && /<(?:\w+:)?encryption-data\b/.test(await textOf(manifest, allowance)))
    throw new Locked()
}

/** Pictures, sound and film of forms that nobody can look into here stay as they are, and are told of. */
const cleanPicture = async (part: Packed, allowance: Allowance, found: Trace[], remains: Trace[]): Promise<Packed> => {
  const content = await unpack(part, allowance)
  const format = imageFormat(content)
  if (format === null) {
    if (part.name.endsWith('.vml')) remains.push(...localPaths(readable(content)))
    if (MEDIA.test(part.name) && content.length > 0) remains.push(trace('attachment', part.name))
    return part
  }
  const picture = stripImage(format, content)
  found.push(...picture.found)
  return pack(part.name, picture.bytes)
}

/** Properties of a document, by the name of their element without its prefix. */
const PROPERTIES: readonly (readonly [name: RegExp, kind: Trace['kind']])[] = [
  [/^(creator|lastModifiedBy|initial-creator|Manager|Company|printed-by)$/, 'person'],
  [/^(created|modified|lastPrinted|creation-date|date|print-date)$/, 'time'],
  [/^(Application|AppVersion|generator)$/, 'software'],
  [/^(Template|HyperlinkBase)$/, 'path'],
  [/^(title|subject|keywords?|description|category|user-defined|lpwstr)$/, 'words'],
]

const tracesOf = async (part: Packed, allowance: Allowance): Promise<Trace[]> => {
  if (/thumbnail/i.test(part.name)) return [trace('thumbnail')]
  if (!/\.(?:xml|psmdcp)$/.test(part.name)) return [trace('hidden')]
  const xml = await textOf(part, allowance)
  const found = [...xml.matchAll(/<(?:\w+:)?([\w-]+)\b[^>]*>([^<]+)</g)].flatMap(([, name = '', value = '']) => {
    const kind = PROPERTIES.find(([pattern]) => pattern.test(name))?.[1]
    return kind === undefined || value.trim() === '' ? [] : [trace(kind, value)]
  })
  const people = [...xml.matchAll(/\s(?:w15:author|userName|w15:userId)="([^"]+)"/g)].map(([, name]) =>
    trace('person', name),
  )
  return [...found, ...people]
}
