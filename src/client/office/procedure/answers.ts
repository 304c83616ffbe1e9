import { type Day, isDay } from '../../../domain/days.ts'
import type { TransitionLine } from '../../../domain/pack/procedure-lines.ts'
import type { Rules } from '../../../domain/pack/rules.ts'
import { type Act, actsOf } from '../../../domain/procedure/acts.ts'
import type { SealedStep } from '../../../domain/procedure/fields.ts'
import { filingOf } from '../../../domain/procedure/filing.ts'
import { itemsOf, reports } from '../../../domain/procedure/items.ts'
import { hasGap } from '../../../domain/procedure/notices.ts'
import type { Progress } from '../../../domain/procedure/step.ts'

/** What somebody has typed into the form of a step. */
export interface Answers {
  readonly facts: Readonly<Record<string, string>>
  /** By act, item or promise, what is said of it; in the order in which it stands in the form. */
  readonly about: readonly (readonly [id: string, value: string])[]
  /** The words to the reporter once they were edited; until then they follow from the rest. */
  readonly text: string | null
}

export const noAnswers: Answers = { facts: {}, about: [], text: null }

/** What a form asks about one act or item: what may be said of it, and whether something has to be. */
export interface Question {
  readonly id: string
  readonly choices: readonly string[]
  readonly asked: boolean
}

/** What the step asks about each act or item that it concerns. A verdict of lateness is offered only where it can hold. */
export const questionsOf = (rules: Rules, { history }: Progress, { about }: TransitionLine): readonly Question[] => {
  if (about?.kind === 'report-items') {
    return [...itemsOf(history).keys()].map((id) => ({ id, choices: reports, asked: false }))
  }
  if (about?.kind !== 'judge-acts') return []
  const late = (act: Act): boolean => filingOf(rules, history, act).late
  return [...actsOf(history).values()].flatMap((act) => {
    const allowed = (about.verdicts?.[act.verdict] ?? []).filter((verdict) => verdict !== 'late' || late(act))
    return allowed.length > 0 ? [{ id: act.id, choices: allowed, asked: about.every === true }] : []
  })
}

/** The step as it is sealed. Rows that were left empty are left out. */
export const stepFrom = (
  { id, needs = {} }: TransitionLine,
  answers: Answers,
  text: string,
  language: string,
): SealedStep => {
  const facts = Object.keys(needs).flatMap((name) => {
    const value = answers.facts[name]?.trim()
    return value ? [[name, value] as const] : []
  })
  const about = answers.about.flatMap(([name, value]) => (name.trim() && value ? [[name.trim(), value] as const] : []))
  return {
    type: 'procedure',
    transition: id,
    facts: Object.fromEntries(facts),
    about: Object.fromEntries(about),
    ...(text.trim() && { text: text.trim(), language }),
  }
}

/** What is wrong with an answer. */
export type Fault = 'missing' | 'day' | 'number' | 'gap' | 'verdict' | 'rows' | 'twice'

/** What keeps the form from being signed, by the field that it belongs to; facts and acts by their names. */
export const faultsIn = (
  line: TransitionLine,
  questions: readonly Question[],
  answers: Answers,
  text: string,
): ReadonlyMap<string, Fault> => {
  const faults = new Map<string, Fault>()
  for (const [name, choices] of Object.entries(line.needs ?? {})) {
    const fault = factFault(answers.facts[name]?.trim() ?? '', choices)
    if (fault) faults.set(name, fault)
  }
  const said = new Map(answers.about)
  for (const { id, asked } of questions) if (asked && !said.get(id)) faults.set(id, 'missing')
  const about = aboutFault(line, answers)
  if (about) faults.set('about', about)
  if (hasGap(text)) faults.set('text', 'gap')
  return faults
}

const factFault = (value: string, choices: readonly string[]): Fault | null => {
  if (value === '') return 'missing'
  if (choices.includes('@day') && !isDay(value)) return 'day'
  return choices.includes('@number') && !/^[1-9]\d{0,3}$/.test(value) ? 'number' : null
}

const aboutFault = ({ about }: TransitionLine, answers: Answers): Fault | null => {
  const given = answers.about.filter(([id, value]) => id.trim() !== '' || value !== '')
  if (about?.kind === 'add-items') {
    if (new Set(given.map(([id]) => id.trim())).size < given.length) return 'twice'
    return given.length > 0 && given.every(([id, day]) => id.trim() !== '' && isDay(day as Day)) ? null : 'rows'
  }
  const values = given.map(([, value]) => value)
  const some = about?.some
  if (some && !values.some((value) => some.includes(value))) return 'verdict'
  return about && values.every((value) => value === '') ? 'missing' : null
}

/** Reads answers that were kept while somebody looked elsewhere. */
export const answersFrom = (kept: string): Answers => (kept === '' ? noAnswers : (JSON.parse(kept) as Answers))
