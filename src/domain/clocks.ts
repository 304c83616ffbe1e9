import { addDays, addMonths, addWorkingDays, type Calendar, type Day, rollOn } from './days.ts'

/** How long the office has, and where the rule comes from. Analogies hold until the office's chief confirms them. */
export interface Clock {
  readonly id: ClockId
  readonly unit: 'days' | 'working-days' | 'months'
  readonly length: number
  readonly source: string
  readonly provenance: 'source' | 'analogy' | 'local'
}

export type ClockId = 'acknowledgement' | 'acknowledgement-limit' | 'feedback' | 'advice'

/** The clocks of intake. They bind the office; none of them ever runs against the reporter. */
export const clocks: Readonly<Record<ClockId, Clock>> = {
  acknowledgement: {
    id: 'acknowledgement',
    unit: 'working-days',
    length: 3,
    source: 'ISO 37002:2021, 8.1',
    provenance: 'analogy',
  },
  'acknowledgement-limit': {
    id: 'acknowledgement-limit',
    unit: 'days',
    length: 7,
    source: 'Directive (EU) 2019/1937, article 9(1)(b)',
    provenance: 'analogy',
  },
  feedback: {
    id: 'feedback',
    unit: 'months',
    length: 3,
    source: 'Directive (EU) 2019/1937, article 9(1)(f)',
    provenance: 'analogy',
  },
  advice: { id: 'advice', unit: 'working-days', length: 10, source: 'Proposed by this service', provenance: 'local' },
}

/**
 * The last day of a clock that starts on `start`. The day of the event is not counted, and a last day that is not a
 * working day of the headquarters rolls on to the next one.
 */
export function lastDay(clock: Clock, start: Day, calendar: Calendar): Day {
  switch (clock.unit) {
    case 'days':
      return rollOn(addDays(start, clock.length), calendar)
    case 'working-days':
      return addWorkingDays(start, clock.length, calendar)
    case 'months':
      return rollOn(addMonths(start, clock.length), calendar)
  }
}
