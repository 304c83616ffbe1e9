/** The parts of office documents that are about the people who wrote them and not what they wrote (ECMA-376, ODF 1.3). */
const DROPPED = [
  /^docProps\//,
  // Where programs write the properties that use .NET's packages, and what a company says about secrecy.
  /^package\/services\/metadata\//,
  /^docMetadata\//,
  /^customXml\//,
  /^_xmlsignatures\//,
  /^word\/people\.xml$/,
  /^xl\/revisions\//,
  /^ppt\/changesInfos\//,
  /^ppt\/revisionInfo\.xml$/,
  /\/printerSettings\//,
  /^Thumbnails\//,
  /^meta\.xml$/,
  /^META-INF\/(?:document|macro)signatures\.xml$/,
  /^VersionList\.xml$/,
  /^Versions\//,
  /^layout-cache$/,
]

/** Parts that stay and that nobody can look into here, and what to call them. */
const REMAINING = [
  { path: /^xl\/connections\.xml$|^ppt\/tags\//, kind: 'hidden' },
  { path: /vbaProject\.bin$|^Basic\/|^Scripts\//, kind: 'script' },
  { path: /\/embeddings\/|^Object \d+|\/activeX\/|\.(bin|ole)$/, kind: 'attachment' },
] as const

/** Attributes that number the sessions in which each word was typed. */
const SESSIONS = /\s(?:w:rsid\w*|officeooo:(?:para)?rsid)="[^"]*"/g

/** Where a part names a person: the attributes' values get a number instead of the name. */
const NAMES =
  /(\s(?:w:author|w15:author|w:initials|userName|displayName|userId|providerId|initials|lastModifiedBy|lastGuid|refreshedBy))="([^"]*)"/g

/** A person's own view of a workbook is called after them, and each of their assumptions names them. */
const OWN_VIEW = /(<customWorkbookView\b[^>]*?\sname|<scenario\b[^>]*?\suser)="([^"]*)"/g

/** In some parts `name` is a person; in others it is the name of a font or a style. */
const PEOPLE = /^ppt\/(commentAuthors|authors)\.xml$|^xl\/persons\//

/** Names between tags, in the comments of spreadsheets and in the documents of OpenDocument. */
const NAME_ELEMENTS =
  /(<(dc:creator|meta:creator-initials|author|meta:initial-creator|loext:sender-initials)(?:\s[^>]*)?>)([^<]+)(<\/)/g

/** When each change was made, and by which printer and from which folder it came. */
const WHOLLY_DROPPED = [
  /\s(?:w:date|w16du:dateUtc|w16cex:dateUtc|dT|dateTime|created|dt)="\d{4}-[^"]*"/g,
  /<(?:dc:date|meta:date-string)>[^<]*<\/(?:dc:date|meta:date-string)>/g,
  /<w:rsids>[\s\S]*?<\/w:rsids>/g,
  /<w:docVars>[\s\S]*?<\/w:docVars>/g,
  /<w:mailMerge>[\s\S]*?<\/w:mailMerge>/g,
  /<w1[45]:docId\b[^>]*\/>/g,
  /\srefreshedDate(?:Iso)?="[^"]*"/g,
  /<w:attachedTemplate\b[^>]*\/>/g,
  /<(?:x15ac|\w+):absPath\b[^>]*\/>/g,
  /<config:config-item [^>]*config:name="(?:Printer\w*|Rsid\w*)"[^>]*>[^<]*<\/config:config-item>/g,
  /<fileSharing\b[^>]*\/>/g,
]

export interface OfficePart {
  readonly dropped: boolean
  readonly remains: 'hidden' | 'script' | 'attachment' | null
}

/** What becomes of a part, by its path in the document. */
export const officePart = (path: string): OfficePart => ({
  dropped: DROPPED.some((pattern) => pattern.test(path)),
  remains: REMAINING.find((one) => one.path.test(path))?.kind ?? null,
})

/** A part of XML without names, sessions, times and folders; `said` is called with each name and each of the others. */
export const cleanXml = (path: string, xml: string, numberOf: (name: string) => string, said: () => void): string => {
  const anonymous = (name: string): string => (name === '' ? '' : numberOf(name))
  let text = xml
  for (const pattern of [NAMES, OWN_VIEW])
    text = text.replaceAll(pattern, (_, attribute, name) => `${attribute}="${anonymous(name)}"`)
  text = text.replaceAll(NAME_ELEMENTS, (_, open, _tag, name, close) => `${open}${anonymous(name)}${close}`)
  if (PEOPLE.test(path)) text = text.replaceAll(/(\sname)="([^"]*)"/g, (_, at, name) => `${at}="${anonymous(name)}"`)
  for (const pattern of [SESSIONS, ...WHOLLY_DROPPED])
    text = text.replaceAll(pattern, () => {
      said()
      return ''
    })
  return text
}
