import type { Keys } from '../keys/keys.ts'
import type { Bytes } from '../wire/bytes.ts'
import { equal } from '../wire/bytes.ts'
import { must } from '../wire/errors.ts'
import { decodeSeal } from '../wire/seals-block.ts'
import { decodeSummary } from '../wire/summary.ts'
import { openSeal } from './seal.ts'
import { openSummary } from './sealed-summary.ts'

/** One case of the inbox as the service gives it out. */
export interface InboxLine {
  readonly case: Bytes
  /** Own seal of the shared lane's key for the epoch of the summary. */
  readonly seal: Bytes
  readonly summary: Bytes
}

/**
 * The JSON value of a case's summary (PROTOCOL 7). That it opens shows that a reader of the case wrote it; its signature
 * and its head are checked against the chain when the case is opened.
 * Throws `seals.malformed`, `summary.malformed`, `seal.bad` or `body.bad_key`.
 */
export function openInboxLine(keys: Keys, line: InboxLine): unknown {
  const summary = decodeSummary(line.summary)
  const sealed = decodeSeal(line.seal)
  must(equal(sealed.reader, keys.sealing.id), 'seal.bad')
  const key = openSeal(sealed, { case: line.case, lane: 'shared', epoch: summary.epoch }, keys.sealing)
  must(key !== null, 'seal.bad')
  return openSummary(summary, line.case, key)
}
