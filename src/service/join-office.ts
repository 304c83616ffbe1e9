import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import { type Bytes, equal } from '../../crypto/wire/bytes.ts'
import { verifySignature } from '../../crypto/wire/ed25519.ts'
import { decodeJoin, type Join, joinProofBytes, keptBytes } from '../../crypto/wire/join.ts'
import { type Member, withId } from '../../crypto/wire/member.ts'
import type { Joining, JoiningList } from '../contract/office.ts'
import { dayOf } from '../domain/days.ts'
import { inStandingAs, invitationOf } from './invitations.ts'
import { testedKit } from './new-kit.ts'
import { verifyRegistration } from './passkeys/verify-registration.ts'
import { Refusal } from './ports.ts'
import type { World } from './world.ts'

/**
 * Joins by invitation, or hands in new keys by one that names the member. Neither gives any right before a signed statement
 * admits the person or puts the new keys in the place of the old ones.
 */
export async function joinOffice(world: World, joining: Joining): Promise<void> {
  const office = await world.office()
  if (!office) throw new Refusal('office.not_founded')
  const invitation = await invitationOf(world, joining.token)
  const bytes = fromBase64url(joining.join)
  const proof = fromBase64url(joining.proof)
  const join = decodeJoin(bytes)
  if (join.role !== invitation.role) throw new Refusal('directory.wrong_role')
  const signed = joinProofBytes(office.directory.fingerprint, bytes)
  if (!(await verifySignature(join.signingKey, signed, proof))) throw new Refusal('directory.bad_proof')
  await demandOwnKeys(joining, bytes, join)
  if (invitation.memberId) demandSamePerson(inStandingAs(office.directory.members, invitation.memberId), join)
  else if (withId(office.directory.members, join.memberId)) throw new Refusal('joining.taken')
  // A member's new passkey must not sign in as them yet: until the statement stands it belongs to an id of its own.
  const waits = invitation.memberId ? invitation.id : join.memberId

  const about = { memberId: join.memberId, label: join.label, created: office.today, state: 'ready' } as const
  const { credential } = await verifyRegistration(world, joining.credential, about)
  const kit = joining.kit ? await testedKit(world, joining.kit, waits, office.today) : null
  const row = { memberId: waits, role: join.role, join: bytes, proof, day: office.today }
  await world.store.people.join(invitation.id, row, { ...credential, memberId: waits }, kit)
}

/** Whoever copies somebody's join bytes brings no passkey or kit of their own beside them: `directory.bad_proof`. */
async function demandOwnKeys({ credential, kit, kept }: Joining, bytes: Bytes, { signingKey }: Join): Promise<void> {
  const first = {
    attestation: fromBase64url(credential.response.response.attestationObject),
    kit: kit && fromBase64url(kit.publicKey),
  }
  if (!(await verifySignature(signingKey, await keptBytes(bytes, first), fromBase64url(kept)))) {
    throw new Refusal('directory.bad_proof')
  }
}

/** New keys and nothing else (PROTOCOL 4.5): refused with `directory.wrong_role`. */
function demandSamePerson(member: Member, { memberId, role, clearance, label }: Join): void {
  const same = member.role === role && member.clearance === clearance && member.label === label
  if (!same || !equal(member.id, memberId)) throw new Refusal('directory.wrong_role')
}

/** Who waits to be admitted. */
export async function listJoining(world: World): Promise<JoiningList> {
  const rows = await world.store.people.joining()
  return {
    joining: rows.map(({ memberId, join, proof, role, day }) => ({
      memberId: toBase64url(memberId),
      join: toBase64url(join),
      proof: toBase64url(proof),
      role,
      day: dayOf(day),
    })),
  }
}

export async function refuseJoining(world: World, memberId: Bytes): Promise<void> {
  if (!(await world.store.people.refuse(memberId))) throw new Refusal('joining.not_found')
}
