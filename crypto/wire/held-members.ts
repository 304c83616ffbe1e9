import type { Bytes } from './bytes.ts'
import { includes } from './bytes.ts'
import type { CaseState, Holder } from './case-state.ts'
import type { DirectoryAt } from './directory.ts'
import { inStanding, type Member } from './member.ts'

/** What decides whom a limit may let in. */
export type Limit = Pick<CaseState, 'officers' | 'excluded' | 'setAside' | 'declined' | 'released'>

const substitutes = (members: readonly Member[]): Member[] =>
  inStanding(members).filter(({ role }) => role === 'substitute')

/** Whether a reporter who excludes these people declines the limit: there is a substitute, and all are excluded (PROTOCOL 5.7). */
export function declinesLimit(members: readonly Member[], excluded: readonly Bytes[]): boolean {
  const all = substitutes(members)
  return all.length > 0 && all.every(({ id }) => includes(excluded, id))
}

/** The substitutes for whom keys of a case have to be held back, with their present keys (PROTOCOL 5.7). */
export function wantedHeld(limit: Limit, at: DirectoryAt): Holder[] {
  if (limit.declined || limit.released > 0) return []
  const apart = [...limit.officers, ...limit.excluded, ...limit.setAside]
  return substitutes(at.members)
    .filter(({ id }) => !includes(apart, id))
    .map(({ id, sealingKeyId }) => ({ member: id, sealingKeyId }))
}
