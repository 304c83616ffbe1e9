import { type Trace, type TraceKind, trace } from './trace.ts'
import { localName, read, tokensOf } from './xml-tokens.ts'

/** What properties of a document say, by the name of their element or attribute without its prefix. */
const PROPERTIES: readonly (readonly [name: RegExp, kind: TraceKind])[] = [
  [
    /^(creator|lastModifiedBy|initial-creator|Manager|Company|printed-by|author|userName|userId|X509SubjectName)$/,
    'person',
  ],
  [/^(created|modified|lastPrinted|creation-date|date|print-date|date-time|SigningTime)$/, 'time'],
  [/^(Application|AppVersion|generator)$/, 'software'],
  [/^(Template|HyperlinkBase)$/, 'path'],
  [/^val$/, 'hidden'],
  [/^(siteId|docId)$/, 'id'],
  [/^(title|subject|keywords?|description|category|user-defined|lpwstr|comment)$/, 'words'],
]

/** A template without a folder is called by its name alone, such as `Normal`, which the document uses for other things too. */
const pathOrName = (value: string): TraceKind => (/[\\/]/.test(value) ? 'path' : 'words')

/** What properties that are taken out of a document tell. @throws Malformed */
export const propertiesIn = (xml: string): Trace[] => {
  const found: Trace[] = []
  const say = (name: string, value: string): void => {
    const kind = PROPERTIES.find(([pattern]) => pattern.test(localName(name)))?.[1]
    if (kind !== undefined && value.trim() !== '') found.push(trace(kind === 'path' ? pathOrName(value) : kind, value))
  }
  let name = ''
  for (const token of tokensOf(xml))
    if (token.is === 'begin') {
      name = token.element.name
      for (const one of token.element.attributes) say(one.name, one.value)
    } else if (token.is === 'words') say(name, read(token.text))
  return found
}
