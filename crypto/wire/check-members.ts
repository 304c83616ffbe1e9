import { type Bytes, distinct, equal, includes } from './bytes.ts'
import { rule } from './errors.ts'
import { missingHolders, wantedHolders } from './holders.ts'
import { withId } from './member.ts'
import type { Step } from './step.ts'

const standing = ({ at }: Step, id: Bytes): boolean => withId(at.members, id)?.standing === true

/** In the shared lane somebody new joins the case; the other lanes follow with those who lack their key. */
function mayJoin(step: Step, id: Bytes): boolean {
  const { state, header, lane, at } = step
  if (!standing(step, id)) return false
  if (header.lane === 'shared') return !includes(state.officers, id)
  if (lane === null) return false
  const missing = missingHolders(lane, wantedHolders(header.lane, state, at))
  return missing.some(({ member }) => member !== null && equal(member, id))
}

/** Whom a step may name as members: excluded, added or removed ones, and nobody elsewhere (PROTOCOL 5.1, 6.1, 6.2). */
export function checkMembers(step: Step): void {
  const { state, header } = step
  const { members, kind } = header
  const first = state.lanes.shared === null
  const names = kind === 'grant' || kind === 'remove'
  const lawful = (id: Bytes): boolean => {
    if (first) return standing(step, id)
    return kind === 'grant' ? mayJoin(step, id) : includes(state.officers, id)
  }
  rule(first || names === members.length > 0, 'rule.members')
  rule(distinct(members) && members.every(lawful), 'rule.members')
}
