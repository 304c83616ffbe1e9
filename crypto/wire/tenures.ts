import { type Bytes, equal } from './bytes.ts'
import { type Member, withId } from './member.ts'
import type { Role } from './types.ts'

/** Somebody in standing in one role: from the day of the statement that said so, up to the day of the one that ended it. */
export interface Tenure {
  readonly id: Bytes
  readonly role: Role
  /** Days since 1970-01-01. */
  readonly from: number
  /** The first day on which it no longer holds; `null` while it does. */
  readonly until: number | null
}

/** The tenures after a statement of this day, which made these members of those. What was is never rewritten. */
export function tenuresAfter(tenures: readonly Tenure[], members: readonly Member[], day: number): readonly Tenure[] {
  const holds = ({ id, role }: Tenure): boolean => {
    const member = withId(members, id)
    return member?.standing === true && member.role === role
  }
  const ended = tenures.map((tenure) => (tenure.until === null && !holds(tenure) ? { ...tenure, until: day } : tenure))
  const begun = members.filter(
    (member) => member.standing && !ended.some(({ id, until }) => until === null && equal(id, member.id)),
  )
  return [...ended, ...begun.map(({ id, role }) => ({ id, role, from: day, until: null }))]
}
