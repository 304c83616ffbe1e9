import { addDays, addMonths, type Calendar, type Day, daysBetween, isWorkingDay, rollOn } from './days.ts'

/** A length of time in calendar days, working days of the headquarters, or months. */
export interface Span {
  readonly unit: 'days' | 'working-days' | 'months'
  readonly length: number
}

/** Days that do not count: those after `from` up to and with `until`; still going on if that is null. */
export interface Pause {
  readonly from: Day
  readonly until: Day | null
}

/** The day a span ends, counted from `start`, as it falls. The day of the event is not counted. */
export function endOf(span: Span, start: Day, calendar: Calendar): Day {
  return endWithPauses(span, start, [], calendar)
}

/** The same, moved to the next working day if it is none. */
export function lastDayOf(span: Span, start: Day, calendar: Calendar): Day {
  return rollOn(endOf(span, start, calendar), calendar)
}

/**
 * The day a span ends when some days do not count. Days and months are moved on by the days of each pause that began
 * before the end; working days are counted one by one. Pauses are closed, in order, and do not overlap.
 */
export function endWithPauses(span: Span, start: Day, pauses: readonly Closed[], calendar: Calendar): Day {
  if (span.unit === 'working-days') return countWorkingDays(start, span.length, pauses, calendar)
  let end = span.unit === 'days' ? addDays(start, span.length) : addMonths(start, span.length)
  for (const { from, until } of pauses) {
    const begins = from > start ? from : start
    if (begins < end && until > begins) end = addDays(end, daysBetween(begins, until))
  }
  return end
}

export type Closed = Pause & { readonly until: Day }

function countWorkingDays(start: Day, days: number, pauses: readonly Closed[], calendar: Calendar): Day {
  let reached = start
  for (let left = days; left > 0; ) {
    reached = addDays(reached, 1)
    const paused = pauses.some(({ from, until }) => reached > from && reached <= until)
    if (!paused && isWorkingDay(reached, calendar)) left -= 1
  }
  return reached
}

/**
 * The pauses of a clock as they count by `today`: merged, closed, and cut where they come to more than `cap` days in
 * all. `open` tells whether the clock still stands still at the end of them.
 */
export function settlePauses(
  pauses: readonly Pause[],
  today: Day,
  cap = Number.POSITIVE_INFINITY,
): { readonly closed: readonly Closed[]; readonly open: boolean } {
  const closed: Closed[] = []
  let left = cap
  let open = false
  for (const pause of [...pauses].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const before = closed.at(-1)?.until ?? pause.from
    const from = pause.from > before ? pause.from : before
    const wanted = pause.until ?? (today > from ? today : from)
    const length = Math.min(Math.max(daysBetween(from, wanted), 0), left)
    left -= length
    open ||= pause.until === null && left > 0
    closed.push({ from, until: addDays(from, length) })
  }
  return { closed, open }
}
