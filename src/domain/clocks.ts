import { type Calendar, type Day, rollOn } from './days.ts'
import type { ClockLine } from './pack/procedure-lines.ts'
import { intake } from './packs/in-use-days.ts'
import { endOf, type Span } from './spans.ts'

/** How long somebody has. Where the rule comes from, and whether it is an analogy, stands in the pack's own line. */
export type Clock = Pick<ClockLine, 'id' | 'unit' | 'length' | 'rolls'>

export type ClockId = 'acknowledgement' | 'acknowledgement-limit' | 'feedback'

/** The clocks of intake. They bind the office; none of them ever runs against the reporter. */
export const clocks = Object.fromEntries(intake.map((clock) => [clock.id, clock])) as unknown as Readonly<
  Record<ClockId, Clock>
>

/**
 * The last day of a clock that starts on `start`. The day of the event is not counted, and a last day that is not a
 * working day of the headquarters rolls on to the next one, unless the limit is not ours.
 */
export function lastDay(clock: Span & { readonly rolls: boolean }, start: Day, calendar: Calendar): Day {
  const end = endOf(clock, start, calendar)
  return clock.rolls ? rollOn(end, calendar) : end
}
