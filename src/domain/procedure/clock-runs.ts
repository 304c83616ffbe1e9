import type { Day } from '../days.ts'
import type { ClockLine } from '../pack/procedure-lines.ts'
import type { Pause } from '../spans.ts'
import { once } from './once.ts'
import type { Done, History } from './step.ts'

/** One time that a clock was opened by the history of a case, with the recorded facts that bear on it. */
export interface ClockRun {
  readonly clock: ClockLine
  readonly opened: Day
  /** The recorded fact that started it, for a clock that starts later than it opens. */
  started: Day | null
  pauses: Pause[]
  /** What extensions added, in the unit of the clock. */
  added: number
  ended: Day | null
  /** It ended because the case went elsewhere, not because what it asks for was done. */
  dropped: boolean
  /** It stands still with the whole region, as during a withdrawal. */
  suspended: boolean
}

const runsOfClock = once((clock: ClockLine) => once((history: History) => follow(clock, history)))

/** Every run of a clock in the history of a case, in order. */
export function runsOf(clock: ClockLine, history: History): readonly ClockRun[] {
  return runsOfClock(clock)(history)
}

function follow(clock: ClockLine, history: History): readonly ClockRun[] {
  const runs: ClockRun[] = []
  for (const done of history) {
    if (done.transition.region === clock.region) followRegion(clock, runs, done)
    for (const run of active(runs)) note(run, done)
    if (opens(clock, done)) open(clock, runs, done.day)
  }
  return runs
}

/** What the transition does to all clocks of its region, and the end of those whose state is left. */
function followRegion(clock: ClockLine, runs: readonly ClockRun[], { transition, day, moved }: Done): void {
  if (transition.clocks === 'pause') {
    for (const run of active(runs)) suspend(run, day)
    return
  }
  const leaves = moved && clock.opens.in.includes(moved.from)
  const stays = moved && clock.opens.in.includes(moved.to) && !clock.restarts
  if (leaves && !stays) for (const run of active(runs)) run.ended = day
  if (transition.clocks === 'resume') for (const run of runs) resume(run, day)
  if (transition.clocks === 'end') for (const run of runs) drop(run, day)
}

/** What one step does to one running clock. */
function note(run: ClockRun, { transition, day, facts }: Done): void {
  const { ends, starts, pauses, extends: extension } = run.clock
  if (ends.includes(transition.id)) run.ended = day
  if (starts?.on.includes(transition.id)) run.started ??= day
  if (pauses?.until.includes(transition.id)) closePause(run, day)
  else if (pauses?.on.includes(transition.id) && !isPaused(run)) run.pauses.push({ from: day, until: null })
  if (extension?.on === transition.id) run.added += Number(facts.days)
}

function opens({ opens, region }: ClockLine, { transition, moved, about }: Done): boolean {
  const entered = moved?.region === region && transition.clocks !== 'resume' && opens.in.includes(moved.to)
  const verdicts = opens.verdicts
  const fits = !verdicts || Object.values(about).some((verdict) => verdicts.includes(verdict))
  return entered || (opens.on.includes(transition.id) && fits)
}

/** A clock that runs is not started again by a new fact, unless that helps the reporter or the pack says so. */
function open(clock: ClockLine, runs: ClockRun[], day: Day): void {
  const running = active(runs)
  if (running.length > 0 && clock.binds !== 'reporter' && !clock.restarts) return
  for (const run of running) drop(run, day)
  runs.push({ clock, opened: day, started: null, pauses: [], added: 0, ended: null, dropped: false, suspended: false })
}

function active(runs: readonly ClockRun[]): readonly ClockRun[] {
  return runs.filter((run) => run.ended === null && !run.suspended)
}

function isPaused(run: ClockRun): boolean {
  return run.pauses.at(-1)?.until === null
}

function closePause(run: ClockRun, day: Day): void {
  const pause = run.pauses.at(-1)
  if (pause && pause.until === null) run.pauses[run.pauses.length - 1] = { ...pause, until: day }
}

function suspend(run: ClockRun, day: Day): void {
  run.suspended = true
  if (!isPaused(run)) run.pauses.push({ from: day, until: null })
}

function resume(run: ClockRun, day: Day): void {
  if (!run.suspended) return
  run.suspended = false
  closePause(run, day)
}

function drop(run: ClockRun, day: Day): void {
  if (run.ended !== null) return
  run.ended = day
  run.dropped = true
}
