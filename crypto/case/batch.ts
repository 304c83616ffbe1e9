import type { Bytes } from '../wire/bytes.ts'
import type { SignedEntry } from '../wire/entry.ts'
import { must } from '../wire/errors.ts'
import { sealSummary } from './sealed-summary.ts'
import type { Pen, Work } from './work.ts'

/** What is sent to the service for one append: all of it lands, or none (PROTOCOL 6.8). */
export interface AppendBatch {
  readonly entries: readonly SignedEntry[]
  readonly serviceShare?: Bytes
  readonly shareMask?: Bytes
  readonly summary?: Bytes
}

/** Ends a batch, with a summary over its newest shared entry if it has one. `summary` is a JSON value. */
export async function finish(work: Work, summary: unknown, pen: Pen): Promise<AppendBatch> {
  const { entries, share, covered, state, secrets } = work
  if (!covered) return { entries, ...share }
  const key = secrets.shared.keys.get(covered.epoch)
  must(key !== undefined, 'seal.bad')
  const place = { case: state.case, epoch: covered.epoch, head: covered.hash }
  return { entries, ...share, summary: await sealSummary(summary, place, key, pen.keys, pen.random) }
}
