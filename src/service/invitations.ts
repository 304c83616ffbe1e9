import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import type { Bytes } from '../../crypto/wire/bytes.ts'
import { sha256 } from '../../crypto/wire/hash.ts'
import { minutes } from '../contract/limits.ts'
import type { Role } from '../domain/roles.ts'
import { type InvitationRow, Refusal } from './ports.ts'
import { instantOf } from './session.ts'
import { minutesNow, type World } from './world.ts'

/** Makes an invitation for one person in a role, valid for a week. Its token is kept only as a hash. */
export async function invite(world: World, role: Role) {
  const token = world.random(16)
  const invitation = {
    id: world.random(16),
    tokenHash: await sha256(token),
    role,
    expires: minutesNow(world) + minutes.invitation,
  }
  await world.store.people.invite(invitation)
  return { token: toBase64url(token), ...shown(invitation) }
}

export async function listInvitations(world: World) {
  return { invitations: (await world.store.people.invitations(minutesNow(world))).map(shown) }
}

export async function withdrawInvitation(world: World, id: Bytes): Promise<void> {
  if (!(await world.store.people.withdrawInvitation(id))) throw new Refusal('invitation.not_found')
}

/** The invitation that a token opens; refused with `invitation.invalid` if it is unknown, used, withdrawn or too old. */
export async function invitationOf(world: World, token: string): Promise<InvitationRow> {
  const invitation = await world.store.people.invitationByToken(await sha256(fromBase64url(token)))
  if (!invitation || invitation.expires <= minutesNow(world)) throw new Refusal('invitation.invalid')
  return invitation
}

const shown = ({ id, role, expires }: InvitationRow) => ({ id: toBase64url(id), role, expires: instantOf(expires) })
