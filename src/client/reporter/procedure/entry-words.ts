import { termOf, verdictLabel } from '../../../domain/pack/words.ts'
import { factWords } from '../../../domain/procedure/fact-words.ts'
import type { SealedStep } from '../../../domain/procedure/fields.ts'
import { actsInWords } from '../../ui/act-words.ts'
import type { Office } from '../office.ts'
import { labelOf } from '../opened-case.ts'
import type { CaseEntry } from '../vault.ts'
import { inWords, type Speech } from './view.ts'

/** What a step of the procedure did, by the name that the rules give it; null for an entry that is none. */
export const entryWords = (speech: Speech, { author, step }: CaseEntry): string | null => {
  const { t, setting } = speech
  const line = step?.type === 'procedure' ? setting.rules.transitions.get(step.transition) : undefined
  if (step?.type !== 'procedure' || line === undefined || author === 'service') return null
  const what = inWords(speech, line.label)
  if (author === null) return t('case.event.step.you', { what })
  const who = author.label
  if (step.seconds !== undefined) return t('case.event.step.second', { who, what })
  return t(line.signers === 'two' ? 'case.event.step.first' : 'case.event.step', { who, what })
}

/** What a guard of the procedure forbids and how one goes on; null for a rule that is none. */
export const ruleWords = (speech: Speech, rule: string): string | null => {
  const guard = speech.setting.rules.guards.get(rule)
  return guard === undefined ? null : `${inWords(speech, guard.label)} ${inWords(speech, guard.exit)}`
}

/** What a step says besides its words: each fact under its name, and what was said of each act or promise. */
export const factRows = (speech: Speech, office: Office, { facts = {}, about = {} }: SealedStep): readonly Row[] => {
  const { t, setting } = speech
  const { pack } = setting.rules
  const naming = {
    language: t.language.tag,
    day: (day: string) => t.day(day),
    list: (items: readonly string[]) => t.list(items),
    labelled: (label: string, value: string) => `${t('act.labelled', { label })} ${value}`,
    person: (id: string) => labelOf(office, id) || id,
  }
  return [
    ...Object.entries(facts).map(([name, value]): Row => {
      const term = termOf(pack, name)
      const label = term === null ? name : inWords(speech, term.label)
      return [label, name === 'acts' ? actsInWords(t, value) : factWords(pack, name, value, naming)]
    }),
    ...Object.entries(about).map(([id, value]): Row => [id, verdictLabel(pack, value, t.language.tag)]),
  ]
}

type Row = readonly [label: string, value: string]
