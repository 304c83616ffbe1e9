import type { Bytes } from '../wire/bytes.ts'
import type { SignedEntry } from '../wire/entry.ts'
import { must } from '../wire/errors.ts'
import type { HeldBlocks } from '../wire/held-block.ts'
import type { Lane } from '../wire/types.ts'
import { sealSummary } from './sealed-summary.ts'
import type { Pen, Work } from './work.ts'

/** What is sent to the service for one append: all of it lands, or none (PROTOCOL 6.8). */
export interface AppendBatch {
  readonly entries: readonly SignedEntry[]
  readonly serviceShare?: Bytes
  readonly shareMask?: Bytes
  readonly summary?: Bytes
  /** What the service is to hold back, by lane (PROTOCOL 5.7). */
  readonly held?: HeldBlocks
}

/** What goes to the service beside the entries; of held blocks, those of lanes that are held back when all is done. */
function besideOf({ share, held, state }: Work): Omit<AppendBatch, 'entries' | 'summary'> {
  const owed = Object.entries(held).filter(([lane]) => (state.lanes[lane as Lane]?.held.length ?? 0) > 0)
  return owed.length > 0 ? { ...share, held: Object.fromEntries(owed) } : share
}

/** Ends a batch, with a summary over its newest shared entry if it has one. `summary` is a JSON value. */
export async function finish(work: Work, summary: unknown, pen: Pen): Promise<AppendBatch> {
  const { entries, covered, state, secrets } = work
  const beside = besideOf(work)
  if (!covered) return { entries, ...beside }
  const key = secrets.shared.keys.get(covered.epoch)
  must(key !== undefined, 'seal.bad')
  const place = { case: state.case, epoch: covered.epoch, head: covered.hash }
  return { entries, ...beside, summary: await sealSummary(summary, place, key, pen.keys, pen.random) }
}
