import { type CaseKind, type ReportingMode, reportingModes } from '../../domain/states.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import type { Answers } from './answers.ts'
import type { Said } from './form.ts'

/** Fields that go into the report as they were answered. */
const PLAIN = [
  'title',
  'category',
  'when',
  'place',
  'ongoing',
  'persons',
  'basis',
  'guessers',
  'fear',
  'evidence',
  'contact_may',
  'contact_never',
  'keep_from',
  'limit',
  'capacity',
] as const

type Fields = Readonly<Record<string, string | undefined>>

/**
 * The report to be sealed, from the answers of the form. What somebody wrote under "confidential" is not in it.
 * @param more what only this kind of report says
 */
export const reportStep = (t: ReporterTranslate, answers: Answers, kind: CaseKind, more: Fields): Said['report'] => {
  const mode: ReportingMode = reportingModes.find((code) => code === answers.mode) ?? 'anonymous'
  const composed = {
    ...more,
    safety: safety(answers, t),
    witnesses: witnesses(answers, t),
    name: mode === 'open' ? answers['open-name'] : undefined,
  }
  return {
    type: 'report',
    kind,
    mode,
    language: t.language.tag,
    story: answers.story ?? '',
    ...given({ ...pick(answers, PLAIN), ...composed }),
  }
}

/**
 * What goes into the envelope of its own: who the reporter is if they write confidentially, and what else belongs with
 * the name. "Nothing" if nothing of it was said.
 */
export const identityStep = (answers: Answers, more: Fields = {}): Said['identity'] => {
  const who = { name: answers['sealed-name'], unit: answers['sealed-unit'], reach: answers['sealed-reach'] }
  const fields = given({ ...(answers.mode === 'confidential' ? who : {}), ...more })
  return Object.keys(fields).length > 0 ? { type: 'identity', ...fields } : { type: 'nothing' }
}

/** These answers, by field. */
export const pick = (answers: Answers, fields: readonly string[]): Fields =>
  Object.fromEntries(fields.map((field) => [field, answers[field]]))

const given = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value))

/** Questions and their answers, each on one line; those that were left open are left out. */
export const lines = (rows: readonly (readonly [question: string, answer: string | undefined])[]): string =>
  rows.flatMap(([question, answer]) => (answer ? [`${question} ${answer}`] : [])).join('\n')

/** A yes, a no or one of the open answers in words. */
export const sure = (t: ReporterTranslate, answer: string | undefined): string | undefined => {
  switch (answer) {
    case 'yes':
    case 'no':
    case 'unknown':
    case 'unsaid':
      return t(`answer.${answer}`)
    default:
      return undefined
  }
}

const safety = (answers: Answers, t: ReporterTranslate): string =>
  lines([
    [t('report.safety.risk'), sure(t, answers.risk)],
    [t('report.safety.risk.more'), answers['risk-more']],
    [t('report.safety.tried'), sure(t, answers.tried)],
  ])

const witnesses = (answers: Answers, t: ReporterTranslate): string => {
  const ask = answers['witnesses-ask']
  const words =
    ask === 'yes' ? t('report.evidence.ask.yes') : ask === 'first' ? t('report.evidence.ask.first') : sure(t, ask)
  return [...(answers.witnesses ? [answers.witnesses] : []), lines([[t('report.evidence.ask'), words]])]
    .filter(Boolean)
    .join('\n')
}
