import type { CaseState, Holder } from './case-state.ts'
import type { DirectoryAt } from './directory.ts'
import { wantedHeld } from './held-members.ts'
import { holds, missingHolders, wantedHolders } from './holders.ts'
import type { Lane } from './types.ts'

/**
 * Whom a release lets read a lane (PROTOCOL 6.11): in the shared lane those held back who may still be let in, elsewhere
 * those held back who read the case by then and lack the lane's key. Nobody where there is nothing to release.
 */
export function releasedIn(lane: Lane, state: CaseState, at: DirectoryAt): Holder[] {
  const is = state.lanes[lane]
  if (is === null) return []
  const entitled = lane === 'shared' ? wantedHeld(state, at) : missingHolders(is, wantedHolders(lane, state, at))
  const begun = lane === 'shared' || state.released > 0
  return begun ? entitled.filter(({ sealingKeyId }) => holds(is.held, sealingKeyId)) : []
}

/** Whether these lanes hold nothing back from whom a release let in. */
export const isReleased = (state: CaseState, lanes: readonly Lane[], at: DirectoryAt): boolean =>
  lanes.every((lane) => releasedIn(lane, state, at).length === 0)
