import type { VerifiedEntry } from './entry.ts'
import { type FirstDays, leavesDays } from './first-days.ts'

/** What the rules give for a receipt of a day, in days since 1970-01-01. */
export type DaysOfReceipt = (received: number) => FirstDays

/** An accepted entry with the days that follow from its receipt, if it leaves them to that (PROTOCOL 6.7). */
export const dated = (entry: VerifiedEntry, received: number, daysOfReceipt: DaysOfReceipt): VerifiedEntry =>
  leavesDays(entry.header) ? { ...entry, days: daysOfReceipt(received) } : entry
