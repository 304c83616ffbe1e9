import { isLocalPath, localPathIn } from './local-paths.ts'
import { type Trace, type TraceKind, trace } from './trace.ts'
import { rewriteXml } from './xml.ts'
import { type Attribute, type Element, localName, read } from './xml-tokens.ts'

/** Elements that tell of people, programs and devices, and that every program does without: they go with all in them. */
const DROPPED: ReadonlyMap<string, TraceKind> = new Map([
  ['rsids', 'history'],
  ...['docId', 'persistentDocumentId', 'revisionPtr'].map((name) => [name, 'id'] as const),
  ...['attachedTemplate', 'absPath', 'mailMerge'].map((name) => [name, 'path'] as const),
  ...['dc:date', 'meta:date-string'].map((name) => [name, 'time'] as const),
  ['docVars', 'words'],
  ['fileSharing', 'person'],
])

/**
 * Settings of OpenDocument that name printers, sessions, the addresses of serial letters and folders with colours. Others
 * whose names begin alike say how lines are broken.
 */
const DROPPED_SETTINGS = /^(?:PrinterName|PrinterSetup|PrintFaxName|Rsid|CurrentDatabase)|TableURL$/

/** Attributes whose value is a person, alone or only in one element; they get a number instead of the name. */
const PEOPLE = new Set([
  ...['author', 'initials', 'userName', 'userId', 'providerId', 'lastModifiedBy', 'refreshedBy', 'creator'],
  ...['suggestedsigner', 'suggestedsigneremail', 'person@displayName', 'cmAuthor@name', 'author@name'],
  ...['customWorkbookView@name', 'scenario@user', 'chg-author'],
])
/** Whom a list of books names. */
const WRITERS = 'bibliography-mark'

/** Elements whose words are a person: of comments and changes, and the fields of OpenDocument. */
const PERSON_WORDS =
  /^(?:dc:creator|meta:creator-initials|meta:initial-creator|author|text:(?:author-(?:name|initials)|creator|initial-creator|printed-by|sender-[\w-]+)|\w+:sender-initials)$/

const TIMES = new Set(['date', 'dateUtc', 'dT', 'dateTime', 'dt', 'refreshedDate', 'refreshedDateIso'])
/** A day as people write it, or as a sheet counts it: `dt` alone may be a mere yes or no. */
const TIME = /^\d{4}-|^\d{5}\b/
/**
 * PowerPoint does not open newer comments and their reactions without a time, and LibreOffice shows words again whose
 * taking out has none: they have the first day that a ZIP can name.
 */
const TIMES_THAT_MUST_BE = new Set(['created', 'time', 'chg-date-time'])
const TIMED = 'office:change-info'
const NO_TIME = '1980-01-01T00:00:00.000'
/** Numbers of the sessions in which each word was typed. */
const SESSION = /^(?:rsid[A-Z]?\w*|paragraph-rsid)$/

/** Names and addresses of things that programs do without. */
const EMPTIED = new Set(['name', 'descr', 'title', 'alt', 'sourceFile', 'odcFile'])
/** Addresses that a program insists on: they lead nowhere instead. */
const LED_NOWHERE = new Set(['xlink:href', 'o:href', 'src'])

/** Out of the folder of an open document, unless it is out of an object in it. */
const OUTWARDS = /^\.\.\/(?!Pictures|Media|Object)/

/** What a picture was called by whoever put it in. */
const UNSEEN = new Set(['imagedata@title'])

/** Changes that are kept as changes: what was taken out of a text can still be read in it. */
const CHANGES = /^(?:ins|del|moveFrom|moveTo|cell(?:Ins|Del|Merge)|\w+Change|tracked-changes)$/
/** What may say who asks a database. */
const ACCOUNT = /\b(?:user id|uid|password|pwd)\s{0,9}=/i
/** Attributes that lead to another part by the id of a relationship. */
const LINK = /^\w+:(?:id|embed|link|pict|href|relid|dm|lo|qs|cs)$/

/** Fields of OpenDocument that show a property, which is gone: they are bidden to show what they showed last. */
const FIELDS =
  /^text:(?:title|subject|keywords|description|user-defined|(?:initial-)?creator|printed-by|editing-(?:cycles|duration)|(?:creation|modification|print)-(?:date|time))$/
const FIXED = { name: 'text:fixed', value: 'true' }

const fixed = (attributes: readonly Attribute[]): readonly Attribute[] =>
  attributes.some(({ name, value }) => name === FIXED.name && value === FIXED.value)
    ? attributes
    : [...attributes.filter(({ name }) => name !== FIXED.name), FIXED]

/** What is found and what remains, told as it is met. */
export interface Teller {
  /** The number that stands for a person. */
  readonly numberOf: (name: string) => string
  readonly found: (one: Trace) => void
  readonly remains: (one: Trace) => void
}

const droppedKind = ({ name, attributes }: Element, parent: Element | undefined): TraceKind | undefined => {
  if (name === 'dc:date' && parent?.name === TIMED) return undefined
  return attributes.some((one) => one.name === 'config:name' && DROPPED_SETTINGS.test(one.value))
    ? 'device'
    : (DROPPED.get(name) ?? DROPPED.get(localName(name)))
}

const sayingOf = ({ attributes }: Element): string =>
  attributes.find(({ name }) => !/^(?:xmlns|r|config)\b/.test(name))?.value ?? ''

/** Whether an element shows something that no reader sees: hidden words, or a sheet that is not offered. */
const isHidden = ({ name, attributes }: Element, parent: Element | undefined): boolean =>
  (name === 'w:vanish' && parent?.name === 'w:rPr' && attributes.length === 0) ||
  (localName(name) === 'sheet' && attributes.some((one) => one.name === 'state' && one.value !== 'visible'))

/** An attribute of an element as it stays; null where it goes, undefined where a rule does not speak of it. */
type Rule = (element: string, attribute: Attribute, local: string) => Attribute | null | undefined

/** What becomes of attributes: the first rule that speaks of one. */
const rulesOf = (lost: ReadonlySet<string>, { numberOf, found }: Teller): readonly Rule[] => [
  (element, { name, value }, local) =>
    PEOPLE.has(`${element}@${local}`) || (PEOPLE.has(local) && element !== WRITERS)
      ? { name, value: numberOf(value) }
      : undefined,
  (element, { value }, local) => (UNSEEN.has(`${element}@${local}`) && value !== '' ? gone(found, 'words') : undefined),
  (_, __, local) => (SESSION.test(local) ? gone(found, 'history') : undefined),
  (_, { value }, local) => (TIMES.has(local) && TIME.test(value) ? gone(found, 'time') : undefined),
  (_, { name, value }, local) => {
    if (!TIMES_THAT_MUST_BE.has(local) || !TIME.test(value) || value === NO_TIME) return undefined
    found(trace('time'))
    return { name, value: NO_TIME }
  },
  (_, { name, value }) => (LINK.test(name) && lost.has(value) ? null : undefined),
  (_, { name, value }, local) => {
    const nowhere = LED_NOWHERE.has(name) && (isLocalPath(value) || OUTWARDS.test(value))
    if (!nowhere && !(EMPTIED.has(local) && isLocalPath(value))) return undefined
    found(trace('path', value))
    return { name, value: nowhere ? 'about:blank' : '' }
  },
]

const gone = (found: Teller['found'], kind: TraceKind): null => {
  found(trace(kind))
  return null
}

/** Tells of what stays in a value or in words, and looks like a folder of a device or like an account. */
const tell = (value: string, { remains }: Teller): void => {
  const path = localPathIn(value)
  if (path !== null) remains(trace('path', path))
  if (ACCOUNT.test(value)) remains(trace('person', value))
}

/**
 * A part of XML without names, sessions, times and folders.
 * @param lost ids of relationships that lead nowhere now
 * @throws Malformed
 */
export const cleanXml = (xml: string, lost: ReadonlySet<string>, teller: Teller): string => {
  const { found, remains } = teller
  const rules = rulesOf(lost, teller)

  const attributeOf = (element: string, attribute: Attribute): Attribute | null => {
    for (const rule of rules) {
      const now = rule(element, attribute, localName(attribute.name))
      if (now !== undefined) return now
    }
    tell(attribute.value, teller)
    return attribute
  }

  const element = (each: Element, parent: Element | undefined): Element | null => {
    const kind = droppedKind(each, parent)
    if (kind !== undefined) {
      found(trace(kind, sayingOf(each)))
      return null
    }
    if (CHANGES.test(localName(each.name))) remains(trace('history'))
    if (isHidden(each, parent)) remains(trace('hidden'))
    const attributes = each.attributes.flatMap((one) => attributeOf(localName(each.name), one) ?? [])
    if (FIELDS.test(each.name)) return { ...each, attributes: fixed(attributes) }
    const same =
      attributes.length === each.attributes.length && attributes.every((one, at) => one === each.attributes[at])
    if (same) return each
    // Whatever said nothing but where a part is goes with the part.
    return attributes.length === 0 && each.attributes.some(({ name }) => LINK.test(name))
      ? null
      : { ...each, attributes }
  }

  const timeless = (said: string): string => {
    if (said !== NO_TIME) found(trace('time'))
    return NO_TIME
  }

  const words = (text: string, parent: Element | undefined): string => {
    const said = read(text)
    if (parent?.name === 'dc:date') return timeless(said)
    if (parent !== undefined && PERSON_WORDS.test(parent.name)) return teller.numberOf(said)
    tell(said, teller)
    return text
  }
  return rewriteXml(xml, { element, words, remark: () => gone(found, 'hidden') })
}
