import { sql } from 'kysely'
import type { Bytes, SessionStore, SignInBy } from '../src/service/ports.ts'
import { asker } from './asker.ts'
import type { Database } from './database.ts'

/** Officers' sessions, and the challenges that were used to begin them. */
export function sessionStore({ read, atomically }: Database): SessionStore {
  const askForSession = asker(
    read,
    read
      .selectFrom('sessions')
      .select(['hash', 'member_id as memberId', 'idle_until as idleUntil', 'absolute_until as absoluteUntil'])
      .where('hash', '=', new Uint8Array(0)),
  )
  return {
    find: async (hash) => (await askForSession(hash))[0] ?? null,
    begin: async ({ challenge, session, replaced, by }, nowMinutes) => {
      await atomically([
        read.deleteFrom('used_challenges').where('expires', '<', nowMinutes),
        read.deleteFrom('sessions').where(({ or, eb }) => {
          const over = [eb('idle_until', '<=', nowMinutes), eb('absolute_until', '<=', nowMinutes)]
          return or(replaced ? [...over, eb('hash', '=', replaced)] : over)
        }),
        read.insertInto('used_challenges').values(challenge),
        ...('passkey' in by
          ? [read.updateTable('credentials').set({ sign_count: by.signCount }).where('id', '=', by.passkey)]
          : []),
        read.insertInto('sessions').values({
          hash: session.hash,
          member_id: ownerOf(by, session.memberId),
          idle_until: session.idleUntil,
          absolute_until: session.absoluteUntil,
        }),
      ])
    },
    prolong: async (hash, idleUntil) => {
      await atomically([read.updateTable('sessions').set({ idle_until: idleUntil }).where('hash', '=', hash)])
    },
    end: async (hash) => {
      await atomically([read.deleteFrom('sessions').where('hash', '=', hash)])
    },
    useChallenge: async (hash, expires) => {
      await atomically([read.insertInto('used_challenges').values({ hash, expires })])
    },
  }
}

/** Who holds this now: nobody, which the column refuses, if it went while they signed in. */
const ownerOf = (by: SignInBy, member: Bytes) =>
  'passkey' in by
    ? sql<Bytes>`(SELECT member_id FROM credentials WHERE id = ${by.passkey} AND member_id = ${member} AND state = 'ready')`
    : sql<Bytes>`(SELECT member_id FROM kits WHERE public_key = ${by.kit} AND member_id = ${member})`
