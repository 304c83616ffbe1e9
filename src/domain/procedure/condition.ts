import type { Day } from '../days.ts'
import type { AuthorStanding, Condition, ConditionKind } from '../pack/condition.ts'
import type { TransitionLine } from '../pack/procedure-lines.ts'
import { actsOf } from './acts.ts'
import { hasOpened } from './annexes.ts'
import { isPlanOver } from './check-ins.ts'
import * as ask from './history.ts'
import { isOverdue, isSettled, itemsOf } from './items.ts'
import { isFirstKey } from './keys.ts'
import { currentRisk } from './risk.ts'
import { isReleaseDue } from './schedule.ts'
import type { Author, History, Progress, Setting } from './step.ts'
import { hasPassed, rightsRun } from './timing.ts'

/** What a step says. Null while it is only offered: what it will have to say is then taken as said. */
export type Said = { readonly facts: Readonly<Record<string, string>>; readonly about: object } | null

/** The moment at which a condition is asked: by whom, on which day, and for which step. */
export interface Moment {
  readonly setting: Setting
  readonly progress: Progress
  readonly author: Author
  readonly today: Day
  readonly said: Said
}

type Question<Kind extends string> = (asked: Extract<Condition, Readonly<Record<Kind, unknown>>>, at: Moment) => boolean

/** Whether a condition of the pack holds. */
export function holds(condition: Condition, moment: Moment): boolean {
  const kind = Object.keys(condition).find((field) => Object.hasOwn(questions, field)) as ConditionKind | undefined
  const question = kind && (questions[kind] as Question<never>)
  return question?.(condition as never, moment) ?? false
}

const questions = {
  any: ({ any }, at) => any.some((part) => holds(part, at)),
  all: ({ all }, at) => all.every((part) => holds(part, at)),
  not: ({ not }, at) => !holds(not, at),
  happened: (asked, { progress, said }) => hasHappened(asked, progress.history, said),
  passed: ({ passed }, { setting, progress, today }) => hasPassed(setting, progress, passed, today),
  last: ({ last, fact, is }, { progress }) => is.includes(named(progress.history, [last], fact) ?? ''),
  author: (asked, { author, progress }) => standings[asked.author](author, progress.history),
  opened: ({ opened, files_of }, { progress, author }) => hasOpened(progress.history, author, opened, files_of),
  author_named_by: (asked, { progress, author }) =>
    named(progress.history, asked.author_named_by, asked.fact) === author.id,
  named_conflicted: ({ named_conflicted, fact }, { progress: { history } }) =>
    ask.isConflicted(history, named(history, named_conflicted, fact) ?? ''),
  names_new: (asked, { progress, said }) => namesNew(asked, progress.history, said),
  acts: (asked, { progress }) => actsAre(asked, progress.history),
  state: (asked, { progress }) => Object.values(progress.at).some(({ state }) => asked.state.includes(state)),
  items: ({ items }, at) => itemsAre(items, at),
  risk: ({ risk }, { setting, progress }) => risk.includes(currentRisk(setting.rules, progress.history) ?? ''),
  rights: (_, { setting, progress, today }) => !rightsRun(setting, progress, today),
  check_ins: (_, { setting, progress, today }) => isPlanOver(setting, progress, today),
  release: (_, { setting, progress, today }) => isReleaseDue(setting, progress, today),
  about: (_, { said }) => said === null || Object.keys(said.about).length > 0,
} satisfies { readonly [Kind in ConditionKind]: Question<Kind> }

const standings: Readonly<Record<AuthorStanding, (author: Author, history: History) => boolean>> = {
  unconflicted: ({ id }, history) => !ask.isConflicted(history, id),
  declared: ({ id }, history) => ask.hasDeclared(history, id),
  untouched: ({ id }, history) => ask.isUntouched(history, id),
  'first-key': ({ id }, history) => isFirstKey(history, id),
  substitute: ({ role }) => role === 'substitute',
}

function hasHappened(asked: Extract<Condition, { happened: unknown }>, history: History, said: Said): boolean {
  const { same } = asked
  return ask
    .after(history, asked.since ?? [])
    .some(
      ({ transition, facts }) =>
        asked.happened.includes(transition.id) && (!same || !said || facts[same] === said.facts[same]),
    )
}

function named(history: History, by: readonly string[], fact: string): string | undefined {
  return ask.lastOf(history, by)?.facts[fact]
}

type NamesNew = Extract<Condition, { names_new: unknown }>

function namesNew(asked: NamesNew, history: History, said: Said): boolean {
  return said === null || isFree(asked, history, said.facts[asked.names_new] ?? '')
}

/** Whether this one is in no conflict and was not named by one of these steps. */
function isFree({ names_new, among }: NamesNew, history: History, name: string): boolean {
  const had = history.filter(({ transition }) => among.includes(transition.id))
  return !ask.isConflicted(history, name) && !had.some(({ facts }) => facts[names_new] === name)
}

/** The choices of a fact that the guards of the step leave open: an authority that is involved itself is not among them. */
export function openChoices(
  { rules }: Setting,
  { history }: Progress,
  line: TransitionLine,
  fact: string,
): readonly string[] {
  const asked = line.guards.flatMap((id) => {
    const when = rules.guards.get(id)?.when
    return when && 'names_new' in when && when.names_new === fact ? [when] : []
  })
  return (line.needs?.[fact] ?? []).filter((choice) => asked.every((one) => isFree(one, history, choice)))
}

function actsAre(asked: Extract<Condition, { acts: unknown }>, history: History): boolean {
  const matching = [...actsOf(history).values()].filter(({ verdict }) => asked.acts.includes(verdict))
  if ('are' in asked) return asked.are === 'some' ? matching.length > 0 : matching.length === 0
  const limit = ask.lastOf(history, asked.before)?.sequence ?? -1
  return matching.every(({ judged }) => judged <= limit)
}

function itemsAre(asked: 'settled' | 'overdue', { setting, progress, today }: Moment): boolean {
  const items = [...itemsOf(progress.history).values()]
  if (asked === 'overdue') return items.some((item) => isOverdue(item, today))
  const over = hasPassed(setting, progress, 'item-answer', today)
  return items.every((item) => isSettled(item, over))
}
