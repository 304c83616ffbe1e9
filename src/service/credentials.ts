import { toBase64url } from '../../crypto/wire/base64url.ts'
import { type Bytes, equal } from '../../crypto/wire/bytes.ts'
import { verifySignature } from '../../crypto/wire/ed25519.ts'
import { inStanding } from '../../crypto/wire/member.ts'
import { credentialBytes } from '../../crypto/wire/requests.ts'
import type { Credential, Credentials, NewCredential } from '../contract/office.ts'
import type { NewKit } from '../contract/passkeys.ts'
import { dayOf } from '../domain/days.ts'
import { useUp } from './challenges.ts'
import { testedKit } from './new-kit.ts'
import { verifyRegistration } from './passkeys/verify-registration.ts'
import { type CredentialRow, Refusal } from './ports.ts'
import type { Officer } from './session.ts'
import type { World } from './world.ts'

/** One's passkeys and kit, and the new passkeys of colleagues that wait for a second person. */
export async function listCredentials(world: World, { member, office }: Officer): Promise<Credentials> {
  const [rows, kits] = await Promise.all([world.store.people.credentials(), world.store.people.kits()])
  const kit = kits.find(({ memberId }) => equal(memberId, member.id))
  const admitted = inStanding(office.directory.members)
  const waiting = rows.filter(
    ({ memberId, state }) =>
      state === 'waiting' && !equal(memberId, member.id) && admitted.some(({ id }) => equal(id, memberId)),
  )
  return {
    credentials: rows.filter(({ memberId }) => equal(memberId, member.id)).map(shown),
    kit: kit ? { publicKey: toBase64url(kit.publicKey), created: dayOf(kit.created) } : null,
    waiting: waiting.map(shown),
  }
}

/** Adds a passkey. It works once a second person has approved it; at once for somebody who is alone in the office. */
export async function addCredential(world: World, officer: Officer, passkey: NewCredential): Promise<Credential> {
  const { member, office, session } = officer
  const alone = inStanding(office.directory.members).length === 1
  const about = {
    memberId: member.id,
    label: passkey.label,
    created: office.today,
    state: alone ? 'ready' : 'waiting',
  } as const
  const { credential, challenge } = await verifyRegistration(world, passkey, about)
  await useUp(world, challenge)
  await world.store.people.addCredential(credential, session.hash)
  return shown(credential)
}

/** Approves a colleague's new passkey by a signature over it (PROTOCOL 3.5); never one's own. */
export async function approveCredential(world: World, officer: Officer, id: Bytes, signature: Bytes): Promise<void> {
  const credential = await world.store.people.credential(id)
  if (credential?.state !== 'waiting') throw new Refusal('credential.not_found')
  const signed = await credentialBytes(credential.memberId, id)
  const own = equal(credential.memberId, officer.member.id)
  if (own || !(await verifySignature(officer.member.signingKey, signed, signature))) {
    throw new Refusal('approval.refused')
  }
  await world.store.people.approveCredential(id)
}

/** Deletes one's own passkey, but never the last that works; or refuses a colleague's that waits. */
export async function deleteCredential(world: World, { member }: Officer, id: Bytes): Promise<void> {
  const credential = await world.store.people.credential(id)
  const mayDelete = credential && (equal(credential.memberId, member.id) || credential.state === 'waiting')
  if (!mayDelete) throw new Refusal('credential.not_found')
  if (!(await world.store.people.deleteCredential(id))) throw new Refusal('credential.last')
}

/** Replaces the recovery kit by one that has been tried. */
export async function replaceKit(world: World, { member, office, session }: Officer, kit: NewKit): Promise<void> {
  const row = await testedKit(world, kit, member.id, office.today)
  await world.store.people.replaceKit(row, session.hash)
}

const shown = ({ id, memberId, label, created, state }: CredentialRow): Credential => ({
  id: toBase64url(id),
  memberId: toBase64url(memberId),
  label,
  created: dayOf(created),
  state,
})
