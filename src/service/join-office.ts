import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import { type Bytes, equal } from '../../crypto/wire/bytes.ts'
import { verifySignature } from '../../crypto/wire/ed25519.ts'
import { decodeJoin, joinProofBytes } from '../../crypto/wire/join.ts'
import type { Joining, JoiningList } from '../contract/office.ts'
import { dayOf } from '../domain/days.ts'
import { invitationOf } from './invitations.ts'
import { testedKit } from './new-kit.ts'
import { verifyRegistration } from './passkeys/verify-registration.ts'
import { Refusal } from './ports.ts'
import type { World } from './world.ts'

/** Joins by invitation. The person has no rights before a signed statement admits them. */
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
  const { members } = office.directory
  if (members.some(({ id }) => equal(id, join.memberId))) throw new Refusal('joining.taken')

  const about = { memberId: join.memberId, label: join.label, created: office.today, state: 'ready' } as const
  const { credential } = await verifyRegistration(world, joining.credential, about)
  const kit = joining.kit ? await testedKit(world, joining.kit, join.memberId, office.today) : null
  const row = { memberId: join.memberId, role: join.role, join: bytes, proof, day: office.today }
  await world.store.people.join(invitation.id, row, credential, kit)
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
