import type { CaseKind, ReportingMode } from '../../domain/states.ts'
import { bases, capacities, certainties } from './answer-codes.ts'
import { packLabel } from './pack.ts'

/** The keys of the words that an answer's code can have. */
type AnswerKey =
  | `kind.${CaseKind}`
  | `mode.${ReportingMode}`
  | `capacity.${(typeof capacities)[number]}`
  | 'category.unknown'
  | `basis.${(typeof bases)[number]}`
  | `answer.${(typeof certainties)[number]}`

const KEYS: Readonly<Record<string, Readonly<Record<string, AnswerKey>>>> = {
  kind: { report: 'kind.report', protection: 'kind.protection', advice: 'kind.advice' },
  mode: { anonymous: 'mode.anonymous', confidential: 'mode.confidential', open: 'mode.open' },
  capacity: Object.fromEntries(capacities.map((code) => [code, `capacity.${code}` as const])),
  category: { unknown: 'category.unknown' },
  basis: Object.fromEntries(bases.map((code) => [code, `basis.${code}` as const])),
  ongoing: Object.fromEntries(certainties.map((code) => [code, `answer.${code}` as const])),
}

/**
 * An answer in words; those that are ids of the rules, by their labels in the page. Free text comes back as it is, and so
 * does an answer with a code that this version does not know: somebody may have written it out.
 */
export const answerWords = (t: (key: AnswerKey) => string, field: string, value: string): string => {
  const keys = KEYS[field]
  if (keys === undefined) return value
  const said = value.split(' ').map((code) => {
    const key = Object.hasOwn(keys, code) ? keys[code] : undefined
    return key === undefined ? field === 'category' && packLabel(code) : t(key)
  })
  return said.every(Boolean) ? said.join('\n') : value
}
