import type { OfficerKeys } from '../keys/officer-secret.ts'
import type { Random } from '../random.ts'
import type { Bytes } from '../wire/bytes.ts'
import { decodeJoin } from '../wire/join.ts'
import { type SignedStatement, statementHash } from '../wire/statement.ts'
import { describePayload, type Newcomer, proveJoin, signStatement } from './statements.ts'

export interface Founding {
  readonly day: number
  /** The first chief; the role is chief whatever it says. */
  readonly founder: Omit<Newcomer, 'role'>
  readonly serviceKey: Bytes
  /** The office in its own words, a JSON object. */
  readonly description: object
}

/** The two statements with which an office begins (PROTOCOL 4.2): who founds it, and what it says of itself. */
export async function foundOffice(
  founding: Founding,
  keys: OfficerKeys,
  random: Random,
): Promise<{ statements: [SignedStatement, SignedStatement]; fingerprint: Bytes }> {
  const { day, founder, serviceKey, description } = founding
  const { join, proof } = proveJoin({ ...founder, role: 'chief' }, keys)
  const payload = { join: decodeJoin(join), proof, serviceKey, nonce: random(16) }
  const found = signStatement(null, day, 'found', payload, keys)
  const fingerprint = await statementHash(found.statement)
  const after = { head: fingerprint, sequence: 0 }
  const describe = signStatement(after, day, 'describe', describePayload(description), keys)
  return { statements: [found, describe], fingerprint }
}
