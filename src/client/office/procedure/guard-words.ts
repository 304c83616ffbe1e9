import { inLanguage } from '../../../domain/pack/words.ts'
import type { Setting } from '../../../domain/procedure/step.ts'
import type { OfficeTranslate } from '../../i18n/translate.ts'

/** Why a step is forbidden, in the words of the rules; the bare name of a guard that these rules do not have. */
export const guardSentence = (t: OfficeTranslate, { rules }: Setting, guard: string): string => {
  const line = rules.guards.get(guard)
  return line ? inLanguage(rules.pack, line.label, t.language.tag) : guard
}

/** The way out of a forbidden step, in the words of the rules. */
export const guardExit = (t: OfficeTranslate, { rules }: Setting, guard: string): string => {
  const line = rules.guards.get(guard)
  return line ? inLanguage(rules.pack, line.exit, t.language.tag) : ''
}
