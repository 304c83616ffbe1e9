import { termOf } from '../../../domain/pack/words.ts'
import { aboutWords } from '../../../domain/procedure/about-words.ts'
import { factWords } from '../../../domain/procedure/fact-words.ts'
import type { SealedStep } from '../../../domain/procedure/fields.ts'
import { letterWords } from '../../../domain/procedure/letters.ts'
import type { FurtherKey } from '../../../domain/told.ts'
import { actsInWords } from '../../ui/act-words.ts'
import { isOwn, sideName } from '../event-words.ts'
import { labelOf } from '../opened-case.ts'
import type { CaseEntry } from '../vault.ts'
import { actName } from './acts.ts'
import { inWords, type Speech, type View } from './view.ts'

/** What a step of the procedure did, by the name that the rules give it; null for an entry that is none. */
export const entryWords = (speech: Speech, entry: CaseEntry, me: FurtherKey | null): string | null => {
  const { t, setting } = speech
  const { author, step } = entry
  const line = step?.type === 'procedure' ? setting.rules.transitions.get(step.transition) : undefined
  if (step?.type !== 'procedure' || line === undefined || author === 'service') return null
  const what = inWords(speech, line.label)
  if (author === null && isOwn(entry, me)) return t('case.event.step.you', { what })
  if (author === null) return t('case.event.step', { who: sideName(t, entry), what })
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
export const factRows = (view: View, { transition, facts = {}, about = {} }: SealedStep): readonly Row[] => {
  const { t, setting, progress, opened } = view
  const { pack, transitions } = setting.rules
  const naming = {
    language: t.language.tag,
    day: (day: string) => t.day(day),
    list: (items: readonly string[]) => t.list(items),
    labelled: (label: string, value: string) => `${t('act.labelled', { label })} ${value}`,
    person: (id: string) => labelOf(opened.office, id) || id,
    act: (id: string) => actName(view, id),
    unknown: t('answer.unknown'),
  }
  const words = (name: string, value: string): string => {
    if (name === 'acts') return actsInWords(t, value, Object.keys(about))
    return letterWords(progress, name, value) ?? factWords(pack, name, value, naming)
  }
  return [
    ...Object.entries(facts).map(([name, value]): Row => {
      const term = termOf(pack, name)
      return [term === null ? name : inWords(view, term.label), words(name, value)]
    }),
    ...aboutWords(setting, transitions.get(transition), about, naming),
  ]
}

type Row = readonly [label: string, value: string]
