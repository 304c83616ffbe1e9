import { type Day, daysBetween } from '../../domain/days.ts'
import { nextOwed, type Owed, type Story } from '../../domain/story.ts'

/** What the heading of the status page says: the state that ends a wait, or what is owed and by when. */
export type Headline =
  | { readonly says: 'withdrawn' | 'closed' | 'waiting' | 'answered' }
  | { readonly says: 'owed' | 'late'; readonly owed: Owed; readonly by: Day }

/** Derives the heading. The next date stands in it; the office is late only when the hard limit has passed. */
export const headlineOf = (story: Story, today: Day): Headline => {
  const { state } = story
  if (state === 'withdrawn' || state === 'closed' || state === 'waiting' || state === 'answered') return { says: state }
  const owed = nextOwed(story)
  if (owed === null) return { says: 'answered' }
  if (today > owed.limit) return { says: 'late', owed, by: owed.limit }
  return { says: 'owed', owed, by: today > owed.due ? owed.limit : owed.due }
}

/** The clock of something owed, in whole days. */
export const clockOf = ({ from }: Owed, by: Day, today: Day): { readonly days: number; readonly gone: number } => ({
  days: daysBetween(from, by),
  gone: daysBetween(from, today),
})
