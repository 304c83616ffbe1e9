import * as v from 'valibot'
import { bytes, bytesUpTo, count, day, hash, longBytesUpTo, signature } from './binary.ts'
import { limits } from './limits.ts'

/** One signed, sealed step of a case, as its author made it (PROTOCOL 6). */
export const SignedEntry = v.strictObject({
  header: bytesUpTo(limits.header, 1),
  ciphertext: longBytesUpTo(limits.ciphertext),
  seals: longBytesUpTo(limits.seals),
  signature,
})
export type SignedEntry = v.InferOutput<typeof SignedEntry>

const block = v.optional(longBytesUpTo(limits.held))

/** Seals that the service holds back for a substitute, beside entries that make a new key or new shares (PROTOCOL 5.7). */
const held = v.optional(v.strictObject({ shared: block, office: block, identity: block }))

const batch = {
  entries: v.pipe(v.array(SignedEntry), v.minLength(1), v.maxLength(limits.batch)),
  /** With identity entries whose seals have mode 1 or 3: the service's share, or the mask for the one it has (5.6). */
  serviceShare: v.optional(bytes(32)),
  shareMask: v.optional(bytes(32)),
  /** Required when the batch begins a new epoch of the shared lane, so that the inbox never needs an older key. */
  summary: v.optional(bytes(limits.summary)),
  held,
}

/** Entries that land together or not at all (PROTOCOL 6.8). */
export const Batch = v.strictObject(batch)
export type Batch = v.InferOutput<typeof Batch>

/** A reporter's batch names the case that it belongs to. */
export const ReporterBatch = v.strictObject({ case: hash, ...batch })
export type ReporterBatch = v.InferOutput<typeof ReporterBatch>

/** A first submission: shared 0 and identity 0, with the service's share and a summary. */
export const FirstBatch = v.strictObject({
  entries: v.pipe(v.array(SignedEntry), v.length(2)),
  serviceShare: bytes(32),
  summary: bytes(limits.summary),
  held,
})
export type FirstBatch = v.InferOutput<typeof FirstBatch>

/** What the service signs when it accepts an entry (PROTOCOL 9.1). */
export const Receipt = v.strictObject({
  case: hash,
  lane: v.picklist(['shared', 'office', 'identity']),
  sequence: count,
  hash,
  day,
  signature,
})
export type Receipt = v.InferOutput<typeof Receipt>

export const Receipts = v.strictObject({ receipts: v.array(Receipt) })
export type Receipts = v.InferOutput<typeof Receipts>

/** An entry as the service gives it out: what its author sent, and the receipt; the revision orders all lanes of a case. */
export const AcceptedEntry = v.strictObject({
  ...SignedEntry.entries,
  revision: count,
  receipt: v.strictObject({ day, signature }),
})
export type AcceptedEntry = v.InferOutput<typeof AcceptedEntry>
