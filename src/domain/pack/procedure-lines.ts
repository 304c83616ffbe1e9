import { roles } from '../roles.ts'
import { states as stages } from '../states.ts'
import { condition } from './condition.ts'
import { base, texts } from './line.ts'
import { regions } from './regions.ts'
import { flag, list, maybe, object, oneOf, orNull, recordOf, type TypeOf, text, whole } from './shape.ts'

export type { Region } from './regions.ts'

/** Where a case stands in one region; whom it waits for, and the clock that limits the wait. */
export const state = object({
  ...base,
  label: texts,
  help: texts,
  region: oneOf(...regions),
  kind: oneOf('first', 'open', 'end'),
  /** What it counts as where all kinds of cases are listed together; being assessed, if it does not say. */
  stage: maybe(oneOf(...stages)),
  waits_for: orNull(text),
  limit: orNull(text),
  /** Entering it asks for a new assessment of the risk of retaliation. */
  asks_risk: maybe(flag),
  /** The check-ins are counted from the day it was entered. */
  follows_up: maybe(flag),
})

/** What a step does to the acts, items or check-ins that it lists. */
const about = object({
  kind: oneOf('add-acts', 'judge-acts', 'add-items', 'report-items', 'answer-items', 'answer-check-in'),
  /** For each present verdict, the verdicts that this step may give. */
  verdicts: maybe(recordOf(list(text))),
  /** Acts with one of the present verdicts must all be judged at once. */
  every: maybe(flag),
  /** At least one act must be given one of these. */
  some: maybe(list(text)),
})

/** What a step does besides moving the case; the engine knows these by name. */
const effect = oneOf(
  'declare-none',
  'declare-conflict',
  'exclude',
  'release',
  'restore-limit',
  'readmit',
  'object',
  'replace-key',
  'assess-risk',
  'plan-check-in',
)

/** A step that somebody signs. `from` lists states, or `*` for every state in which the case is open. */
export const transition = object({
  ...base,
  label: texts,
  region: oneOf(...regions),
  from: list(text),
  /** The state it leads to: one state, one for each state before, back to the state before, or none. */
  to: maybe(text),
  to_by_origin: maybe(recordOf(text)),
  back: maybe(flag),
  by: list(text),
  /** The party outside whose answer the office records by this step. */
  records: maybe(text),
  signers: maybe(oneOf('two')),
  guards: list(text),
  /** What the step must say; an empty list of choices is free text. */
  needs: maybe(recordOf(list(text))),
  about: maybe(about),
  /** Whom the entry that brings this step may let read the case: somebody in one of these roles, named by this fact. */
  lets_in: maybe(object({ roles: list(oneOf(...roles)), fact: text })),
  effect: maybe(effect),
  /** What happens to the running clocks of the region. */
  clocks: maybe(oneOf('pause', 'resume', 'end')),
  notices: list(text),
  /** What stands for a value in its notices, in every language; it may hold values itself. */
  tells: maybe(recordOf(texts)),
})

/** A rule that forbids a step: its sentence, its way out, and what it asks (null for what the engine itself keeps). */
export const guard = object({
  ...base,
  label: texts,
  exit: texts,
  /** The steps that lead out; empty where only time or another author does. */
  exits: list(text),
  when: orNull(condition),
  always: maybe(object({ by: list(text), except: list(text) })),
})

const span = { unit: oneOf('days', 'working-days', 'months'), length: whole }

/** How long somebody has, from which recorded fact, and what pauses, extends and ends it. */
export const clock = object({
  ...base,
  label: texts,
  /** A limit binds somebody to act; a window is the time of a right; a wait must pass before something else. */
  kind: oneOf('limit', 'window', 'wait'),
  binds: text,
  ...span,
  rolls: flag,
  /** Silence past a hard limit opens the case to the substitute. */
  hard: flag,
  /** A window in which the reporter can contest something: the case is not closed while it is open. */
  right: maybe(flag),
  region: oneOf(...regions),
  /** It runs while the region is in one of the states `in`, or from one of the steps `on` (if with such a verdict). */
  opens: object({ in: list(text), on: list(text), verdicts: maybe(list(text)) }),
  /** It begins anew when it opens again, or when the case moves on within its states. */
  restarts: maybe(flag),
  /** A clock that starts later than it opens: on one of these steps, but at the latest so long after it opened. */
  starts: maybe(object({ on: list(text), at_latest: object(span) })),
  ends: list(text),
  pauses: maybe(object({ on: list(text), until: list(text), cap: maybe(whole) })),
  extends: maybe(object({ on: text, cap: whole })),
})

/** A message from the office, filled in and signed by an officer. `{name}` stands for a value. */
export const notice = object({
  ...base,
  label: texts,
  body: texts,
  values: list(text),
  /** After a step that judges acts, it is owed only for one of these verdicts. */
  verdicts: maybe(list(text)),
  /** The clocks whose end is its last day: the first of them that runs. */
  clocks: maybe(list(text)),
})

export type StateLine = TypeOf<typeof state>
export type TransitionLine = TypeOf<typeof transition>
export type GuardLine = TypeOf<typeof guard>
export type NoticeLine = TypeOf<typeof notice>
export type ClockLine = TypeOf<typeof clock>
