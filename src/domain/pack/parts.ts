import { canonicalPack } from './canonical.ts'
import type { Kind } from './kinds.ts'
import type { Line } from './line.ts'
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

/** The part that a small page needs: the lines of the procedure, with their words in this language alone. */
export const procedureIn = (language: string): string => `procedure-${language}`

/** The texts that a pack is published as, by the name of the part. */
export function partsOf(files: PackFiles): Readonly<Record<string, string>> {
  const whole = canonicalPack(files)
  // From the canonical text, so that whoever reads it makes the same parts of it.
  const pack = readPack(JSON.parse(whole) as PackFiles)
  const { languages } = pack.about
  const lines = Object.fromEntries(
    procedureKinds.map((kind) => [kind, pack[kind].map(kind === 'outside-limits' ? withMark : bare)]),
  )
  const small = languages.map((language) => [procedureIn(language), JSON.stringify(only(language, languages, lines))])
  return { [WHOLE]: whole, ...Object.fromEntries(small) }
}

/** The text whose hash is the hash of the pack: the hash of each part, by its name. */
export function manifestOf(hashes: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(hashes).sort(([a], [b]) => (a < b ? -1 : 1))))
}

/** The rules in a part for a small page; lines of other kinds, and other languages, are not there. */
export function rulesInPart(part: string): Rules {
  return rulesOf({ ...empty, ...(JSON.parse(part) as Partial<Pack>) })
}

const empty = readPack({ 'pack.json': { id: '', version: '', languages: [], label: {} } })

/** A line without where it stands, who confirmed it, and what only the office says by it: the page of the rules shows that. */
function bare({ source: _, also: __, mark: ___, tells: ____, ...line }: Line & { readonly tells?: unknown }): object {
  return line
}

/** The last day of a limit outside is computed only once its line was confirmed. */
function withMark(line: Line): object {
  return { ...bare(line), mark: line.mark }
}

/** The same value with every text in one language only. A text is what has all the languages of the pack and no more. */
function only(language: string, all: readonly string[], value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => only(language, all, item))
  if (!isRecord(value)) return value
  const keys = Object.keys(value)
  if (keys.length === all.length && all.every((tag) => keys.includes(tag))) return { [language]: value[language] }
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, only(language, all, inside)]))
}
