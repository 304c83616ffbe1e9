import { type Bytes, equal, includes } from './bytes.ts'
import type { CaseState, Holder, LaneState } from './case-state.ts'
import type { DirectoryAt } from './directory.ts'
import { wantedHeld } from './held-members.ts'
import { withId } from './member.ts'
import type { Lane, SealMode } from './types.ts'

type Readers = Pick<CaseState, 'officers' | 'reporterSealingKeyId' | 'furtherKeys'>

/**
 * Who has to hold a lane's key: the assigned officers in standing with their present keys, but for the office lane the
 * reporter, and in the shared lane the further keys.
 */
export function wantedHolders(lane: Lane, readers: Readers, at: DirectoryAt): Holder[] {
  const officers = readers.officers
    .map((id) => withId(at.members, id))
    .filter((member) => member?.standing)
    .map((member) => member as NonNullable<typeof member>)
    .map(({ id, sealingKeyId }) => ({ member: id, sealingKeyId }))
  if (lane === 'office') return officers
  const further = lane === 'shared' ? readers.furtherKeys.map(({ sealingKeyId }) => sealingKeyId) : []
  const side = [readers.reporterSealingKeyId, ...further]
  return [...side.map((sealingKeyId) => ({ member: null, sealingKeyId })), ...officers]
}

/** Whether somebody with this sealing key is among the holders. */
export const holds = (holders: readonly Holder[], id: Bytes): boolean =>
  holders.some((holder) => equal(holder.sealingKeyId, id))

const within = (some: readonly Holder[], all: readonly Holder[]): boolean =>
  some.every(({ sealingKeyId }) => holds(all, sealingKeyId))

/**
 * Whether everybody who holds the lane's present key may still read: nobody left, was retired or changed keys. And
 * whether it is held back for exactly the right people, besides those who read by now. A lane that has not begun is safe.
 */
export function isSafe(lane: Lane, state: CaseState, at: DirectoryAt): boolean {
  const is = state.lanes[lane]
  if (is === null) return true
  const wanted = wantedHolders(lane, state, at)
  const held = wantedHeld(state, at)
  return within(is.holders, wanted) && within(held, is.held) && within(is.held, [...held, ...wanted])
}

/** Whether an assigned officer in standing holds the shared lane's key under their present sealing key: somebody can read. */
export const hasReader = ({ lanes, ...readers }: CaseState, at: DirectoryAt): boolean =>
  lanes.shared !== null &&
  wantedHolders('office', readers, at).some(({ sealingKeyId }) => holds(lanes.shared?.holders ?? [], sealingKeyId))

/** Those who ought to hold the lane's present key and do not. */
export const missingHolders = (lane: LaneState, wanted: readonly Holder[]): Holder[] =>
  wanted.filter((holder) => !holds(lane.holders, holder.sealingKeyId))

/** Whom an entry names as new readers: members, or the sealing key id of a further key; empty where it names none. */
export interface Joining {
  readonly members: readonly Bytes[]
  readonly sealingKeyId: Bytes
}

/** To whom a seals block of a mode has to be, of all who are wanted as holders (PROTOCOL 5.5). */
export const sealedTo = (mode: SealMode, wanted: readonly Holder[], joining: Joining): Holder[] =>
  wanted.filter(({ member, sealingKeyId }) => {
    if (mode === 'new-key') return true
    if (member === null) return mode === 'more-readers' && equal(sealingKeyId, joining.sealingKeyId)
    return mode === 'new-shares' || includes(joining.members, member)
  })

/**
 * Whether exactly the right people hold the present keys of these lanes, and everybody to whom the case is assigned is in
 * standing (PROTOCOL 6.8, 6.9). Lanes that do not exist are left aside.
 */
export function isSettled(state: CaseState, lanes: readonly Lane[], at: DirectoryAt): boolean {
  const inOrder = (lane: Lane): boolean => {
    const is = state.lanes[lane]
    return !is || (isSafe(lane, state, at) && missingHolders(is, wantedHolders(lane, state, at)).length === 0)
  }
  return state.officers.every((id) => withId(at.members, id)?.standing) && lanes.every(inOrder)
}
