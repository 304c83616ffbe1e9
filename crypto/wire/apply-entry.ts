import { checkAuthor } from './author-table.ts'
import { caseAfter } from './case-after.ts'
import type { CaseState, LaneState } from './case-state.ts'
import { checkChain } from './check-chain.ts'
import { checkCiphertext, checkEpoch, checkFields, checkSchedule, checkTime } from './check-fields.ts'
import { checkFiles, withFiles } from './check-files.ts'
import { checkMembers } from './check-members.ts'
import { checkReadersBefore, readersAfter } from './check-readers.ts'
import type { Directory } from './directory.ts'
import type { VerifiedEntry } from './entry.ts'
import { type Step, stepOf } from './step.ts'

const checks: readonly ((step: Step) => void)[] = [
  checkChain,
  checkTime,
  checkAuthor,
  checkFields,
  checkEpoch,
  checkCiphertext,
  checkFiles,
  checkMembers,
  checkSchedule,
  checkReadersBefore,
]

function link(step: Step, state: CaseState, lane: LaneState): CaseState {
  return { ...state, lanes: { ...state.lanes, [step.header.lane]: lane } }
}

/**
 * What an entry makes of a case; the same function on the service and in every reader (PROTOCOL 6, 10.2).
 * Throws `WireError('chain.…')` for an entry that does not link, `RuleBroken` for one that its author may not write.
 */
export function applyEntry(state: CaseState, entry: VerifiedEntry, directory: Directory): CaseState {
  const step = stepOf(state, entry, directory)
  for (const check of checks) check(step)
  const after = withFiles(step, caseAfter(step))
  const { sequence, epoch, keyCommitment, day } = step.header
  const at = { head: entry.hash, sequence, epoch, keyCommitment, day, directorySequence: step.at.sequence }
  return link(step, after, { ...at, ...readersAfter(step, after) })
}

/**
 * The case after an entry that a reader has found void: it links the chain and changes nothing else (PROTOCOL 10.6).
 * Throws `WireError('chain.…')` for an entry that does not even link, or with which the lane would begin.
 */
export function applyVoid(state: CaseState, entry: VerifiedEntry, directory: Directory): CaseState {
  const step = stepOf(state, entry, directory)
  checkChain(step)
  if (!step.lane) return state
  return link(step, state, { ...step.lane, head: entry.hash, sequence: step.header.sequence })
}
