import { fromUtf8 } from './texts.ts'
import { type Trace, type TraceKind, trace } from './trace.ts'

/** Properties of XMP that say who, where, when or with what, by their name without its prefix. */
const PROPERTIES: readonly (readonly [name: RegExp, kind: TraceKind])[] = [
  [/^(creator|author|authors|artist|ownername|cameraownername|credit|lastmodifiedby|rights|personinimage)$/i, 'person'],
  [/^(gps\w*|city|country|countryname|location|state|sublocation)$/i, 'place'],
  [/^(make|model|lens\w*|serialnumber|bodyserialnumber|cameraserialnumber)$/i, 'device'],
  [/^(creatortool|producer|software|softwareagent)$/i, 'software'],
  [/^(createdate|modifydate|metadatadate|datecreated|datetimeoriginal|when)$/i, 'time'],
  [/^(\w*documentid|instanceid)$/i, 'id'],
  [/^(title|description|subject|keywords|headline|caption|usercomment|instructions)$/i, 'words'],
  [/^(filepath|filename|originalfilename|manifest)$/i, 'path'],
]

/** What a block of XMP tells, whether it writes its properties as elements or as attributes. */
export const readXmp = (bytes: Uint8Array): Trace[] => {
  const text = fromUtf8(bytes)
  // Each of these reads any text in one go: none of them begins anew within what it has just read in vain.
  const attributes = [...text.matchAll(/(?<![\w-])[\w-]+:(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
  const elements = [...text.matchAll(/<[\w-]+:(\w+)\b[^<>]*>((?:\s*<\/?rdf:[^<>]*>){0,8})\s*([^<]+)/g)]
  return [
    ...attributes.map(([, name = '', double, single]) => ({ name, value: double ?? single ?? '' })),
    ...elements.map(([, name = '', , value = '']) => ({ name, value })),
  ].flatMap(({ name, value }) => {
    const kind = PROPERTIES.find(([pattern]) => pattern.test(name))?.[1]
    return kind === undefined || value.trim() === '' ? [] : [trace(kind, unescaped(value))]
  })
}

/** The five characters that XML writes by name. */
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A text of XML as people read it. */
export const unescaped = (text: string): string =>
  text.replaceAll(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi, (whole, name, decimal, hexadecimal) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
    const point = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
