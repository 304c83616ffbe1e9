import type { EntryHeader } from './header.ts'

/** The schedule that a case begins with, in days since 1970-01-01 (PROTOCOL 6.7). */
export interface FirstDays {
  readonly remind: number
  readonly release: number
}

/**
 * Whether a first entry leaves its schedule to the day of its receipt: it was sealed without a connection and cannot know
 * when it will arrive (PROTOCOL 6.7, 19.3).
 */
export const leavesDays = ({
  lane,
  sequence,
  remind,
  release,
}: Pick<EntryHeader, 'lane' | 'sequence' | 'remind' | 'release'>): boolean =>
  lane === 'shared' && sequence === 0 && remind === 0 && release === 0
