import type { Day } from '../days.ts'
import type { NoticeLine } from '../pack/procedure-lines.ts'
import { inLanguage, termOf } from '../pack/words.ts'
import { factWords, type Naming } from './fact-words.ts'
import { letterWords } from './letters.ts'
import { derived, type NoticeMoment } from './notice-values.ts'
import { withStep } from './run.ts'
import type { Done, ProcedureStep, Progress, Setting } from './step.ts'

/** What the notices have to know of a case besides its steps. */
export interface Addressed extends Naming {
  /** The act as the reporter named it, by its id, such as its kind and its day. */
  readonly act: (id: string) => string
  /** The day on which the reporter was notified of an act, if it is known. */
  readonly notified: (id: string) => Day | null
  /** The roles of those who handle the case. */
  readonly handlers: readonly string[]
}

/** One message that a step owes the reporter, in their language. Where a value is not known, a gap stands. */
export interface Notice {
  readonly id: string
  readonly label: string
  readonly body: string
}

/** A gap: what somebody has to write there before they sign. */
const gap = (name: string): string => `[[${name}]]`

/** Whether a text still has a gap that nobody filled. */
export function hasGap(text: string): boolean {
  return /\[\[[^\]]*\]\]/.test(text)
}

/** The notices of a step as one text, each under its title. */
export function noticeText(notices: readonly Notice[]): string {
  return notices.map(({ label, body }) => `${label}\n${body}`).join('\n\n')
}

/**
 * The notices that a step owes, filled in from what it says, from the case as it stands after it, and from what earlier
 * notices of the same kind said (policy pack, `notices` and `tells`). It is not judged here whether the
 * step may be taken.
 */
export function noticesOf(setting: Setting, before: Progress, step: ProcedureStep, to: Addressed): readonly Notice[] {
  const transition = setting.rules.transitions.get(step.transition)
  if (!transition) return []
  const after = { ...withStep(setting.rules, { ...before, day: step.day }, step), day: step.day }
  const done = after.history.at(-1)
  if (!done) return []
  return transition.notices.flatMap((id) => {
    const notice = setting.rules.pack.notices.find((line) => line.id === id)
    if (!notice || !isOwed(notice, done)) return []
    const moment = { setting, before, after, done, notice, to }
    const body = fill(inLanguage(setting.rules.pack, notice.body, to.language), (name) => wordsFor(name, moment))
    return [{ id, label: inLanguage(setting.rules.pack, notice.label, to.language), body }]
  })
}

/** After a step that judges acts, a notice about some verdicts is owed only if one of them was given. */
function isOwed({ verdicts }: NoticeLine, { transition, about }: Done): boolean {
  if (!verdicts || transition.about?.kind !== 'judge-acts') return true
  return Object.values(about).some((verdict) => verdicts.includes(verdict))
}

/** A value that ends a sentence loses its own full stop before the one of the sentence. */
function fill(text: string, wordsFor: (name: string) => string): string {
  return text.replace(/\{(\w+)\}(\.?)/g, (_, name: string, stop: string) => {
    const value = wordsFor(name).trim()
    return stop ? `${value.replace(/[.\s]+$/, '')}.` : value
  })
}

function wordsFor(name: string, moment: NoticeMoment): string {
  const { setting, to } = moment
  const { pack } = setting.rules
  const term = termOf(pack, name)
  return (
    saidBy(name, moment.done, moment) ??
    derived(name, moment) ??
    earlier(name, moment) ??
    gap(term ? inLanguage(pack, term.label, to.language) : name)
  )
}

/** What the step itself says: by the words that the pack has for it there, or as a fact. */
function saidBy(name: string, done: Done, moment: NoticeMoment): string | null {
  const { pack } = moment.setting.rules
  const told = done.transition.tells?.[name]
  if (told) {
    const text = inLanguage(pack, told, moment.to.language)
    return fill(
      text,
      (inner) => (inner === name ? factOf(name, done, moment) : null) ?? wordsFor(inner, { ...moment, done }),
    )
  }
  return factOf(name, done, moment)
}

function factOf(name: string, { facts }: Done, { setting, after, to }: NoticeMoment): string | null {
  const fact = facts[name]?.trim()
  return fact ? (letterWords(after, name, fact) ?? factWords(setting.rules.pack, name, fact, to)) : null
}

/** What an earlier step said that owed the same notice, of the same letter if it is about one. */
function earlier(name: string, moment: NoticeMoment): string | null {
  const { before, done, notice } = moment
  const last = before.history.findLast(
    ({ transition, facts }) =>
      transition.notices.includes(notice.id) &&
      facts.letter === done.facts.letter &&
      (facts[name] !== undefined || transition.tells?.[name] !== undefined),
  )
  return last ? saidBy(name, last, { ...moment, done: last }) : null
}
