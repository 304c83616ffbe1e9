import { addDays, type Day } from '../days.ts'
import type { ClockLine } from '../pack/procedure-lines.ts'
import { known } from '../pack/rules.ts'
import { isReleased } from './history.ts'
import type { Progress, Setting } from './step.ts'
import { type Timing, timings } from './timing.ts'

/** The days that should stand in the clear after the last step; null where none should. */
export interface ExpectedSchedule {
  readonly remind: Day | null
  readonly release: Day | null
}

/**
 * What the pack makes of the schedule after the last step. Remind: the first limit of the office. Release: its first
 * hard limit; where it waits for others, their last day and some days of grace; never further ahead than the horizon.
 * No release day stands once the case is closed or released, or if the reporter wanted none.
 */
export function expectedSchedule(setting: Setting, progress: Progress): ExpectedSchedule {
  const { rules } = setting
  const { day, at, history } = progress
  const ended = rules.states.get(at.main.state)?.kind !== 'open'
  if (ended) return { remind: null, release: null }
  const open = timings(setting, progress, day).filter(({ status }) => status !== 'dropped' && isOpen(status))
  const remind = earliest(open, (clock) => clock.kind === 'limit' && clock.binds === 'office')
  if (isReleased(history) || !wantsLimit(progress)) return { remind, release: null }
  const horizon = addDays(day, known(rules.clocks, 'schedule-horizon').length)
  const hard = earliest(open, (clock) => clock.hard)
  const others = latest(open, (clock) => clock.binds !== 'office')
  const grace = known(rules.clocks, 'release-grace').length
  const wanted = hard ?? (others ? addDays(others, grace) : horizon)
  const release = wanted < horizon ? wanted : horizon
  return { remind: remind !== null && remind < release ? remind : release, release }
}

/** The days that an entry of today may set; null leaves one where it is, so that a limit that has passed stays in everybody's sight. */
export function settable({ remind, release }: ExpectedSchedule, today: Day): ExpectedSchedule {
  const ahead = (day: Day | null): Day | null => (day === null || day < today ? null : day)
  return { remind: ahead(remind), release: ahead(release) }
}

/** Whether the office's limit has passed: its last day is over, and the case may open to the substitute. */
export function isReleaseDue(setting: Setting, progress: Progress, today: Day): boolean {
  const { release } = expectedSchedule(setting, progress)
  return release !== null && today > release
}

/** The release day that stands in the clear, and the one that a case which came as a file begins with (PROTOCOL 6.7). */
interface Standing {
  readonly release: Day | null
  readonly fixedRelease: Day | null
}

/**
 * Whether the release day in the clear lies later than the pack allows; the reporter can restore it or release. Where it
 * lies as the protocol put it, nobody moved it.
 */
export function isMovedAgainstPack({ release: due }: ExpectedSchedule, { release, fixedRelease }: Standing): boolean {
  return due !== null && (release === null || (release > due && release !== fixedRelease))
}

/** The reporter's choice at intake, on by default, unless restored since. */
function wantsLimit({ history }: Progress): boolean {
  const said = history.findLast(
    ({ transition, facts }) => transition.effect === 'restore-limit' || facts.limit !== undefined,
  )
  return said?.transition.effect === 'restore-limit' || said?.facts.limit !== 'off'
}

function isOpen(status: Timing['status']): boolean {
  return status === 'running' || status === 'waiting' || status === 'over'
}

function earliest(open: readonly Timing[], fits: (clock: ClockLine) => boolean): Day | null {
  const days = open.filter(({ run, status }) => status !== 'waiting' && fits(run.clock)).map(({ last }) => last ?? '')
  return days.sort()[0] ?? null
}

function latest(open: readonly Timing[], fits: (clock: ClockLine) => boolean): Day | null {
  const days = open.filter(({ run }) => fits(run.clock)).map(({ last }) => last ?? '')
  return days.sort().at(-1) ?? null
}
