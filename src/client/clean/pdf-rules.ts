import { localPathIn } from './local-paths.ts'
import { type Place, PROPERTY_LISTS, type Roles } from './pdf-roles.ts'
import { filtersOf, isOf, JPEGS, type PdfStream } from './pdf-streams.ts'
import { type PdfDictionary, type PdfValue, wordOf } from './pdf-values.ts'
import type { TraceKind } from './trace.ts'

/** What a string tells, and whether it may be overwritten; null where it is part of what is seen or read. */
type Verdict = readonly [kind: TraceKind, isErased: boolean] | null

/** Strings that nobody misses, by their name, in whatever dictionary. */
const ERASED: Readonly<Record<string, TraceKind>> = {
  Author: 'person',
  Manager: 'person',
  Company: 'person',
  Creator: 'software',
  Producer: 'software',
  CreationDate: 'time',
  ModDate: 'time',
  SourceModified: 'time',
  LastModified: 'time',
  ITXT: 'software',
  M: 'time',
  NM: 'id',
}

/** What a signature tells stays: without it, it would be none. */
const SIGNED: Readonly<Record<string, TraceKind>> = {
  Name: 'person',
  Contents: 'person',
  Cert: 'person',
  ContactInfo: 'person',
  Location: 'place',
  Reason: 'words',
  M: 'time',
}

/** Names of files: of other documents, of programs that are started, and of attachments, which stay. */
const FILES = ['F', 'UF', 'DOS', 'Mac', 'Unix', 'PTEX.FileName']
const ADDRESSES = ['URI', 'Base']

/** Strings that belong to what is seen, read aloud, filled in or drawn. */
const SEEN = new Set(
  `Title Lang Alt ActualText E Dest D Names Nums Limits TU TM V DV Opt DA DS RC CA AC Subj State StateModel Registry
Ordering OutputCondition OutputConditionIdentifier RegistryName Info P ID Panose FontFamily CharSet JS XFA CheckSum
Indexed I URL ExtensionRevision Headers Phon Summary Short`.split(/\s/),
)

/** An address elsewhere; one without a scheme leads to a file beside this one. */
const ELSEWHERE = /^(?!.*\bfile:)(?:[a-z][a-z\d+.-]+:|#)/is

export const isSignature = (owner: PdfDictionary): boolean =>
  owner.at.has('ByteRange') || isOf(owner, 'Sig') || isOf(owner, 'DocTimeStamp')

/** Whether `/T` names a field of a form, an action's target or an element of the text, and nobody who wrote a comment. */
const isField = ({ at }: PdfDictionary): boolean =>
  wordOf(at.get('Subtype')) === 'Widget' ||
  ['FT', 'Kids', 'S'].some((name) => at.has(name)) ||
  !['Subtype', 'Rect'].some((name) => at.has(name))

/** Rules from the first to the last; undefined where one does not speak of a string. */
const RULES: readonly ((key: string, place: Place, value: string) => Verdict | undefined)[] = [
  (key, { isProperty }) => (isProperty ? [ERASED[key] ?? 'words', true] : undefined),
  (key, { owner }) => {
    const kind = owner !== null && isSignature(owner) ? SIGNED[key] : undefined
    return kind && [kind, false]
  },
  (key, { isListed }) => (key === 'ID' && isListed ? ['id', true] : undefined),
  (key) => ERASED[key] && [ERASED[key], true],
  (key, { owner }) => {
    if (!FILES.includes(key)) return undefined
    return owner?.at.has('EF') ? ['attachment', false] : ['path', true]
  },
  (key, _, value) => {
    if (!ADDRESSES.includes(key)) return undefined
    return ELSEWHERE.test(value) ? null : ['path', true]
  },
  (_, __, value) => (localPathIn(value) === null ? undefined : ['path', false]),
  (key, { owner }) => {
    if (key !== 'T' || owner === null) return undefined
    return isField(owner) ? null : ['person', false]
  },
  (key, { owner }) =>
    key === 'Contents' && ['Link', 'Widget'].includes(wordOf(owner?.at.get('Subtype'))) ? null : undefined,
  (key) => (SEEN.has(key) ? null : ['words', false]),
]

const namedVerdict = (key: string, place: Place, value: string): Verdict => {
  for (const rule of RULES) {
    const verdict = rule(key, place, value)
    if (verdict !== undefined) return verdict
  }
  return ['words', false]
}

/** What is to be done with a string that stands under these names: under one of them it may tell something. */
export const verdictOn = (keys: readonly string[], place: Place, value: string): Verdict =>
  (keys.length > 0 ? keys : ['']).map((key) => namedVerdict(key, place, value)).find((verdict) => verdict !== null) ??
  null

/** What stays, by the names that announce it. */
export const ANNOUNCED: Readonly<Record<string, TraceKind>> = {
  EmbeddedFile: 'attachment',
  EmbeddedFiles: 'attachment',
  JavaScript: 'script',
  JS: 'script',
  XFA: 'words',
  PieceInfo: 'hidden',
}

/** Whether a layer is not shown. */
export const isHiddenLayer = (name: string, value: PdfValue): boolean =>
  wordOf(value) === 'OFF' || (name === 'OFF' && !(value.kind === 'array' && value.items.length === 0))

/** Streams that are overwritten whole, by the name that points to them. */
const SPARED: Readonly<Record<string, TraceKind>> = { Metadata: 'hidden', Thumb: 'thumbnail' }

/** What a stream tells that nobody misses; undefined for any other. */
export const sparedKind = ({ number, dictionary }: PdfStream, roles: Roles): TraceKind | undefined => {
  if (isOf(dictionary, 'Metadata') || isOf(dictionary, 'XML')) return 'hidden'
  return roles.of(number).flatMap((name) => SPARED[name] ?? [])[0]
}

/** What streams are that a reader draws with, reads or shows as an attachment. */
const TYPES = `XObject Image Form ObjStm XRef CMap EmbeddedFile Type1C CIDFontType0C OpenType`.split(' ')
const MARKS = ['FunctionType', 'PatternType', 'ShadingType']
const ROLES = new Set(
  `Contents ToUnicode CIDToGIDMap CIDSet FontFile FontFile2 FontFile3 ICCBased Indexed DestOutputProfile Encoding UseCMap CharProcs
EF XFA JS`.split(/\s/),
)

/** The tables for showing the first page soon hold numbers alone, and nothing points to them. */
const HINTS = /^(?:[STOAEVICLRB]|Length|Filter|DecodeParms)$/

/** Whether a reader knows what a stream is for: in any other, anything may lie. */
export const isKnown = ({ number, dictionary }: PdfStream, roles: Roles): boolean =>
  TYPES.some((type) => isOf(dictionary, type)) ||
  MARKS.some((mark) => dictionary.at.has(mark)) ||
  filtersOf(dictionary).some((filter) => JPEGS.includes(filter)) ||
  roles.around(number).some((role) => ROLES.has(role)) ||
  (dictionary.at.has('S') && dictionary.entries.every(([name]) => HINTS.test(name)))

/** Whether an object holds the properties of the document, or is one of them. */
export const isPropertyObject = (number: string, value: PdfValue, roles: Roles): boolean => {
  const names = value.kind === 'string' ? roles.around(number) : roles.of(number)
  return names.some((name) => PROPERTY_LISTS.includes(name))
}
