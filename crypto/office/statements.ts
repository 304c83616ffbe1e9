import type { OfficerKeys } from '../keys/officer-secret.ts'
import { sign } from '../sodium/index.ts'
import { type Bytes, utf8, zero32 } from '../wire/bytes.ts'
import type { Directory } from '../wire/directory.ts'
import { encodeJoin, type FirstKeys, type Join, joinProofBytes, keptBytes } from '../wire/join.ts'
import { encodePayload, type Payloads } from '../wire/payloads.ts'
import {
  encodeStatement,
  type SignedStatement,
  type StatementKind,
  type StatementSignature,
  statementCore,
} from '../wire/statement.ts'

/** Who a person will be, before their keys are added. */
export type Newcomer = Omit<Join, 'signingKey' | 'sealingKey'>

/** A person's join bytes and the proof that they hold the new keys (PROTOCOL 4.3). For a founding, the fingerprint is zero. */
export function proveJoin(
  newcomer: Newcomer,
  keys: OfficerKeys,
  fingerprint: Bytes = zero32,
): { join: Bytes; proof: Bytes } {
  const { signing, sealing } = keys
  const join = encodeJoin({ ...newcomer, signingKey: signing.publicKey, sealingKey: sealing.publicKey })
  return { join, proof: sign(joinProofBytes(fingerprint, join), signing.secretKey) }
}

/** That a passkey and a kit belong to who hands these join bytes in: 64 bytes (PROTOCOL 4.3). */
export const signKept = async (join: Bytes, first: FirstKeys, keys: OfficerKeys): Promise<Bytes> =>
  sign(await keptBytes(join, first), keys.signing.secretKey)

/** A signature beside a statement, also of a second chief (PROTOCOL 4.1, 4.5). */
export const countersign = (statement: Bytes, keys: OfficerKeys): StatementSignature => ({
  signer: keys.signing.publicKey,
  signature: sign(statementCore(statement), keys.signing.secretKey),
})

/** The next statement of a directory, signed by one chief; a second one may have to countersign. */
export function signStatement<Kind extends StatementKind>(
  directory: Pick<Directory, 'head' | 'sequence'> | null,
  day: number,
  kind: Kind,
  payload: Payloads[Kind],
  keys: OfficerKeys,
): SignedStatement {
  const sequence = directory ? directory.sequence + 1 : 0
  const previous = directory?.head ?? zero32
  const statement = encodeStatement({ sequence, previous, day, kind, payload: encodePayload(kind, payload) })
  return { statement, signatures: [countersign(statement, keys)] }
}

/** The bytes of a description, which is a JSON object (PROTOCOL 4.2). */
export const describePayload = (description: object): Payloads['describe'] => ({
  description: utf8(JSON.stringify(description)),
})
