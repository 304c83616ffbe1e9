import type { Rules } from '../../../domain/pack/rules.ts'
import type { ReporterTranslate } from '../../i18n/translate.ts'
import { inLanguage } from '../../ui/in-language.ts'
import type { CaseEntry } from '../vault.ts'

/** What a step of the procedure did, by the name that the rules give it; null for an entry that is none. */
export const entryWords = (t: ReporterTranslate, rules: Rules, { author, step }: CaseEntry): string | null => {
  if (step?.type !== 'procedure') return null
  const line = rules.transitions.get(step.transition)
  if (line === undefined) return null
  const what = inLanguage(t, line.label)
  if (author === null) return t('case.event.step.you', { what })
  const who = author.label
  if (step.seconds !== undefined) return t('case.event.step.second', { who, what })
  return t(line.signers === 'two' ? 'case.event.step.first' : 'case.event.step', { who, what })
}

/** What a guard of the procedure forbids and how one goes on; null for a rule that is none. */
export const ruleWords = (t: ReporterTranslate, rules: Rules, rule: string): string | null => {
  const guard = rules.guards.get(rule)
  return guard === undefined ? null : `${inLanguage(t, guard.label)} ${inLanguage(t, guard.exit)}`
}
