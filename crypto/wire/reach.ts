import { equal } from './bytes.ts'
import type { CaseState, LaneState } from './case-state.ts'
import type { DirectoryAt } from './directory.ts'
import { wantedHolders } from './holders.ts'
import type { Author } from './step.ts'
import type { Lane } from './types.ts'

/** Whether nobody who may still read holds the key of the office's lane; then it goes on under a key without history. */
export const isAbandoned = (office: LaneState, state: CaseState, at: DirectoryAt): boolean =>
  !wantedHolders('office', state, at).some((wanted) =>
    office.holders.some(({ sealingKeyId }) => equal(sealingKeyId, wanted.sealingKeyId)),
  )

function reachesOffice(author: Author, state: CaseState, at: DirectoryAt): boolean {
  const { office } = state.lanes
  if (author.who === 'reporter' || office === null) return false
  const { sealingKeyId } = author.member
  return office.holders.some((held) => equal(held.sealingKeyId, sealingKeyId)) || isAbandoned(office, state, at)
}

/**
 * The lanes that an author has to leave in order (PROTOCOL 6.8). The office's own is out of reach for the reporter, and for
 * an officer whom the reporter has let in, until a colleague who holds its key writes.
 */
export const lanesInReach = (author: Author, state: CaseState, at: DirectoryAt): readonly Lane[] =>
  reachesOffice(author, state, at) ? ['shared', 'office', 'identity'] : ['shared', 'identity']
