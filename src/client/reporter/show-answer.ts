import type { ReporterTranslate } from '../i18n/translate.ts'
import { h } from '../ui/dom.ts'
import { paragraphs } from './show-texts.ts'
import type { CaseEntry } from './vault.ts'

/** The newest words of the office, as a letter; nothing while it has not written. */
export const answerLetter = (t: ReporterTranslate, entries: readonly CaseEntry[]): Node[] => {
  const written = entries.flatMap(({ author, day, rule, step, lane }) => {
    const text = step !== null && 'text' in step ? step.text : undefined
    return author === null || author === 'service' || rule !== null || lane !== 'shared' || text === undefined
      ? []
      : [{ who: author.label, day, text }]
  })
  const last = written.at(-1)
  if (last === undefined) return []
  return [
    h('h2', {}, t('case.answer.title')),
    h('p', { class: 'from' }, t('case.answer.from', { who: last.who, day: last.day })),
    h('div', { class: 'said' }, ...paragraphs(last.text)),
  ]
}
