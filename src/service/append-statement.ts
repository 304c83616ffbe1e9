import { toBase64url } from '../../crypto/wire/base64url.ts'
import { type Bytes, distinct, equal, includes } from '../../crypto/wire/bytes.ts'
import { foldNext } from '../../crypto/wire/directory.ts'
import { signersOf } from '../../crypto/wire/directory-signers.ts'
import { applyStatement } from '../../crypto/wire/directory-steps.ts'
import { verifySignature } from '../../crypto/wire/ed25519.ts'
import type { Member } from '../../crypto/wire/member.ts'
import {
  decodeStatement,
  type SignedStatement,
  type Statement,
  type StatementKind,
  statementCore,
  statementHash,
} from '../../crypto/wire/statement.ts'
import type { StatementAnswer } from '../contract/office.ts'
import type { CurrentOffice } from './current-office.ts'
import { statementRow } from './json.ts'
import { Refusal } from './ports.ts'
import { effectsOf } from './statement-effects.ts'
import type { World } from './world.ts'

/**
 * Appends a statement. If it needs the signature of a second chief and is otherwise sound, it is kept as a proposal.
 * Refused with `directory.…`, and with the code of whatever its kind needs.
 */
export async function appendStatement(
  world: World,
  office: CurrentOffice,
  signed: SignedStatement,
): Promise<StatementAnswer> {
  const statement = decodeStatement(signed.statement)
  demandNext(office, statement)
  const hash = await statementHash(signed.statement)
  if (await lacksSignatures(office, statement, signed)) {
    const { fold, directory, today } = office
    const next = await applyStatement(fold.office, statement, directory.fingerprint, verifySignature)
    await effectsOf({ world, office, description: next.description }, statement)
    const { sequence: _, ...proposal } = statementRow(signed, statement.sequence, hash)
    await world.store.directory.putProposal({ ...proposal, day: today })
    return { applied: false, hash: toBase64url(hash) }
  }
  const { directory } = await foldNext(office.fold, signed)
  const effects = await effectsOf({ world, office, description: directory.description }, statement)
  await world.store.directory.append([statementRow(signed, statement.sequence, hash)], effects)
  return { applied: true, hash: toBase64url(hash) }
}

/** Who is signed in states and signs: refused with `session.not_allowed` if their signature is not among those that came. */
export function demandSigner(member: Member, { signatures }: SignedStatement): void {
  if (!signatures.some(({ signer }) => equal(signer, member.signingKey))) throw new Refusal('session.not_allowed')
}

/** Refused with `directory.wrong_kind`. */
export function demandKind({ statement }: SignedStatement, kind: StatementKind): void {
  if (decodeStatement(statement).kind !== kind) throw new Refusal('directory.wrong_kind')
}

/** The statement follows the head and was made today (or yesterday: midnight passes while people type). */
function demandNext({ directory, today }: CurrentOffice, statement: Statement): void {
  const follows = statement.sequence === directory.sequence + 1 && equal(statement.previous, directory.head)
  if (!follows) throw new Refusal('directory.head_moved')
  demandStatementDay(statement.day, today)
}

/** Refused with `directory.wrong_day`. */
export function demandStatementDay(day: number, today: number): void {
  if (day > today || day < today - 1) throw new Refusal('directory.wrong_day')
}

/** Whether signatures of chiefs are missing. Those that are there must be right: `directory.bad_signature` otherwise. */
async function lacksSignatures(
  { fold }: CurrentOffice,
  statement: Statement,
  signed: SignedStatement,
): Promise<boolean> {
  const signers = signed.signatures.map(({ signer }) => signer)
  const { chiefs, needed, besides } = signersOf(fold.office, statement, signers)
  const known = (signer: Bytes): boolean => includes([...chiefs, ...besides], signer)
  if (!signers.every(known) || !distinct(signers)) throw new Refusal('directory.wrong_signers')
  const core = statementCore(signed.statement)
  for (const { signer, signature } of signed.signatures) {
    if (!(await verifySignature(signer, core, signature))) throw new Refusal('directory.bad_signature')
  }
  if (chiefs.length < needed) throw new Refusal('directory.one_chief')
  return signers.filter((signer) => includes(chiefs, signer)).length < needed
}
