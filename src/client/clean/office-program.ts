import { localName, read, tokensOf } from './xml-tokens.ts'

/** The words of some elements, by their names without prefix; the first of each counts. @throws Malformed */
const wordsIn = (xml: string, names: readonly string[]): ReadonlyMap<string, string> => {
  const words = new Map<string, string>()
  let name = ''
  for (const token of tokensOf(xml)) {
    if (token.is === 'words' && names.includes(name) && !words.has(name)) words.set(name, read(token.text).trim())
    name = token.is === 'begin' ? localName(token.element.name) : ''
  }
  return words
}

const OFFICE =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
/** Of all editions this one alone is asked for: its diagrams leave out other things. */
const EDITION_OF_2007 = /^12\./

/**
 * Which family of programs wrote a document of Office, and nothing else of its properties: LibreOffice counts the formulas
 * of a workbook anew, and so may show other words, unless it knows the program, and draws diagrams as it did. Null where
 * it does not know it.
 * @throws Malformed
 */
export const officeProgram = (xml: string): string | null => {
  const words = wordsIn(xml, ['Application', 'AppVersion'])
  const family = ['Microsoft', 'LibreOffice'].find((name) => words.get('Application')?.startsWith(name))
  if (family === undefined) return null
  const is2007 = family === 'Microsoft' && EDITION_OF_2007.test(words.get('AppVersion') ?? '')
  const edition = is2007 ? '<AppVersion>12.0000</AppVersion>' : ''
  return `${OFFICE}<Application>${family}</Application>${edition}</Properties>`
}

const OPEN =
  '<?xml version="1.0" encoding="UTF-8"?><office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.2"><office:meta><meta:generator>'

/** How LibreOffice calls itself, up to the second number; then come the system and the very build. */
const LIBRE = /^LibreOffice(?:Dev)?\/(\d{1,2}\.\d{1,2})/
/** How its forerunners do, by whose edition it knows them. */
const FORERUNNER =
  /^(OpenOffice(?:\.org)?|StarOffice)\/(\d{1,2}(?:\.\d{1,2})?)\S* OpenOffice\.org_project\/(\d{1,3}m\d{1,2}\$Build-\d{1,5})$/

const generatorOf = (name: string): string | null => {
  const [, version] = LIBRE.exec(name) ?? []
  if (version !== undefined) return `LibreOffice/${version} LibreOffice_project/`
  const [whole, program, number, edition] = FORERUNNER.exec(name) ?? []
  return whole === undefined ? null : `${program}/${number} OpenOffice.org_project/${edition}`
}

/**
 * Which program of the family wrote a part of OpenDocument, without its system: each edition shows what older ones wrote
 * as those did. Null where it is another program.
 * @throws Malformed
 */
export const openProgram = (xml: string): string | null => {
  const left = generatorOf(wordsIn(xml, ['generator']).get('generator') ?? '')
  return left && `${OPEN}${left}</meta:generator></office:meta></office:document-meta>`
}
