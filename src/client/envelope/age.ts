import { type Day, daysBetween } from '../../domain/days.ts'

/** After these days a newer form is asked for: somebody may have left the office since, or joined it. */
const OLD = 60

/** What the age of a directory means: nothing, a wish for a newer one, or that the office would not take what is made by it. */
export type Age = 'fresh' | 'old' | 'over'

/**
 * How a directory of one day stands on another.
 * @param most the days for which the service takes what was sealed by it (PROTOCOL 19)
 */
export const ageOf = (of: Day, today: Day, most: number): { readonly age: Age; readonly days: number } => {
  const days = Math.max(0, daysBetween(of, today))
  return { days, age: days > most ? 'over' : days > OLD ? 'old' : 'fresh' }
}
