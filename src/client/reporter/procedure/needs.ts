import { inStanding, toBase64url } from '../../../../crypto/wire/index.ts'
import type { TransitionLine } from '../../../domain/pack/procedure-lines.ts'
import { choiceLabel, termOf } from '../../../domain/pack/words.ts'
import { isConflicted } from '../../../domain/procedure/history.ts'
import { letterWords } from '../../../domain/procedure/letters.ts'
import type { Option, Question, StepForm } from './question.ts'
import { inWords, type View } from './view.ts'

/** Asks for every fact that the rules want of a step. What the request has said already is said again without asking. */
export const needsForm = (view: View, { id, needs = {} }: TransitionLine): StepForm => {
  const { kind, for_whom = 'me', limit = 'on' } = view.opened.report
  // Whoever asked for advice has not said yet for whom.
  const known: Readonly<Record<string, string>> = { limit, ...(kind === 'protection' && { for_whom }) }
  const asked = Object.entries(needs).filter(([name]) => !Object.hasOwn(known, name))
  return {
    questions: asked.map(([name, choices]) => questionOf(view, id, name, choices)),
    said: (values) => ({
      facts: Object.fromEntries(Object.keys(needs).map((name) => [name, values[name] ?? known[name] ?? ''])),
    }),
  }
}

const questionOf = (view: View, step: string, name: string, choices: readonly string[]): Question => {
  const { t } = view
  const key = `case.fact.${name}`
  const hint = `case.fact.${name}.hint`
  const term = termOf(view.setting.rules.pack, name)
  const label = t.has(key) ? t(key) : term ? inWords(view, term.label) : name
  const base = { name, label, ...(t.has(hint) ? { hint: t(hint) } : {}) }
  if (choices.includes('@day')) return { ...base, kind: 'day' }
  const options = choices.length > 0 ? choices.map((value) => choice(view, name, value)) : optionsOf(view, step, name)
  if (name === 'measures' && choices.length === 0) return { ...base, kind: 'many', options }
  if (options.length === 0) return { ...base, kind: 'line' }
  // A withdrawal ends nothing that the person did not name, and nobody has to speak of pressure.
  const preset = ['unsaid', 'keep'].find((value) => choices.includes(value))
  return { ...base, kind: 'one', options, ...(preset ? { preset } : {}) }
}

const choice = (view: View, name: string, value: string): Option => {
  const { t, setting } = view
  const key = `case.choice.${name}.${value}`
  const line = choiceLabel(setting.rules.pack, name, value)
  return { value, label: t.has(key) ? t(key) : line ? inWords(view, line) : value }
}

/** What a fact without choices of its own can be: people of the office, measures of the rules, letters that were shown. */
const optionsOf = (view: View, step: string, name: string): readonly Option[] => {
  const { t, setting, progress, opened } = view
  const told = progress.history.flatMap(({ transition, facts }) =>
    transition.id === 'tell-of-newcomer' ? [facts.person] : [],
  )
  switch (name) {
    case 'person':
      return inStanding(opened.office.directory.members).flatMap(({ id, label, role }) => {
        const value = toBase64url(id)
        const isMeant = step === 'accept-newcomer' ? told.includes(value) : !isConflicted(progress.history, value)
        return isMeant ? [{ value, label: `${t.isolate(label)}${t.language.comma}${t(`role.${role}`)}` }] : []
      })
    case 'measures':
      return setting.rules.pack['interim-measures'].map(({ id, label }) => ({ value: id, label: inWords(view, label) }))
    case 'letter':
      return progress.history.flatMap(({ transition, facts, day }) =>
        transition.id === 'show-letter' && facts.letter
          ? [
              {
                value: facts.letter,
                label: t('case.letter.option', {
                  what: letterWords(progress, 'letter', facts.letter) ?? facts.letter,
                  day,
                }),
              },
            ]
          : [],
      )
    default:
      return []
  }
}
