import { equal } from '../../crypto/wire/bytes.ts'
import { lanes } from '../../crypto/wire/types.ts'
import type { VerifiedBatch } from './judge-batch.ts'
import type { ChainRow } from './ports.ts'

/**
 * The rows of a batch that was accepted before, so that a retry after a lost answer gets the same receipts; `null` if any
 * of its entries is not there.
 */
export function acceptedBefore(rows: readonly ChainRow[], { entries }: VerifiedBatch): readonly ChainRow[] | null {
  const found = entries.map(({ header, hash }) =>
    rows.find((row) => row.lane === lanes[header.lane] && row.sequence === header.sequence && equal(row.hash, hash)),
  )
  const complete = found.filter((row) => row !== undefined)
  return complete.length === entries.length ? complete : null
}
