import { type Bytes, concat } from './bytes.ts'
import { day, decode, encode, fixed, list16, named, struct, u32, v32, versioned } from './codec.ts'
import { sha256 } from './hash.ts'
import { limits, sizes } from './limits.ts'
import { tag } from './tag.ts'

/** PROTOCOL 4.2. */
export const statementKinds = {
  found: 0,
  describe: 1,
  admit: 2,
  change: 3,
  retire: 4,
  rekey: 5,
  'service-key': 6,
  open: 7,
} as const
export type StatementKind = keyof typeof statementKinds

/** One step of the directory (PROTOCOL 4.1). */
export interface Statement {
  sequence: number
  previous: Bytes
  day: number
  kind: StatementKind
  payload: Bytes
}

export interface StatementSignature {
  signer: Bytes
  signature: Bytes
}

/** A statement as it travels: the bytes that were signed, and who signed them. Untrusted until folded. */
export interface SignedStatement {
  statement: Bytes
  signatures: StatementSignature[]
}

const statementCodec = versioned(
  1,
  struct<Statement>({
    sequence: u32,
    previous: fixed(sizes.hash),
    day,
    kind: named<StatementKind>(statementKinds),
    payload: v32(limits.statementPayload),
  }),
)

const signedCodec = struct<SignedStatement>({
  statement: v32(limits.statementPayload + 64),
  signatures: list16(struct({ signer: fixed(sizes.key), signature: fixed(sizes.signature) }), limits.signatures),
})

export const encodeStatement = (statement: Statement): Bytes => encode(statementCodec, statement)

/** Throws `directory.malformed`. */
export const decodeStatement = (bytes: Uint8Array): Statement => decode(statementCodec, bytes, 'directory.malformed')

/** A statement with its signatures as one byte string, for files and vectors. */
export const encodeSignedStatement = (signed: SignedStatement): Bytes => encode(signedCodec, signed)

/** Throws `directory.malformed`. */
export const decodeSignedStatement = (bytes: Uint8Array): SignedStatement =>
  decode(signedCodec, bytes, 'directory.malformed')

/** What is signed, and whose hash is the statement's hash (PROTOCOL 4.1). */
export const statementCore = (statement: Bytes): Bytes =>
  concat(tag('statement'), encode(v32(limits.statementPayload + 64), statement))

/** The hash by which the next statement and every entry name this one; of the founding one, the office fingerprint. */
export const statementHash = (statement: Bytes): Promise<Bytes> => sha256(statementCore(statement))
