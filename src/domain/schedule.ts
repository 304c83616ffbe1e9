import { clocks, lastDay } from './clocks.ts'
import { type Calendar, type Day, daysBetween } from './days.ts'

/** The only dates of a case that stand in the clear, the same for every kind of case (PROTOCOL 6.7). */
export interface Schedule {
  readonly remind: Day
  readonly release: Day
}

/** How far ahead an entry may move the release day, in calendar days. */
export const releaseHorizon = 130

/** The schedule of every first entry, whatever was sent: remind when a personal reply is due, release at its limit. */
export function firstSchedule(received: Day, calendar: Calendar): Schedule {
  return {
    remind: lastDay(clocks.acknowledgement, received, calendar),
    release: lastDay(clocks['acknowledgement-limit'], received, calendar),
  }
}

/** Whether an entry of `today` may set this release day. */
export function mayRelease(release: Day, today: Day): boolean {
  const ahead = daysBetween(today, release)
  return ahead >= 0 && ahead <= releaseHorizon
}
