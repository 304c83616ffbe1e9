import * as v from 'valibot'
import { bytesUpTo, day, hash, publicKey, signature } from './binary.ts'
import { limits } from './limits.ts'

/** A statement of the directory and who signed it (PROTOCOL 4.1). */
export const SignedStatement = v.strictObject({
  statement: bytesUpTo(limits.statement, 46),
  signatures: v.pipe(
    v.array(v.strictObject({ signer: publicKey, signature })),
    v.minLength(1),
    v.maxLength(limits.signatures),
  ),
})
export type SignedStatement = v.InferOutput<typeof SignedStatement>

/** That a person saw this head on this day (PROTOCOL 4.6). */
export const Mark = v.strictObject({ signer: publicKey, head: hash, day, signature })
export type Mark = v.InferOutput<typeof Mark>

export const OfficeState = v.strictObject({
  founded: v.boolean(),
  /** False while it is a rehearsal. */
  open: v.boolean(),
  /** Today at the headquarters: the day that new entries and statements carry. */
  day,
  serviceKey: publicKey,
  fingerprint: v.nullable(hash),
})
export type OfficeState = v.InferOutput<typeof OfficeState>

export const DirectoryAnswer = v.strictObject({
  day,
  statements: v.array(SignedStatement),
  marks: v.array(Mark),
})
export type DirectoryAnswer = v.InferOutput<typeof DirectoryAnswer>

/** The service's signed root over all that it accepted on a day that is over (PROTOCOL 9.2). */
export const Checkpoint = v.strictObject({ day, root: hash, previous: hash, signature })
export type Checkpoint = v.InferOutput<typeof Checkpoint>

export const Checkpoints = v.strictObject({ checkpoints: v.pipe(v.array(Checkpoint), v.maxLength(limits.checkpoints)) })
export type Checkpoints = v.InferOutput<typeof Checkpoints>
