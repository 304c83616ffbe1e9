import { equal } from './bytes.ts'
import type { CaseState, LaneState } from './case-state.ts'
import type { DirectoryAt } from './directory.ts'
import { wantedHolders } from './holders.ts'
import type { Member } from './member.ts'
import type { Author } from './step.ts'
import type { Lane } from './types.ts'

/** Whether nobody who may still read holds the key of the office's lane; then it goes on under a key without history. */
export const isAbandoned = (office: LaneState, state: CaseState, at: DirectoryAt): boolean =>
  !wantedHolders('office', state, at).some((wanted) =>
    office.holders.some(({ sealingKeyId }) => equal(sealingKeyId, wanted.sealingKeyId)),
  )

/** Whether an officer can write in a lane that has begun: they hold its key, or nobody does and they begin anew. */
export const reaches = (lane: Lane, held: LaneState, member: Member, state: CaseState, at: DirectoryAt): boolean =>
  held.holders.some(({ sealingKeyId }) => equal(sealingKeyId, member.sealingKeyId)) ||
  (lane === 'office' && isAbandoned(held, state, at))

/**
 * The lanes that an author has to leave in order (PROTOCOL 6.8). The office's own is out of reach for the reporter, and for
 * an officer whom the reporter has let in, until a colleague who holds its key writes; a further key reaches the shared
 * lane alone.
 */
export function lanesInReach(author: Author, state: CaseState, at: DirectoryAt): readonly Lane[] {
  if (author.who === 'further') return ['shared']
  const { office } = state.lanes
  const reachesOffice =
    author.who === 'member' && office !== null && reaches('office', office, author.member, state, at)
  return reachesOffice ? ['shared', 'office', 'identity'] : ['shared', 'identity']
}
