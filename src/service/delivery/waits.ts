import { equal } from '../../../crypto/wire/bytes.ts'
import type { VerifiedEntry } from '../../../crypto/wire/entry.ts'
import type { CaseRow } from '../ports.ts'

type Entries = readonly Pick<VerifiedEntry, 'header'>[]

/** Whether a batch is by the reporter of a case: then all of it is, under the keys of before and after. */
export const isByReporter = ({ reporterKey }: Pick<CaseRow, 'reporterKey'>, entries: Entries): boolean =>
  entries.some(({ header }) => equal(header.author, reporterKey))

/** What says something, and does not only move keys and readers. */
const speaks = ['entry', 'close']

/**
 * Since which day the reporter waits once these entries of today have landed: from their first words in the shared lane
 * until somebody of the office says something there; 0 if they do not wait. A note among officers is no answer.
 */
export function waitsAfter(row: Pick<CaseRow, 'reporterKey' | 'waits'>, entries: Entries, today: number): number {
  if (!entries.some(({ header }) => header.lane === 'shared' && speaks.includes(header.kind))) return row.waits
  return isByReporter(row, entries) ? row.waits || today : 0
}
