import { isErrorCode } from '../../../contract/errors.ts'
import type { OfficeTranslate } from '../../i18n/translate.ts'

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
  'step.not_in_requests',
] as const

/** Why an entry is void or a chain is broken. */
export const ruleWords = (t: OfficeTranslate, rule: string): string => {
  if (isErrorCode(rule)) return t(`error.${rule}`)
  const known = ofCourse.find((candidate) => candidate === rule)
  return known === undefined ? t('file.rule.other', { rule }) : t(`file.rule.${known}`)
}
