import { dayNumber, dayOf } from './days.ts'
import { headquarters } from './headquarters.ts'
import { firstSchedule } from './schedule.ts'

/**
 * The remind and release days that the rules give for a day, all in days since 1970-01-01. A case that came as a file is
 * counted by this from its receipt, on the service and by every reader (PROTOCOL 6.7).
 */
export function daysOfReceipt(received: number): { remind: number; release: number } {
  const { remind, release } = firstSchedule(dayOf(received), headquarters)
  return { remind: dayNumber(remind), release: dayNumber(release) }
}
