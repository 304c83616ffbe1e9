import { isRecord } from '../shape.ts'
import { type Placed, type Problem, problemAt } from './problem.ts'

/** The fields of a line that people read, in every language. */
const readFields = ['label', 'help', 'exit', 'body']

/** Texts that a declared language lacks, languages that are not declared, and values that translations use unalike. */
export function checkTranslations(lines: readonly Placed[], languages: readonly string[]): readonly Problem[] {
  return lines.flatMap((placed) =>
    readFields.flatMap((field) => {
      const texts = placed.line[field]
      if (!isRecord(texts)) return []
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

/** A notice names its values; every language uses all of them and no others. */
function checkValues(placed: Placed, field: string, texts: Readonly<Record<string, unknown>>): readonly Problem[] {
  const values = placed.line.values
  if (field !== 'body' || !Array.isArray(values)) return []
  const wanted = [...values].map(String).sort().join(', ')
  return Object.entries(texts).flatMap(([language, text]) => {
    const used = [...new Set(Array.from(String(text).matchAll(/\{(\w+)\}/g), ([, name]) => name))].sort().join(', ')
    return used === wanted ? [] : [problemAt(placed, `body in ${language} uses other values than: ${wanted}`)]
  })
}
