import { canonicalPack } from './canonical.ts'
import { type Columns, columnsOf, type Lines, linesOf, mapColumns } from './columns.ts'
import type { Kind } from './kinds.ts'
import type { Line, Texts } from './line.ts'
import { type Pack, type PackFiles, readPack } from './pack.ts'
import { type Rules, rulesOf } from './rules.ts'
import { isRecord } from './shape.ts'

/** The kinds of lines by which a procedure runs, and which the people in it are shown. */
const procedureKinds: readonly Kind[] = [
  'parties',
  'states',
  'transitions',
  'guards',
  'clocks',
  'check-ins',
  'risk-rows',
  'outside-limits',
  'holidays',
  'interim-measures',
  'detriments',
  'terms',
  'verdicts',
]

/** The part that is the pack itself, word for word. */
export const WHOLE = 'whole'

/** The part that a small page needs: the lines of the procedure in columns, with their words in this language alone. */
export const procedureIn = (language: string): string => `procedure-${language}`

/** The texts that a pack is published as, by the name of the part. */
export function partsOf(files: PackFiles): Readonly<Record<string, string>> {
  const whole = canonicalPack(files)
  // From the canonical text, so that whoever reads it makes the same parts of it.
  const pack = readPack(JSON.parse(whole) as PackFiles)
  const { languages } = pack.about
  const lines = Object.fromEntries(procedureKinds.map((kind) => [kind, pack[kind].map(besides[kind] ?? bare)]))
  const small = languages.map((language) => [
    procedureIn(language),
    JSON.stringify(onlyIn(language, columnsOf(only(language, languages, lines) as Lines))),
  ])
  return { [WHOLE]: whole, ...Object.fromEntries(small) }
}

/** The text of a part for a small page. */
interface Part {
  readonly lines: Columns
  /** Fields that are texts, in one language; the lines hold none of these. */
  readonly texts: Readonly<Record<string, Columns>>
}

/** The fields of a line whose values are texts. */
const textFields: readonly string[] = ['label', 'help', 'exit']

/** The columns of texts apart from the others, and their language said once. */
function onlyIn(language: string, columns: Columns): Part {
  const those = (are: boolean): Columns =>
    Object.fromEntries(Object.entries(columns).filter(([field]) => textFields.includes(field) === are))
  const texts = mapColumns(those(true), (text) => (text as Texts)[language])
  return { lines: those(false), texts: { [language]: texts } }
}

/** The text whose hash is the hash of the pack: the hash of each part, by its name. */
export function manifestOf(hashes: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(hashes).sort(([a], [b]) => (a < b ? -1 : 1))))
}

/** The rules in a part for a small page; lines of other kinds, and other languages, are not there. */
export function rulesInPart(part: string): Rules {
  const { lines, texts }: Part = JSON.parse(part)
  const said = Object.entries(texts).map(([language, columns]) => mapColumns(columns, (text) => ({ [language]: text })))
  return rulesOf({ ...empty, ...(linesOf(lines, ...said) as Partial<Pack>) })
}

const empty = readPack({ 'pack.json': { id: '', version: '', languages: [], label: {} } })

/**
 * What only the office and the page of the rules say of a line: where it stands, who confirmed it, the letters it owes,
 * the ways out.
 */
const ofOffice: readonly string[] = ['source', 'also', 'mark', 'tells', 'notices', 'exits']

/** A line without that. */
function bare(line: Line): object {
  return Object.fromEntries(Object.entries(line).filter(([field]) => !ofOffice.includes(field)))
}

/** The kinds of which a small page needs more or less. */
const besides: Readonly<Partial<Record<Kind, (line: Line) => object>>> = {
  // The last day of a limit outside is computed only once its line was confirmed.
  'outside-limits': (line) => ({ ...bare(line), mark: line.mark }),
  // A day is reckoned with, not called by its name.
  holidays: ({ id }) => ({ id }),
}

/** The same value with every text in one language only. A text is what has all the languages of the pack and no more. */
function only(language: string, all: readonly string[], value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => only(language, all, item))
  if (!isRecord(value)) return value
  const keys = Object.keys(value)
  if (keys.length === all.length && all.every((tag) => keys.includes(tag))) return { [language]: value[language] }
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, only(language, all, inside)]))
}
