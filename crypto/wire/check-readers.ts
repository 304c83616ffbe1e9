import { distinct, isZero, sameSet } from './bytes.ts'
import type { CaseState, LaneState } from './case-state.ts'
import { rule } from './errors.ts'
import { wantedHeld } from './held-members.ts'
import { isSafe, isSettled, sealedTo, wantedHolders } from './holders.ts'
import { lanesInReach } from './reach.ts'
import type { Step } from './step.ts'

/** Steps that are themselves a new key or new shares may always be taken; so may the two entries that begin a case. */
function setsRight({ state, entry, lane }: Step): boolean {
  const renews = lane !== null && entry.seals !== null && entry.seals.mode !== 'more-readers'
  return renews || state.lanes.identity === null
}

/** Where no officer is left in standing, only a grant by the reporter can bring one in, before the removal. */
const bringsSomebodyIn = ({ state, header, author, at }: Step): boolean =>
  header.kind === 'grant' && author?.who === 'reporter' && wantedHolders('office', state, at).length === 0

/**
 * Nothing is written under a key that somebody holds who may no longer read, and nothing new is said before every lane in
 * the author's reach is in order (PROTOCOL 6.9). The service, which makes no keys, releases as things stand. Throws `rule.readers_out_of_date`.
 */
export function checkReadersBefore(step: Step): void {
  const { state, header, lane, at, author } = step
  if (author === null || author.who === 'service' || setsRight(step) || bringsSomebodyIn(step)) return
  const order =
    header.kind === 'grant' && lane !== null
      ? isSafe(header.lane, state, at)
      : isSettled(state, [header.lane, ...lanesInReach(author, state, at)], at)
  rule(order, 'rule.readers_out_of_date')
}

type Readers = Pick<LaneState, 'holders' | 'held'>

/** For whom the lane's key is held back after a step. Throws `rule.field` unless the header names a held block just where one is due. */
function heldAfter({ header, entry, lane, at }: Step, after: CaseState): Readers['held'] {
  const renews = entry.seals !== null && entry.seals.mode !== 'more-readers'
  const held = renews ? wantedHeld(after, at) : (lane?.held ?? [])
  rule(isZero(header.heldHash) === !(renews && held.length > 0), 'rule.field')
  return header.kind === 'release' ? [] : held
}

/**
 * Who holds the lane's key after a step, and for whom it is held back. Throws `rule.seals` unless the seals are to exactly
 * the right people, or `rule.field`.
 */
export function readersAfter(step: Step, after: CaseState): Readers {
  const { header, entry, lane, at } = step
  const held = heldAfter(step, after)
  const before = lane?.holders ?? []
  if (!entry.seals) return { holders: before, held }
  const wanted = wantedHolders(header.lane, after, at)
  const due = sealedTo(entry.seals.mode, wanted, { members: header.members, sealingKeyId: entry.namedSealingKeyId })
  const dueIds = due.map(({ sealingKeyId }) => sealingKeyId)
  const ids = entry.seals.seals.map(({ reader }) => reader)
  rule(sameSet(ids, dueIds) && distinct(ids), 'rule.seals')
  return { holders: entry.seals.mode === 'more-readers' ? [...before, ...due] : wanted, held }
}
