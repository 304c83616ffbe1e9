import { addDays, type Day } from '../../../domain/days.ts'
import { expectedSchedule, settable } from '../../../domain/procedure/schedule.ts'
import type { Setting } from '../../../domain/procedure/step.ts'
import { releaseHorizon } from '../../../domain/schedule.ts'
import { nextOwed, type Story } from '../../../domain/story.ts'
import type { Standing } from '../../../domain/tell-case.ts'

/** The days in the clear that an entry sets; null leaves one as it is. */
export interface Moved {
  readonly remind: Day | null
  readonly release: Day | null
}

/**
 * The days in the clear that an officer's entry sets (PROTOCOL 6.7): for a request those that its rules give, for any other
 * case those of what is owed next.
 */
export const scheduleAfter = ({ story, progress }: Standing, setting: Setting | null, today: Day): Moved =>
  progress !== null && setting !== null
    ? settable(expectedSchedule(setting, progress), today)
    : byWhatIsOwed(story, today)

/**
 * Remind when the next thing owed is due, release at its limit. A limit that has passed is not moved out of sight; where
 * nothing is owed, both stand at the horizon.
 */
const byWhatIsOwed = (story: Story, today: Day): Moved => {
  const owed = nextOwed(story)
  const horizon = addDays(today, releaseHorizon)
  const within = (day: Day): Day => (day < today ? today : day > horizon ? horizon : day)
  return owed === null
    ? { remind: horizon, release: horizon }
    : { remind: within(owed.due), release: within(owed.limit) }
}
