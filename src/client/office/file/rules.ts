import type { OfficeTranslate } from '../../i18n/translate.ts'

/** The rules that have a sentence of their own. Others are named by their code, which CONTRIBUTING explains. */
const worded = [
  'step.not_first',
  'step.only_office',
  'step.only_reporter',
  'step.no_such_move',
  'step.nothing_to_undo',
  'step.too_late_to_undo',
  'step.already_withdrawn',
  'entry.bad_signature',
  'entry.malformed',
  'body.does_not_open',
  'chain.broken',
] as const

/** Why an entry is void or a chain is broken. */
export const ruleWords = (t: OfficeTranslate, rule: string): string => {
  const known = worded.find((candidate) => candidate === rule)
  return known === undefined ? t('file.rule.other', { rule }) : t(`file.rule.${known}`)
}
