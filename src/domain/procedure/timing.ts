import { type Calendar, type Day, rollOn } from '../days.ts'
import { endOf, endWithPauses, settlePauses } from '../spans.ts'
import { type ClockRun, runsOf } from './clock-runs.ts'
import { once } from './once.ts'
import type { Progress, Setting } from './step.ts'

/**
 * How a clock stands on a day: `waiting` (open, not started), `running`, `paused`, `over` (its last day has passed),
 * or ended: `kept` in time, `missed`, or `dropped` because the case went elsewhere.
 */
export type ClockStatus = 'waiting' | 'running' | 'paused' | 'over' | 'kept' | 'missed' | 'dropped'

export interface Timing {
  readonly run: ClockRun
  readonly status: ClockStatus
  /** From when it counts; while it waits, the latest day from which it can. */
  readonly start: Day
  /** The last day, or null while it stands still. */
  readonly last: Day | null
}

/** How one run of a clock stands at the end of this day. */
export function timingOf(run: ClockRun, today: Day, calendar: Calendar): Timing {
  const known = timingsOfRun(run)
  const timing = known.get(today) ?? findTiming(run, today, calendar)
  known.set(today, timing)
  return timing
}

/** By day; a case keeps the calendar of the pack that it began under. */
const timingsOfRun = once((_: ClockRun) => new Map<Day, Timing>())

function findTiming(run: ClockRun, today: Day, calendar: Calendar): Timing {
  const { clock, opened, started, ended, dropped, added } = run
  const latest = clock.starts ? endOf(clock.starts.at_latest, opened, calendar) : opened
  const start = started !== null && started < latest ? started : latest
  const { closed, open } = settlePauses(run.pauses, ended ?? today, clock.pauses?.cap)
  const end = endWithPauses({ unit: clock.unit, length: clock.length + added }, start, closed, calendar)
  const last = clock.rolls ? rollOn(end, calendar) : end
  if (dropped) return { run, status: 'dropped', start, last }
  if (ended !== null) return { run, status: ended <= last ? 'kept' : 'missed', start, last }
  if (open) return { run, status: 'paused', start, last: null }
  if (clock.starts && started === null && today < latest) return { run, status: 'waiting', start, last }
  return { run, status: today > last ? 'over' : 'running', start, last }
}

/** How every clock that the case ever opened stands on this day. */
export function timings({ rules }: Setting, { history }: Progress, today: Day): readonly Timing[] {
  return rules.pack.clocks.flatMap((clock) => runsOf(clock, history).map((run) => timingOf(run, today, rules.calendar)))
}

/** How the last run of one clock stands. */
export function timing({ rules }: Setting, { history }: Progress, id: string, today: Day): Timing | undefined {
  const clock = rules.clocks.get(id)
  const run = clock && runsOf(clock, history).at(-1)
  return run && timingOf(run, today, rules.calendar)
}

/** Whether the last run of this clock went past its last day. */
export function hasPassed(setting: Setting, progress: Progress, id: string, today: Day): boolean {
  const status = timing(setting, progress, id, today)?.status
  return status === 'over' || status === 'missed'
}

/** Whether a right of the reporter can still be used within its time. */
export function rightsRun({ rules }: Setting, { history }: Progress, today: Day): boolean {
  return rules.pack.clocks
    .filter(({ right }) => right)
    .flatMap((clock) => runsOf(clock, history))
    .filter(({ ended }) => ended === null)
    .map((run) => timingOf(run, today, rules.calendar))
    .some(({ status }) => status === 'waiting' || status === 'running')
}
