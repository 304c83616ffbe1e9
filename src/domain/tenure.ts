import type { Day } from './days.ts'
import type { Role } from './roles.ts'

/** Somebody of the office in one role: from a day, up to the first day on which they no longer were. */
export interface Tenure {
  readonly id: string
  readonly role: Role
  readonly from: Day
  readonly until: Day | null
}

/** Who was in standing on a day. */
export function inStandingOn(people: readonly Tenure[], day: Day): readonly Tenure[] {
  return people.filter(({ from, until }) => from <= day && (until === null || day < until))
}

/** The role in which somebody signed on a day; the last one for who has left since. `null` for a stranger. */
export function roleOn(people: readonly Tenure[], id: string, day: Day): Role | null {
  return people.findLast((tenure) => tenure.id === id && tenure.from <= day)?.role ?? null
}
