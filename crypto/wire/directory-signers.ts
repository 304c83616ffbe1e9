import { type Bytes, distinct, equal, includes } from './bytes.ts'
import type { Office } from './directory-steps.ts'
import type { Verify } from './ed25519.ts'
import { must } from './errors.ts'
import { withId } from './member.ts'
import { decodePayload } from './payloads.ts'
import { type SignedStatement, type Statement, statementCore } from './statement.ts'

const chiefKeys = (office: Office): Bytes[] =>
  office.members.filter((member) => member.standing && member.role === 'chief').map((member) => member.signingKey)

/**
 * Who has to sign beside a statement, all of them from `chiefs`, `needed` of those; and who may sign besides (PROTOCOL 4.5).
 * @param signers whose signatures stand there: a rekey that the person's old key signs needs no second chief for that
 */
export function signersOf(
  office: Office,
  statement: Statement,
  signers: readonly Bytes[],
): { chiefs: Bytes[]; needed: number; besides: Bytes[] } {
  if (statement.kind === 'found') {
    return { chiefs: [decodePayload('found', statement.payload).join.signingKey], needed: 1, besides: [] }
  }
  const chiefs = chiefKeys(office)
  const besides = oldKeyOf(office, statement)
  // Whoever has somebody's keys put in another's place reads what that person may: never one chief alone.
  const alone = statement.kind === 'rekey' && !besides.some((key) => includes(signers, key))
  return { chiefs, needed: alone ? 2 : Math.min(2, chiefs.length), besides }
}

/** In a rekey the person's old key may sign too, and shows that they did it themselves. */
function oldKeyOf(office: Office, statement: Statement): Bytes[] {
  if (statement.kind !== 'rekey') return []
  const member = withId(office.members, decodePayload('rekey', statement.payload).join.memberId)
  return member ? [member.signingKey] : []
}

/**
 * Checks every signature beside a statement, and that they are those that it needs, no stranger's and none twice.
 * Throws `directory.wrong_signers` or `directory.bad_signature`.
 */
export async function checkSigners(
  office: Office,
  statement: Statement,
  signed: SignedStatement,
  verify: Verify,
): Promise<void> {
  const signers = signed.signatures.map(({ signer }) => signer)
  const { chiefs, needed, besides } = signersOf(office, statement, signers)
  const known = signers.every((signer) => includes(chiefs, signer) || includes(besides, signer))
  const enough = signers.filter((signer) => chiefs.some((chief) => equal(chief, signer))).length >= needed
  must(needed > 0 && known && enough && distinct(signers), 'directory.wrong_signers')
  const core = statementCore(signed.statement)
  for (const { signer, signature } of signed.signatures) {
    must(await verify(signer, core, signature), 'directory.bad_signature')
  }
}
