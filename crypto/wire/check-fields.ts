import { equal, isZero } from './bytes.ts'
import { rule } from './errors.ts'
import { leavesDays } from './first-days.ts'
import { limits, sizes } from './limits.ts'
import { isAbandoned } from './reach.ts'
import type { Step } from './step.ts'
import type { Kind } from './types.ts'

/** Days and directory heads never go back, neither in a lane nor behind the shared lane (PROTOCOL 10.2). */
export function checkTime({ state, header, lane, at }: Step): void {
  for (const before of [lane, state.lanes.shared]) {
    if (!before) continue
    rule(header.day >= before.day, 'rule.day_went_back')
    rule(at.sequence >= before.directorySequence, 'rule.directory_went_back')
  }
}

/** A new key wraps the one before it, but in a lane whose key nobody holds any more. */
function wrapsPrevious({ state, header, entry, lane, at }: Step): boolean {
  if (entry.seals?.mode !== 'new-key' || lane === null) return false
  return header.lane !== 'office' || !isAbandoned(lane, state, at)
}

/** The kinds that always name a key of the reporter's side (PROTOCOL 15). */
const namesKey: readonly Kind[] = ['represent', 'readmit', 'end-key']

/** Each field of the header is there where PROTOCOL 6.1 wants it, and empty or zero elsewhere. */
export function checkFields(step: Step): void {
  const { state, header, entry, author } = step
  const first = state.lanes.shared === null
  const replaces = header.kind === 'rekey' && header.lane === 'shared' && author?.who === 'reporter'
  const names = namesKey.includes(header.kind) || (replaces && header.namedKey.length > 0)
  const newShare = header.lane === 'identity' && entry.seals !== null && entry.seals.mode !== 'more-readers'
  rule(first || isZero(header.pack), 'rule.field')
  rule(isZero(header.shareHash) === !newShare, 'rule.field')
  rule(header.namedKey.length > 0 === names, 'rule.field')
  rule(header.namedSealingKey.length > 0 === (first || (names && header.kind !== 'end-key')), 'rule.field')
  rule((entry.seals?.previousKey.length ?? 0) === (wrapsPrevious(step) ? sizes.sealed : 0), 'rule.field')
}

/** A new key begins the next epoch; without one, epoch and commitment stay (PROTOCOL 5.2, 5.3). */
export function checkEpoch({ header, entry, lane }: Step): void {
  const begins = entry.seals?.mode === 'new-key'
  rule(header.epoch === (lane ? lane.epoch + (begins ? 1 : 0) : 0), 'rule.epoch')
  if (lane) rule(equal(header.keyCommitment, lane.keyCommitment) === !begins, 'rule.key_commitment')
}

/** Officers' steps in the identity lane and those of the service have no body, since their authors cannot know the key (PROTOCOL 6.4). */
export function checkCiphertext({ header, entry, author }: Step): void {
  const without = author?.who === 'service' || (header.lane === 'identity' && author?.who === 'member')
  rule((entry.raw.ciphertext.length === 0) === without, 'rule.ciphertext')
}

/** PROTOCOL 6.7: set by the first entry or left to its receipt, moved only by entries of the shared lane, and never far. */
export function checkSchedule({ state, header }: Step): void {
  const first = state.lanes.shared === null
  const mayMove = header.lane === 'shared' && header.kind === 'entry'
  for (const moved of [header.remind, header.release]) {
    if (moved === 0) rule(!first || leavesDays(header), 'rule.schedule')
    else rule(mayMove && moved >= header.day && moved <= header.day + limits.releaseAhead, 'rule.schedule')
  }
}
