import type { VerifiedEntry } from './entry.ts'
import { leavesDays } from './first-days.ts'
import { limits } from './limits.ts'

/**
 * An accepted entry with the days that follow from its receipt, if it leaves them to that (PROTOCOL 6.7).
 * @param received the day of the receipt, in days since 1970-01-01
 */
export const dated = (entry: VerifiedEntry, received: number): VerifiedEntry =>
  leavesDays(entry.header)
    ? { ...entry, days: { remind: received + limits.remindAfter, release: received + limits.releaseAfter } }
    : entry
