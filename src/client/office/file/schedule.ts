import { addDays, type Day } from '../../../domain/days.ts'
import { releaseHorizon, type Schedule } from '../../../domain/schedule.ts'
import { nextOwed, type Story } from '../../../domain/story.ts'

/**
 * The days in the clear that an officer's entry sets (PROTOCOL 6.7): remind when the next thing owed is due, release at
 * its limit. A limit that has passed is not moved out of sight; where nothing is owed, both stand at the horizon.
 */
export const scheduleAfter = (story: Story, today: Day): Schedule => {
  const owed = nextOwed(story)
  const horizon = addDays(today, releaseHorizon)
  const within = (day: Day): Day => (day < today ? today : day > horizon ? horizon : day)
  return owed === null
    ? { remind: horizon, release: horizon }
    : { remind: within(owed.due), release: within(owed.limit) }
}
