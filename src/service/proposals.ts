import { toBase64url } from '../../crypto/wire/base64url.ts'
import { type Bytes, equal } from '../../crypto/wire/bytes.ts'
import type { StatementSignature } from '../../crypto/wire/statement.ts'
import type { Proposals, StatementAnswer } from '../contract/office.ts'
import { dayOf } from '../domain/days.ts'
import { appendStatement } from './append-statement.ts'
import { signaturesOf } from './current-office.ts'
import { statementToJson } from './json.ts'
import { Refusal } from './ports.ts'
import type { Officer } from './session.ts'
import type { World } from './world.ts'

/** The statements that wait for a second chief. */
export async function listProposals(world: World): Promise<Proposals> {
  const rows = await world.store.directory.proposals()
  return {
    proposals: rows.map((row) => ({ hash: toBase64url(row.hash), ...statementToJson(row), day: dayOf(row.day) })),
  }
}

/** Adds a chief's signature; with enough of them the statement stands. */
export async function signProposal(
  world: World,
  { member, office }: Officer,
  hash: Bytes,
  signature: StatementSignature,
): Promise<StatementAnswer> {
  const proposal = (await world.store.directory.proposals()).find((row) => equal(row.hash, hash))
  if (!proposal) throw new Refusal('proposal.not_found')
  if (!equal(signature.signer, member.signingKey)) throw new Refusal('session.not_allowed')
  const others = signaturesOf(proposal.signatures).filter(({ signer }) => !equal(signer, signature.signer))
  return appendStatement(world, office, { statement: proposal.statement, signatures: [...others, signature] })
}

export async function dropProposal(world: World, hash: Bytes): Promise<void> {
  if (!(await world.store.directory.dropProposal(hash))) throw new Refusal('proposal.not_found')
}
