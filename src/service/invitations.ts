import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import type { Bytes } from '../../crypto/wire/bytes.ts'
import { sha256 } from '../../crypto/wire/hash.ts'
import { inStanding, type Member, withId } from '../../crypto/wire/member.ts'
import { minutes } from '../contract/limits.ts'
import type { InvitationRequest } from '../contract/office.ts'
import { type InvitationRow, Refusal } from './ports.ts'
import { instantOf, type Officer } from './session.ts'
import { minutesNow, type World } from './world.ts'

/**
 * Makes an invitation for one person in a role, valid for a week. Its token is kept only as a hash. With a member, it is for
 * new keys of somebody who lost all of theirs (PROTOCOL 4.2, kind 5).
 */
export async function invite(world: World, { office }: Officer, { role, member }: InvitationRequest) {
  const memberId = member === undefined ? null : fromBase64url(member)
  if (memberId && inStandingAs(office.directory.members, memberId).role !== role) {
    throw new Refusal('directory.wrong_role')
  }
  // No statement could follow: two chiefs sign new keys (PROTOCOL 4.5).
  if (memberId && chiefsIn(office.directory.members) < 2) throw new Refusal('directory.one_chief')
  const token = world.random(16)
  const invitation = {
    id: world.random(16),
    tokenHash: await sha256(token),
    role,
    expires: minutesNow(world) + minutes.invitation,
    memberId,
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

/** The member in standing with this id; refused with `directory.not_in_standing` if there is none. */
export function inStandingAs(members: readonly Member[], id: Bytes): Member {
  const member = withId(members, id)
  if (!member?.standing) throw new Refusal('directory.not_in_standing')
  return member
}

const chiefsIn = (members: readonly Member[]): number =>
  inStanding(members).filter(({ role }) => role === 'chief').length

const shown = ({ id, role, expires, memberId }: InvitationRow) => ({
  id: toBase64url(id),
  role,
  expires: instantOf(expires),
  member: memberId && toBase64url(memberId),
})
