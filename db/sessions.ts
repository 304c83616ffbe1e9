import type { SessionStore } from '../src/service/ports.ts'
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
    begin: async ({ challenge, session, replaced, passkey }, nowMinutes) => {
      await atomically([
        read.deleteFrom('used_challenges').where('expires', '<', nowMinutes),
        read.deleteFrom('sessions').where(({ or, eb }) => {
          const over = [eb('idle_until', '<=', nowMinutes), eb('absolute_until', '<=', nowMinutes)]
          return or(replaced ? [...over, eb('hash', '=', replaced)] : over)
        }),
        read.insertInto('used_challenges').values(challenge),
        ...(passkey
          ? [read.updateTable('credentials').set({ sign_count: passkey.signCount }).where('id', '=', passkey.id)]
          : []),
        read.insertInto('sessions').values({
          hash: session.hash,
          member_id: session.memberId,
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
