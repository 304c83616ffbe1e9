import {
  approveCredential as approve,
  comparisonCode,
  countersign as countersigned,
  describePayload,
  type Founding,
  foundOffice as found,
  type ListName,
  signMark as mark,
  type Newcomer,
  proveJoin,
  signStatement as sign,
  signKept,
  verify,
} from '../../../../crypto/index.ts'
import {
  acceptableSealingKey,
  type Bytes,
  decodeJoin,
  decodePayload,
  decodeStatement,
  type FirstKeys,
  type Join,
  joinProofBytes,
  type Mark,
  type Payloads,
  type Role,
  type SignedStatement,
  type StatementKind,
  type StatementSignature,
  WireError,
} from '../../../../crypto/wire/index.ts'
import type { Desk } from '../desk.ts'

/** The two statements with which an office begins, signed by the kept officer. */
export const foundOffice = (
  desk: Desk,
  founding: Founding,
): Promise<{ statements: [SignedStatement, SignedStatement]; fingerprint: Bytes }> =>
  found(founding, desk.officer.keys, desk.random)

interface JoinToMake {
  readonly newcomer: Newcomer
  readonly fingerprint: Bytes
  readonly first: FirstKeys
}

/** How the kept officer hands themselves in, with the passkey and the kit that are to be kept (PROTOCOL 4.3). */
export async function makeJoin(
  { officer: { keys } }: Desk,
  { newcomer, fingerprint, first }: JoinToMake,
): Promise<{ join: Bytes; proof: Bytes; kept: Bytes }> {
  const { join, proof } = proveJoin(newcomer, keys, fingerprint)
  return { join, proof, kept: await signKept(join, first, keys) }
}

interface JoinToRead {
  readonly join: Bytes
  readonly proof: Bytes
  readonly list: ListName
}

/** Who hands themselves in, and the 8 words to compare. Throws `directory.malformed` or `directory.bad_proof`. */
export async function readJoin(
  desk: Desk,
  { join, proof, list }: JoinToRead,
): Promise<{ person: Join; code: readonly string[] }> {
  const person = decodeJoin(join)
  if (!acceptableSealingKey(person.sealingKey)) throw new WireError('directory.malformed')
  const signed = joinProofBytes(desk.directory.fingerprint, join)
  if (!(await verify(person.signingKey, signed, proof))) throw new WireError('directory.bad_proof')
  return { person, code: await comparisonCode(join, list) }
}

/** A change of the directory that a chief signs. */
export type Change =
  | { readonly kind: 'admit' | 'rekey'; readonly join: Bytes; readonly proof: Bytes }
  | {
      readonly kind: 'change'
      readonly memberId: Bytes
      readonly role: Role
      readonly clearance: number
      readonly label: string
    }
  | { readonly kind: 'retire'; readonly memberId: Bytes }
  | { readonly kind: 'describe'; readonly description: object }
  | { readonly kind: 'open'; readonly texts: Bytes }
  | { readonly kind: 'service-key'; readonly serviceKey: Bytes }

function payloadOf(change: Change): Payloads[StatementKind] {
  switch (change.kind) {
    case 'admit':
    case 'rekey':
      return { join: decodeJoin(change.join), proof: change.proof }
    case 'describe':
      return describePayload(change.description)
    default:
      return change
  }
}

/** The next statement of the loaded directory, signed by the kept officer. Days are days since 1970-01-01. */
export const signStatement = (desk: Desk, { change, day }: { change: Change; day: number }): SignedStatement =>
  sign(desk.directory, day, change.kind, payloadOf(change), desk.officer.keys)

/** The kept officer's signature beside somebody else's statement. */
export const countersign = (desk: Desk, { statement }: { statement: Bytes }): StatementSignature =>
  countersigned(statement, desk.officer.keys)

/** What a statement says, for whoever is to sign it too. */
export type ReadStatement = {
  readonly [Kind in StatementKind]: {
    readonly kind: Kind
    readonly day: number
    readonly sequence: number
    readonly payload: Payloads[Kind]
  }
}[StatementKind]

export function readStatement(_: Desk, { statement }: { statement: Bytes }): ReadStatement {
  const { kind, day, sequence, payload } = decodeStatement(statement)
  return { kind, day, sequence, payload: decodePayload(kind, payload) } as ReadStatement
}

/** That the kept officer saw the loaded directory's head on a day (PROTOCOL 4.6). */
export const signMark = (desk: Desk, { day }: { day: number }): Mark =>
  mark(desk.directory.head, day, desk.officer.keys)

/** The kept officer's word for another member's new passkey (PROTOCOL 3.5). */
export const approveCredential = (
  desk: Desk,
  { memberId, credentialId }: { memberId: Bytes; credentialId: Bytes },
): Promise<Bytes> => approve(memberId, credentialId, desk.officer.keys)
