import { type Bytes, distinct, equal, includes, sameSet } from './bytes.ts'
import { rule } from './errors.ts'
import { missingHolders, wantedHolders } from './holders.ts'
import { withId } from './member.ts'
import { releasedIn } from './released-in.ts'
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

/** A release lets in all whom it can let in, and nobody else (PROTOCOL 6.11). */
function namesReleased({ state, header, at }: Step): boolean {
  const ids = releasedIn(header.lane, state, at).map(({ member }) => member as Bytes)
  return sameSet(header.members, ids)
}

/** Whom a step may name as members: excluded, added, removed or let in ones, and nobody elsewhere (PROTOCOL 5.1, 6.1, 6.2). */
export function checkMembers(step: Step): void {
  const { state, header } = step
  const { members, kind } = header
  const first = state.lanes.shared === null
  const names = kind === 'grant' || kind === 'remove' || kind === 'release'
  const lawful = (id: Bytes): boolean => {
    if (first) return standing(step, id)
    return kind === 'grant' ? mayJoin(step, id) : includes(state.officers, id)
  }
  rule(first || names === members.length > 0, 'rule.members')
  if (kind === 'release') rule(namesReleased(step), 'rule.members')
  else rule(members.every(lawful), 'rule.members')
  rule(distinct(members), 'rule.members')
}
