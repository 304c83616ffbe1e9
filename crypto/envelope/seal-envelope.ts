import { type Submission, sealSubmission } from '../case/submit.ts'
import type { Random } from '../random.ts'
import { type Bytes, concat } from '../wire/bytes.ts'
import { encodeEnvelope } from '../wire/envelope.ts'
import { must } from '../wire/errors.ts'
import type { NamedFile } from '../wire/files.ts'
import { limits } from '../wire/limits.ts'

/** A sealed file with its bytes, which travel along. Its key stands in the body of the submission. */
export interface SealedBytes extends NamedFile {
  readonly sealed: Bytes
}

/**
 * A first submission that is to travel as a file, with the files that it brings. It brings no identity, whose service share
 * would travel along (PROTOCOL 19.5): that can follow once the case is there.
 */
export interface OfflineSubmission extends Omit<Submission, 'schedule' | 'files' | 'identity'> {
  readonly files?: readonly SealedBytes[]
}

/** Its days are those of its receipt (PROTOCOL 6.7). */
const byReceipt = { remind: 0, release: 0 }

/**
 * Seals a first submission into the bytes of a file (PROTOCOL 19). Throws `rule.no_reader`, `body.too_long`,
 * `summary.too_long`, or `file.too_large` where its files are more than may travel in it.
 */
export async function sealEnvelope({ files = [], ...submission }: OfflineSubmission, random: Random): Promise<Bytes> {
  const chunks = files.reduce((sum, file) => sum + file.chunks, 0)
  must(files.length <= limits.files && chunks <= limits.envelopeChunks, 'file.too_large')
  const named = files.map(({ hash, chunks: count }) => ({ hash, chunks: count }))
  const whole = { ...submission, files: named, schedule: byReceipt, identity: null }
  const batch = await sealSubmission(whole, random)
  const { entries, serviceShare, summary, held = {} } = batch
  const [shared, identity] = entries
  must(
    shared !== undefined && identity !== undefined && serviceShare !== undefined && summary !== undefined,
    'seal.bad',
  )
  const { fingerprint } = submission.directory
  const sealed = concat(...files.map((file) => file.sealed))
  return encodeEnvelope({ fingerprint, entries: [shared, identity], serviceShare, summary, held, files: sealed })
}
