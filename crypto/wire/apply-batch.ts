import { applyEntry } from './apply-entry.ts'
import { equal } from './bytes.ts'
import type { CaseState } from './case-state.ts'
import type { Directory, DirectoryAt } from './directory.ts'
import type { VerifiedEntry } from './entry.ts'
import { rule } from './errors.ts'
import { isSettled } from './holders.ts'
import { limits } from './limits.ts'
import { lanesInReach } from './reach.ts'
import { isReleased } from './released-in.ts'
import { type Author, stepOf } from './step.ts'

function samePerson(a: Author, b: Author): boolean {
  if (a.who === 'member') return b.who === 'member' && equal(a.member.id, b.member.id)
  if (a.who === 'further') return b.who === 'further' && equal(a.key.signingKey, b.key.signingKey)
  return a.who === b.who
}

/** A batch is one person's, of one day, under one head, and brings at most one share for the service. */
function checkForm(entries: readonly VerifiedEntry[]): VerifiedEntry {
  rule(entries.length <= limits.batch, 'rule.batch')
  const first = entries[0]
  rule(first !== undefined, 'rule.batch')
  const { day, directory } = first.header
  rule(
    entries.every(({ header }) => header.day === day && equal(header.directory, directory)),
    'rule.batch',
  )
  const shares = entries.filter(
    ({ header, seals }) => header.lane === 'identity' && seals && seals.mode !== 'more-readers',
  )
  rule(shares.length <= 1, 'rule.batch')
  return first
}

/** A case begins with one entry in the shared lane and one in the identity lane, filled or not (PROTOCOL 6.8). */
function checkBeginning(state: CaseState, entries: readonly VerifiedEntry[]): void {
  if (state.lanes.shared !== null) return
  const lanes = entries.map(({ header }) => header.lane).join()
  rule(lanes === 'shared,identity', 'rule.first_batch')
}

/** What an author has to leave in order: all in their reach; the service, that nothing is held back from those let in. */
const isInOrder = (author: Author, after: CaseState, at: DirectoryAt): boolean =>
  author.who === 'service'
    ? isReleased(after, ['office', 'identity'], at)
    : isSettled(after, lanesInReach(author, after, at), at)

/**
 * What a batch makes of a case (PROTOCOL 6.8). After it, exactly the right people hold every key in the author's reach;
 * only somebody who leaves on their own cannot make the keys that shut them out, and the next writer does.
 * Throws `WireError('chain.…')` or `RuleBroken`; then nothing of the batch counts.
 */
export function applyBatch(state: CaseState, entries: readonly VerifiedEntry[], directory: Directory): CaseState {
  const first = checkForm(entries)
  checkBeginning(state, entries)
  const { author, at } = stepOf(state, first, directory)
  let after = state
  for (const entry of entries) {
    const step = stepOf(after, entry, directory)
    rule(author !== null && step.author !== null && samePerson(author, step.author), 'rule.unknown_author')
    after = applyEntry(after, entry, directory)
  }
  const last = entries.at(-1)
  const leaves = last?.header.kind === 'remove' && last.seals === null
  rule(leaves || (author !== null && isInOrder(author, after, at)), 'rule.readers_out_of_date')
  return after
}
