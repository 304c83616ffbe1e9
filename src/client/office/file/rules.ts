import { isErrorCode } from '../../../contract/errors.ts'
import type { Setting } from '../../../domain/procedure/step.ts'
import type { OfficeTranslate } from '../../i18n/translate.ts'
import { guardSentence } from '../procedure/guard-words.ts'

/** The rules of the course of a case, which the reader's page finds; those of the protocol are in the errors' catalogue. */
const ofCourse = [
  'step.not_first',
  'step.only_office',
  'step.only_reporter',
  'step.no_such_move',
  'step.nothing_to_undo',
  'step.too_late_to_undo',
  'step.already_withdrawn',
  'step.no_procedure',
  'step.key_waits',
  'step.not_in_requests',
] as const

/** Why an entry is void or a chain is broken. In a request it may be a guard, whose sentence is in the rules of the case. */
export const ruleWords = (t: OfficeTranslate, rule: string, setting: Setting | null): string => {
  if (isErrorCode(rule)) return t(`error.${rule}`)
  if (setting?.rules.guards.has(rule)) return guardSentence(t, setting, rule)
  const known = ofCourse.find((candidate) => candidate === rule)
  return known === undefined ? t('file.rule.other', { rule }) : t(`file.rule.${known}`)
}
