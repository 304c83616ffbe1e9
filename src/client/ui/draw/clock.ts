import { bar, type Drawing, path, round, type Shape } from './drawing.ts'

/** Where a clock stands: 'soon' with 3 days or fewer to go, 'kept' once what was owed is done. */
export type ClockState = 'running' | 'soon' | 'late' | 'kept'

/** A clock in whole days: how long it runs, and how many days are gone, which may be more. */
export interface Clock {
  readonly days: number
  readonly gone: number
  readonly kept?: boolean
}

const WIDTH = 400
const SOON_DAYS = 3

/** Derives the state of a clock from its days. */
export const clockState = ({ days, gone, kept }: Clock): ClockState =>
  kept ? 'kept' : gone > days ? 'late' : days - gone <= SOON_DAYS ? 'soon' : 'running'

/** The measured line of a clock: start, days gone, today, days left, last day. */
export const clockLine = (clock: Clock): Drawing => {
  const state = clockState(clock)
  const total = Math.max(clock.days, clock.gone, 1)
  const at = (day: number): number => (WIDTH * Math.min(day, total)) / total
  const now = at(clock.gone)
  const due = at(clock.days)
  return {
    className: 'clock-line',
    viewBox: `0 0 ${WIDTH} 28`,
    stretch: true,
    shapes: [
      ...ticks(total, at),
      ...bars(state, now, due),
      path(`M1.5 8V28M${round(Math.min(due, WIDTH - 1.5))} 4V28`, 'k-end'),
      ...(state === 'kept' ? [] : [path(`M${round(now - 6)} 0h12l-6 9z`, 'k-now')]),
    ],
  }
}

/** A tick a day, longer every seventh; none where they would run together. */
const ticks = (total: number, at: (day: number) => number): Shape[] => {
  if (total > 130) return []
  const days = Array.from({ length: total - 1 }, (_, index) => index + 1)
  return [path(days.map((day) => `M${round(at(day))} 17V${day % 7 === 0 ? 26 : 23}`).join('') || 'M0 17', 'k-tick')]
}

const bars = (state: ClockState, now: number, due: number): Shape[] => {
  if (state === 'late') return [bar('k-gone', 0, 12, due, 8), bar('k-late', due, 12, now - due, 8)]
  const left = bar(state === 'soon' ? 'k-soon' : 'k-left', now, 12.5, due - now - 0.5, 7)
  return [bar(state === 'kept' ? 'k-kept' : 'k-gone', 0, 12, now, 8), left]
}
