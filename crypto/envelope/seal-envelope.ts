import { type Submission, sealSubmission } from '../case/submit.ts'
import type { Random } from '../random.ts'
import type { Bytes } from '../wire/bytes.ts'
import { encodeEnvelope } from '../wire/envelope.ts'
import { must } from '../wire/errors.ts'

/**
 * A first submission that is to travel as a file. It brings no files, which would have to be with the service before it,
 * and no identity, whose service share would travel along (PROTOCOL 19.5): both can follow once the case is there.
 */
export type OfflineSubmission = Omit<Submission, 'schedule' | 'files' | 'identity'>

/** Its days are those of its receipt (PROTOCOL 6.7). */
const byReceipt = { remind: 0, release: 0 }

/** Seals a first submission into the bytes of a file (PROTOCOL 19). Throws `rule.no_reader`, `body.too_long` or `summary.too_long`. */
export async function sealEnvelope(submission: OfflineSubmission, random: Random): Promise<Bytes> {
  const batch = await sealSubmission({ ...submission, schedule: byReceipt, identity: null }, random)
  const { entries, serviceShare, summary, held = {} } = batch
  const [shared, identity] = entries
  must(
    shared !== undefined && identity !== undefined && serviceShare !== undefined && summary !== undefined,
    'seal.bad',
  )
  const { fingerprint } = submission.directory
  return encodeEnvelope({ fingerprint, entries: [shared, identity], serviceShare, summary, held })
}
