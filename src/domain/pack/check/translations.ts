import { isRecord } from '../shape.ts'
import { valuesIn } from '../words.ts'
import { type Placed, type Problem, problemAt } from './problem.ts'

/** The fields of a line that people read, in every language. */
const readFields = ['label', 'help', 'exit', 'body']

/** The fields that hold such texts by a name. */
const namedFields = ['choices', 'tells']

/** Texts that a declared language lacks, languages that are not declared, and values that translations use unalike. */
export function checkTranslations(lines: readonly Placed[], languages: readonly string[]): readonly Problem[] {
  return lines.flatMap((placed) =>
    textsOf(placed).flatMap(([field, texts]) => {
      const missing = languages.filter((language) => !Object.hasOwn(texts, language))
      const extra = Object.keys(texts).filter((language) => !languages.includes(language))
      return [
        ...missing.map((language) => problemAt(placed, `missing translation: ${field} has no ${language}`)),
        ...extra.map((language) => problemAt(placed, `${field} has ${language}, which the pack does not declare`)),
        ...checkValues(placed, field, texts),
      ]
    }),
  )
}

type Texts = Readonly<Record<string, unknown>>

function textsOf({ line }: Placed): readonly (readonly [string, Texts])[] {
  const own = readFields.map((field) => [field, line[field]] as const)
  const named = namedFields.flatMap((field) => {
    const texts = line[field]
    return isRecord(texts) ? Object.entries(texts).map(([name, inner]) => [`${field}.${name}`, inner] as const) : []
  })
  return [...own, ...named].flatMap(([field, texts]) => (isRecord(texts) ? [[field, texts] as const] : []))
}

/** A notice names its values; every language uses all of them and no others. What fills one holds the same in each. */
function checkValues(placed: Placed, field: string, texts: Texts): readonly Problem[] {
  const wanted = field === 'body' ? placed.line.values : field.startsWith('tells.') ? valuesIn(firstOf(texts)) : null
  if (!Array.isArray(wanted)) return []
  const names = [...wanted].map(String).sort().join(', ')
  return Object.entries(texts).flatMap(([language, text]) => {
    const used = [...valuesIn(String(text))].sort().join(', ')
    return used === names ? [] : [problemAt(placed, `${field} in ${language} uses other values than: ${names}`)]
  })
}

function firstOf(texts: Texts): string {
  return String(Object.values(texts)[0] ?? '')
}
