import type { CaseKind, ReportingMode } from '../../domain/states.ts'
import { protectedPersons, tracks } from '../../domain/steps.ts'
import { actsInWords, type Say } from './act-words.ts'
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
  | `whom.${(typeof protectedPersons)[number]}`
  | `track.${(typeof tracks)[number]}`

const KEYS: Readonly<Record<string, Readonly<Record<string, AnswerKey>>>> = {
  kind: { report: 'kind.report', protection: 'kind.protection', advice: 'kind.advice' },
  mode: { anonymous: 'mode.anonymous', confidential: 'mode.confidential', open: 'mode.open' },
  capacity: Object.fromEntries(capacities.map((code) => [code, `capacity.${code}` as const])),
  category: { unknown: 'category.unknown' },
  basis: Object.fromEntries(bases.map((code) => [code, `basis.${code}` as const])),
  ongoing: Object.fromEntries(certainties.map((code) => [code, `answer.${code}` as const])),
  for_whom: Object.fromEntries(protectedPersons.map((code) => [code, `whom.${code}` as const])),
  track: Object.fromEntries(tracks.map((code) => [code, `track.${code}` as const])),
  measures: {},
}

/** The fields whose codes may be ids of the rules, each with what stands before an id among the labels of the page. */
const LABELLED: Readonly<Record<string, string>> = { category: '', measures: 'interim-measures-' }

type Speak = Say<AnswerKey | Parameters<Parameters<typeof actsInWords>[0]>[0]>

/** Fields that hold more than words or codes. */
const WRITTEN: Readonly<Record<string, (t: Speak, value: string) => string>> = {
  acts: actsInWords,
  activity_when: (t, value) => t.day(value),
}

/**
 * An answer in words; those that are ids of the rules, by their labels in the page. Free text comes back as it is, and so
 * does an answer with a code that this version does not know: somebody may have written it out.
 */
export const answerWords = (t: Speak, field: string, value: string): string => {
  const written = Object.hasOwn(WRITTEN, field) ? WRITTEN[field] : undefined
  if (written !== undefined) return written(t, value)
  const keys = KEYS[field]
  if (keys === undefined) return value
  const before = LABELLED[field]
  const said = value.split(' ').map((code) => {
    const key = Object.hasOwn(keys, code) ? keys[code] : undefined
    return key === undefined ? before !== undefined && packLabel(before + code) : t(key)
  })
  return said.every(Boolean) ? said.join('\n') : value
}
