import { type Day, daysBetween } from './days.ts'

/** After these days a newer directory is asked for: somebody may have left the office since, or joined it. */
const OLD = 60

/** What the age of a directory means: nothing, a wish for a newer one, or a strong one. The office takes what is locked by any. */
type Age = 'fresh' | 'old' | 'over'

/**
 * How a directory of one day stands on another.
 * @param most the days for which a locked file may travel (PROTOCOL 19.4)
 */
export const ageOf = (of: Day, today: Day, most: number): { readonly age: Age; readonly days: number } => {
  const days = Math.max(0, daysBetween(of, today))
  return { days, age: days > most ? 'over' : days > OLD ? 'old' : 'fresh' }
}
