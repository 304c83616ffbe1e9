import { toBase64url } from '../../crypto/wire/base64url.ts'
import type { Session } from '../contract/office.ts'
import { checklist } from './checklist.ts'
import { instantOf, type Officer } from './session.ts'
import type { World } from './world.ts'

/** Who is signed in and until when; and what the office lacks before it can open. */
export async function readSession(world: World, { member, office, session }: Officer): Promise<Session> {
  return {
    memberId: toBase64url(member.id),
    role: member.role,
    label: member.label,
    idleUntil: instantOf(session.idleUntil),
    absoluteUntil: instantOf(session.absoluteUntil),
    rehearsal: !office.directory.open,
    checklist: [...(await checklist(world, office))],
  }
}
