import { type ReporterKeys, reporterKeys } from '../keys/case-key.ts'
import type { Random } from '../random.ts'
import { type Bytes, nothing } from '../wire/bytes.ts'
import { emptyCase } from '../wire/case-state.ts'
import type { Directory } from '../wire/directory.ts'
import { rule } from '../wire/errors.ts'
import type { NamedFile } from '../wire/files.ts'
import { declinesLimit } from '../wire/held-members.ts'
import { initialReaders } from '../wire/member.ts'
import { append } from './append.ts'
import { type AppendBatch, finish } from './batch.ts'
import type { Body } from './body.ts'
import type { Readers } from './draft.ts'
import { noSecrets } from './secrets.ts'
import { begin, type Pen } from './work.ts'

/** A report, a request or a question, before it is sealed. */
export interface Submission {
  readonly caseKey: Bytes
  /** Verified before; whom the case is sealed to comes from it. */
  readonly directory: Directory
  /** Member ids of those who must not read this; with all substitutes among them, the limit is declined (PROTOCOL 5.7). */
  readonly excluded: readonly Bytes[]
  /** Days since 1970-01-01. */
  readonly day: number
  /** Hash of the rules in force, 32 bytes. */
  readonly pack: Bytes
  readonly schedule: { readonly remind: number; readonly release: number }
  readonly body: Body
  /** Sealed files that are already with the service; the body holds their keys. */
  readonly files?: readonly NamedFile[]
  /** Who the reporter is; with `null` the lane is there all the same. */
  readonly identity: Body | null
  /** JSON value for the inbox. */
  readonly summary: unknown
}

/** What the identity lane says where the reporter stays anonymous. */
const nobody: Body = { type: 'nothing' }

/**
 * Seals a first submission: an entry in the shared lane and one in the identity lane (PROTOCOL 5.1, 6.8).
 * Throws `rule.no_reader` if nobody would be left to read it.
 */
export async function sealSubmission(submission: Submission, random: Random): Promise<AppendBatch> {
  const { directory, day, excluded, pack, schedule, body, files = [] } = submission
  const keys: ReporterKeys = await reporterKeys(submission.caseKey)
  const pen: Pen = { keys, directory, day, random }
  const officers = initialReaders(directory.members, excluded).map(({ id }) => id)
  rule(officers.length > 0, 'rule.no_reader')
  const { publicKey: reporterSealingKey, id: reporterSealingKeyId } = keys.sealing
  const declined = declinesLimit(directory.members, excluded)
  const readers: Readers = { officers, excluded, declined, reporterSealingKey, reporterSealingKeyId }
  const named = { key: nothing, sealingKey: reporterSealingKey, sealingKeyId: reporterSealingKeyId }
  const first = { lane: 'shared', kind: 'entry', mode: 'new-key', members: excluded, readers, named } as const
  const shared = await append(begin(emptyCase(), noSecrets), { ...first, body, pack, schedule, files }, pen)
  const identityBody = submission.identity ?? nobody
  const both = await append(shared, { lane: 'identity', kind: 'entry', mode: 'new-key', body: identityBody }, pen)
  return finish(both, submission.summary, pen)
}
