import { applyBatch } from '../../crypto/wire/apply-batch.ts'
import { fromBase64url } from '../../crypto/wire/base64url.ts'
import { type Bytes, equal } from '../../crypto/wire/bytes.ts'
import type { CaseState } from '../../crypto/wire/case-state.ts'
import { type SignedEntry, type VerifiedEntry, verifyEntry } from '../../crypto/wire/entry.ts'
import { WireError } from '../../crypto/wire/errors.ts'
import { type HeldBlocks, heldMatches } from '../../crypto/wire/held-block.ts'
import { shareMatches } from '../../crypto/wire/share-hash.ts'
import { checkSummary } from '../../crypto/wire/summary.ts'
import type { Batch } from '../contract/entries.ts'
import type { CurrentOffice } from './current-office.ts'
import { entryFrom } from './json.ts'
import { Refusal } from './ports.ts'

/** A batch as bytes, every entry verified: well formed and signed by the key that it names. */
export interface VerifiedBatch {
  readonly entries: readonly VerifiedEntry[]
  readonly serviceShare: Bytes | undefined
  readonly shareMask: Bytes | undefined
  readonly summary: Bytes | undefined
  readonly held: HeldBlocks
}

const optional = (text: string | undefined): Bytes | undefined => (text === undefined ? undefined : fromBase64url(text))

const heldFrom = (held: Batch['held'] = {}): HeldBlocks =>
  Object.fromEntries(Object.entries(held).flatMap(([lane, block]) => (block ? [[lane, fromBase64url(block)]] : [])))

/** A batch as bytes, before anything of it was checked. */
export type PlainBatch = Omit<VerifiedBatch, 'entries'> & { readonly entries: readonly SignedEntry[] }

/** Throws `entry.…`, `seals.malformed`, or `share.bad` when what came beside the entries is not what they name. */
export async function verifyBytes(batch: PlainBatch): Promise<VerifiedBatch> {
  const entries = await Promise.all(batch.entries.map((entry) => verifyEntry(entry)))
  if (!(await shareMatches(entries, batch))) throw new Refusal('share.bad')
  return { ...batch, entries }
}

/** The same for a batch as it came in JSON; throws `base64.malformed` too. */
export const verifyBatch = async (batch: Batch): Promise<VerifiedBatch> =>
  verifyBytes({
    entries: batch.entries.map(entryFrom),
    serviceShare: optional(batch.serviceShare),
    shareMask: optional(batch.shareMask),
    summary: optional(batch.summary),
    held: heldFrom(batch.held),
  })

/** Codes of entries that follow something which is no longer the newest: their author seals again (PROTOCOL 6.10). */
const outrun = ['chain.wrong_sequence', 'chain.wrong_previous', 'chain.wrong_case_head']

/**
 * What a batch makes of a case: under the present directory, of today or yesterday, by the author table, with a sound
 * summary, and with what is to be held back. Throws `directory.head_moved`, `entry.wrong_day`, `case.head_moved`, `rule.…`, `held.bad`,
 * `summary.…`.
 */
export async function judgeBatch(state: CaseState, batch: VerifiedBatch, office: CurrentOffice): Promise<CaseState> {
  for (const { header } of batch.entries) {
    if (!equal(header.directory, office.directory.head)) throw new Refusal('directory.head_moved')
    if (header.day > office.today || header.day < office.today - 1) throw new Refusal('entry.wrong_day')
  }
  return judgeByRules(state, batch, office)
}

/** The same, whatever head of the directory and whatever day it names. */
export async function judgeByRules(state: CaseState, batch: VerifiedBatch, office: CurrentOffice): Promise<CaseState> {
  const after = applied(state, batch, office)
  if (!(await heldMatches(batch.entries, after, batch.held))) throw new Refusal('held.bad')
  await demandSummary(state, after, batch)
  return after
}

function applied(state: CaseState, { entries }: VerifiedBatch, { directory }: CurrentOffice): CaseState {
  try {
    return applyBatch(state, entries, directory)
  } catch (error) {
    const begun = state.lanes.shared !== null
    throw begun && error instanceof WireError && outrun.includes(error.code) ? new Refusal('case.head_moved') : error
  }
}

/** A summary covers the newest shared entry of its batch. A new epoch needs one, or the inbox could not read the old. */
async function demandSummary(before: CaseState, after: CaseState, { entries, summary }: VerifiedBatch): Promise<void> {
  if (!summary) {
    if (before.lanes.shared?.epoch !== after.lanes.shared?.epoch) throw new Refusal('summary.missing')
    return
  }
  const covered = entries.findLast(({ header }) => header.lane === 'shared')
  if (!covered) throw new Refusal('summary.wrong_head')
  await checkSummary(summary, covered)
}
