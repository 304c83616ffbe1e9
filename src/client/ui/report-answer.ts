import type { CaseKind, ReportingMode } from '../../domain/states.ts'
import { bases, capacities, certainties } from './answer-codes.ts'
import { packLabel } from './pack.ts'

/** The keys of the words that an answer's code can have in a report. */
export type ReportAnswerKey =
  | `kind.${CaseKind}`
  | `mode.${ReportingMode}`
  | `capacity.${(typeof capacities)[number]}`
  | 'category.unknown'
  | `basis.${(typeof bases)[number]}`
  | `answer.${(typeof certainties)[number]}`
  | 'limit.on'
  | 'limit.off'

/** How the codes of a field are said: by words of ours, and where `before` is set, by labels of the rules under that prefix. */
export interface Codes<Key extends string> {
  readonly keys: Readonly<Record<string, Key>>
  readonly before?: string
}

const OF_REPORT: Readonly<Record<string, Codes<ReportAnswerKey>>> = {
  kind: { keys: { report: 'kind.report', protection: 'kind.protection', advice: 'kind.advice' } },
  mode: { keys: { anonymous: 'mode.anonymous', confidential: 'mode.confidential', open: 'mode.open' } },
  capacity: { keys: Object.fromEntries(capacities.map((code) => [code, `capacity.${code}` as const])) },
  category: { keys: { unknown: 'category.unknown' }, before: '' },
  basis: { keys: Object.fromEntries(bases.map((code) => [code, `basis.${code}` as const])) },
  limit: { keys: { on: 'limit.on', off: 'limit.off' } },
  ongoing: { keys: Object.fromEntries(certainties.map((code) => [code, `answer.${code}` as const])) },
}

/**
 * An answer of a report in words; those that are ids of the rules, by their labels in the page. Free text comes back as
 * it is, and so does an answer with a code that this version does not know: somebody may have written it out.
 */
export const reportAnswer = (t: (key: ReportAnswerKey) => string, field: string, value: string): string =>
  codesInWords(t, Object.hasOwn(OF_REPORT, field) ? OF_REPORT[field] : undefined, value)

/** Codes with spaces between them in words, one below the other; the value as it is if one of them is not known. */
export const codesInWords = <Key extends string>(
  t: (key: Key) => string,
  codes: Codes<Key> | undefined,
  value: string,
): string => {
  if (codes === undefined) return value
  const { keys, before } = codes
  const said = value.split(' ').map((code) => {
    const key = Object.hasOwn(keys, code) ? keys[code] : undefined
    return key === undefined ? before !== undefined && packLabel(before + code) : t(key)
  })
  return said.every(Boolean) ? said.join('\n') : value
}
