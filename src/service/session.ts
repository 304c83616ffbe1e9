import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import type { Bytes } from '../../crypto/wire/bytes.ts'
import { equal } from '../../crypto/wire/bytes.ts'
import { sha256 } from '../../crypto/wire/hash.ts'
import type { Member } from '../../crypto/wire/member.ts'
import { minutes } from '../contract/limits.ts'
import type { CurrentOffice } from './current-office.ts'
import type { SessionRow } from './ports.ts'
import { minutesNow, type World } from './world.ts'

/** Somebody who is signed in and in standing, with the office as it is at this request. */
export interface Officer {
  readonly member: Member
  readonly office: CurrentOffice
  readonly session: SessionRow
}

/** A new session: the value for the cookie, 32 random bytes, and what is kept of it. */
export async function newSession(world: World, memberId: Bytes): Promise<{ cookie: string; row: SessionRow }> {
  const value = world.random(32)
  const now = minutesNow(world)
  const row = {
    hash: await sha256(value),
    memberId,
    idleUntil: now + minutes.sessionIdle,
    absoluteUntil: now + minutes.sessionAbsolute,
  }
  return { cookie: toBase64url(value), row }
}

/** The hash under which a cookie's session is kept; `null` for a value that no session can have. */
export async function sessionHash(cookie: string | null): Promise<Bytes | null> {
  if (cookie === null || !/^[\w-]{43}$/.test(cookie)) return null
  try {
    return await sha256(fromBase64url(cookie))
  } catch {
    return null
  }
}

/** Who a cookie's session belongs to: `null` if it is unknown, has expired, or the person is no longer in standing. */
export async function officerOf(world: World, cookie: string | null): Promise<Officer | null> {
  const hash = await sessionHash(cookie)
  const [session, office] = hash ? await Promise.all([world.store.sessions.find(hash), world.office()]) : [null, null]
  const now = minutesNow(world)
  if (!session || !office || session.idleUntil <= now || session.absoluteUntil <= now) return null
  const member = office.directory.members.find(({ id, standing }) => standing && equal(id, session.memberId))
  if (!member) return null
  return { member, office, session: await prolonged(world, session, now) }
}

/** Every act moves the idle limit, by whole minutes: at most one write a minute and session. */
async function prolonged(world: World, session: SessionRow, now: number): Promise<SessionRow> {
  const idleUntil = Math.min(now + minutes.sessionIdle, session.absoluteUntil)
  if (idleUntil <= session.idleUntil) return session
  await world.store.sessions.prolong(session.hash, idleUntil)
  return { ...session, idleUntil }
}

/** Minutes since 1970 as a moment in UTC. Only what officers do is told this finely. */
export const instantOf = (minutesSince1970: number): string => new Date(minutesSince1970 * 60_000).toISOString()
