import { type Act, appealStart } from './acts.ts'
import { addDays, addMonths, type Day } from './days.ts'

/** A limit of a body outside that the organisation has confirmed, so that its last day may be shown. */
export interface ConfirmedLimit {
  readonly label: string
  readonly unit: 'days' | 'months'
  readonly length: number
}

/** The last day of a limit for one act, never rolled on; `null` while no day of the act is known. */
export function lastAppealDay(act: Act, { unit, length }: ConfirmedLimit): Day | null {
  const start = appealStart(act)
  if (start === null) return null
  return unit === 'days' ? addDays(start, length) : addMonths(start, length)
}
