import type { Line } from '../../../domain/pack/line.ts'
import { sourcesOf } from '../../../domain/pack/lookups.ts'
import { byId, known } from '../../../domain/pack/rules.ts'
import type { PageContext } from '../page.ts'
import { inTongue } from './in-tongue.ts'

type Source = Line['source']

/** All that these lines rest on, each document once with all its paragraphs, in the order of their first mention. */
export const citations = (lines: readonly Pick<Line, 'source' | 'also'>[]): readonly Source[] => {
  const found = new Map<string, Set<string>>()
  for (const { document, paragraphs } of lines.flatMap(sourcesOf)) {
    found.set(document, new Set([...(found.get(document) ?? []), ...paragraphs]))
  }
  return [...found].map(([document, paragraphs]) => ({ document, paragraphs: [...paragraphs] }))
}

/** A document and its paragraphs in words, and whether its text is not held. Names such as "pp9" stand as they are. */
export const citeWords = (context: PageContext, { document, paragraphs }: Source): string => {
  const { t, language, rules } = context
  const { label, held, cited } = known(byId(rules.pack.documents), document)
  const list = t.list(paragraphs.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })))
  const numbered = paragraphs.every((paragraph) => /^\d/.test(paragraph))
  const inWords = numbered && list ? t('rules.paragraphs', { count: paragraphs.length, list }) : list
  const where = cited && list ? inTongue(cited, language).replace('{list}', list) : inWords
  return [inTongue(label, language), where, held ? '' : t('rules.not-held')].filter(Boolean).join(language.comma)
}
