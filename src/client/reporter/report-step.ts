import type { CaseKind, ReportingMode } from '../../domain/states.ts'
import { caseKinds, reportingModes } from '../../domain/states.ts'
import { baselineFields, type Step } from '../../domain/steps.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import type { Answers } from './answers.ts'
import { requestOf } from './request.ts'

type Report = Extract<Step, { type: 'report' }>
type Identity = Extract<Step, { type: 'identity' | 'nothing' }>

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
  'capacity',
] as const

/** The report to be sealed, from the answers of the form. What somebody wrote under "confidential" is not in it. */
export const reportStep = (answers: Answers, t: ReporterTranslate): Report => {
  const mode = oneOf<ReportingMode>(reportingModes, answers.mode)
  const kind = oneOf<CaseKind>(caseKinds, answers.kind)
  const composed = {
    ...(kind === 'protection' ? requestOf(answers) : { reported_before: reportedBefore(answers, t) }),
    safety: safety(answers, t),
    witnesses: witnesses(answers, t),
    name: mode === 'open' ? answers['open-name'] : undefined,
  }
  const given = { ...pick(answers, PLAIN), ...composed }
  return {
    type: 'report',
    kind,
    mode,
    language: t.language.tag,
    story: answers.story ?? '',
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value)),
  }
}

/**
 * What goes into the envelope of its own: who the reporter is if they write confidentially, and in a request for
 * protection the work situation. "Nothing" if nothing of it was said.
 */
export const identityStep = (answers: Answers): Identity => {
  const who = { name: answers['sealed-name'], unit: answers['sealed-unit'], reach: answers['sealed-reach'] }
  const fields = {
    ...(answers.mode === 'confidential' ? who : {}),
    ...(answers.kind === 'protection' ? pick(answers, baselineFields) : {}),
  }
  const given = Object.entries(fields).filter(([, value]) => value)
  return given.length > 0 ? { type: 'identity', ...Object.fromEntries(given) } : { type: 'nothing' }
}

const oneOf = <Code extends string>(
  codes: readonly [Code, ...Code[]] | readonly Code[],
  answer: string | undefined,
): Code => {
  const found = codes.find((code) => code === answer) ?? codes[0]
  if (found === undefined) throw new Error('no codes')
  return found
}

const pick = (answers: Answers, fields: readonly string[]): Record<string, string | undefined> =>
  Object.fromEntries(fields.map((field) => [field, answers[field]]))

/** A question and its answer on one line, or nothing where it was left open. */
const line = (question: string, answer: string | undefined): string[] => (answer ? [`${question} ${answer}`] : [])

const sure = (t: ReporterTranslate, answer: string | undefined): string | undefined => {
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

const reportedBefore = (answers: Answers, t: ReporterTranslate): string =>
  [
    ...line(t('report.told.question'), sure(t, answers.told)),
    ...line(t('report.told.whom'), answers['told-whom']),
    ...line(t('report.told.when'), answers['told-when']),
    ...line(t('report.told.result'), answers['told-result']),
  ].join('\n')

const safety = (answers: Answers, t: ReporterTranslate): string =>
  [
    ...line(t('report.safety.risk'), sure(t, answers.risk)),
    ...line(t('report.safety.risk.more'), answers['risk-more']),
    ...line(t('report.safety.tried'), sure(t, answers.tried)),
  ].join('\n')

const witnesses = (answers: Answers, t: ReporterTranslate): string => {
  const ask = answers['witnesses-ask']
  const words =
    ask === 'yes' ? t('report.evidence.ask.yes') : ask === 'first' ? t('report.evidence.ask.first') : sure(t, ask)
  return [...(answers.witnesses ? [answers.witnesses] : []), ...line(t('report.evidence.ask'), words)].join('\n')
}
