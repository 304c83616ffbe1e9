import { isRecord } from '../shape.ts'
import { wordsPlace } from '../with-words.ts'
import { valuesIn } from '../words.ts'
import type { Placed, Problem } from './problem.ts'

/** The fields of a line that people read, in every language. */
const readFields = ['label', 'help', 'exit', 'body', 'owner', 'cited']

/** The fields that hold such texts by a name. */
const namedFields = ['choices', 'tells']

/** Something with texts: a line, or what the pack says of itself. */
type Said = Omit<Placed, 'kind'>

/** Texts that a declared language lacks, languages that are not declared, and values that translations use unalike. */
export function checkTranslations(lines: readonly Said[], languages: readonly string[]): readonly Problem[] {
  return lines.flatMap((placed) =>
    textsOf(placed).flatMap(([field, texts]) => {
      const missing = languages.filter((language) => !Object.hasOwn(texts, language))
      const extra = Object.keys(texts).filter((language) => !languages.includes(language))
      return [
        ...missing.map((language) => problemIn(language, placed, `missing translation: ${field}`)),
        ...extra.map((language) => problemIn(language, placed, `${field}, which the pack does not declare`)),
        ...checkValues(placed, field, texts),
      ]
    }),
  )
}

type Texts = Readonly<Record<string, unknown>>

function textsOf({ line }: Said): readonly (readonly [string, Texts])[] {
  const own = readFields.map((field) => [field, line[field]] as const)
  const named = namedFields.flatMap((field) => {
    const texts = line[field]
    return isRecord(texts) ? Object.entries(texts).map(([name, inner]) => [`${field}.${name}`, inner] as const) : []
  })
  return [...own, ...named].flatMap(([field, texts]) => (isRecord(texts) ? [[field, texts] as const] : []))
}

/** A notice names its values; every language uses all of them and no others. Any other text holds the same in each. */
function checkValues(placed: Said, field: string, texts: Texts): readonly Problem[] {
  const wanted = field === 'body' ? placed.line.values : valuesIn(firstOf(texts))
  if (!Array.isArray(wanted)) return []
  const names = [...wanted].map(String).sort().join(', ')
  return Object.entries(texts).flatMap(([language, text]) => {
    const used = [...valuesIn(String(text))].sort().join(', ')
    return used === names ? [] : [problemIn(language, placed, `${field} uses other values than: ${names || 'none'}`)]
  })
}

/** The words of a language stand in files of their own, so that is where a fault of them is. */
function problemIn(language: string, { file, id }: Said, reason: string): Problem {
  return { file: wordsPlace(file, language), line: id, reason }
}

function firstOf(texts: Texts): string {
  return String(Object.values(texts)[0] ?? '')
}
