import * as v from 'valibot'
import { bytes, count, day, hash, publicKey, signature } from './binary.ts'
import { AcceptedEntry } from './entries.ts'
import { limits } from './limits.ts'

export const Nothing = v.strictObject({})
export const Challenge = v.strictObject({ challenge: bytes(limits.challenge) })

/** A reporter's signed question for one page of their case (PROTOCOL 8.2). */
export const ReadRequest = v.strictObject({
  key: publicKey,
  challenge: bytes(limits.challenge),
  page: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)),
  signature,
})
export type ReadRequest = v.InferOutput<typeof ReadRequest>

/** The sealed mark of a visit, which takes the place of the one before it (PROTOCOL 18). */
export const VisitRequest = v.strictObject({
  key: publicKey,
  challenge: bytes(limits.challenge),
  cell: bytes(limits.visit),
  signature,
})
export type VisitRequest = v.InferOutput<typeof VisitRequest>

/** The mark before it; random bytes where there is none. */
export const VisitMark = v.strictObject({ cell: bytes(limits.visit) })
export type VisitMark = v.InferOutput<typeof VisitMark>

/** One line of the inbox. `seal` is mine, of the shared lane's present epoch, which is also the summary's. */
export const CaseLine = v.strictObject({
  case: hash,
  revision: count,
  received: day,
  last: day,
  remind: day,
  release: day,
  epoch: count,
  /** Hash of the newest entry of the shared lane. */
  head: hash,
  seal: bytes(1_200),
  summary: bytes(limits.summary),
})
export type CaseLine = v.InferOutput<typeof CaseLine>

/** `next` continues the list (pass it as `after`); null at its end. The order says nothing: the page sorts. */
export const CaseLines = v.strictObject({ cases: v.array(CaseLine), next: v.nullable(hash) })
export type CaseLines = v.InferOutput<typeof CaseLines>

/** In the order of acceptance. `next` is the revision to ask for more with, or null. */
export const CaseEntries = v.strictObject({ entries: v.array(AcceptedEntry), next: v.nullable(count) })
export type CaseEntries = v.InferOutput<typeof CaseEntries>

export const IdentityShare = v.strictObject({ serviceShare: bytes(32) })
