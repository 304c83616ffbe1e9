import type { CaseState } from '../../../crypto/wire/case-state.ts'
import type { VerifiedEntry } from '../../../crypto/wire/entry.ts'
import { isOfSide } from '../../../crypto/wire/further-keys.ts'

type Entries = readonly Pick<VerifiedEntry, 'header'>[]

/** Whether a batch is by the reporter's side of a case: then all of it is, under the keys of before and after. */
export const isBySide = (before: CaseState, entries: Entries): boolean =>
  entries.some(({ header }) => isOfSide(before, header.author))

/** What says something, and does not only move keys and readers. */
const speaks = ['entry', 'close']

/**
 * Since which day the reporter waits once these entries of today have landed: from their first words in the shared lane
 * until somebody of the office says something there; 0 if they do not wait. A note among officers is no answer.
 */
export function waitsAfter(waits: number, bySide: boolean, entries: Entries, today: number): number {
  if (!entries.some(({ header }) => header.lane === 'shared' && speaks.includes(header.kind))) return waits
  return bySide ? waits || today : 0
}
