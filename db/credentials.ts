import { type RawBuilder, sql } from 'kysely'
import type { Bytes, CredentialRow, KitRow, PeopleStore } from '../src/service/ports.ts'
import type { Database } from './database.ts'

type CredentialMethods =
  | 'credential'
  | 'credentials'
  | 'kits'
  | 'kit'
  | 'addCredential'
  | 'approveCredential'
  | 'suspectCredential'
  | 'deleteCredential'
  | 'replaceKit'

/** Passkeys and recovery kits. */
export function credentialStore({ read, atomically }: Database): Pick<PeopleStore, CredentialMethods> {
  const credentials = read
    .selectFrom('credentials')
    .select([
      'id',
      'member_id as memberId',
      'label',
      'public_key as publicKey',
      'sign_count as signCount',
      'wrapped_secret as wrappedSecret',
      'created',
      'state',
    ])
  const kits = read
    .selectFrom('kits')
    .select(['public_key as publicKey', 'member_id as memberId', 'wrapped_secret as wrappedSecret', 'created'])

  return {
    credential: async (id) => (await credentials.where('id', '=', id).executeTakeFirst()) ?? null,
    credentials: () => credentials.orderBy('id').execute(),
    kits: () => kits.orderBy('public_key').execute(),
    kit: async (publicKey) => (await kits.where('public_key', '=', publicKey).executeTakeFirst()) ?? null,
    addCredential: async (credential, session) => {
      await atomically([insertCredential(read, { ...credential, memberId: ownerOf(session) })])
    },
    approveCredential: async (id) => {
      const [approved] = await atomically([
        read.updateTable('credentials').set({ state: 'ready' }).where('id', '=', id).where('state', '=', 'waiting'),
      ])
      return approved === 1
    },
    suspectCredential: async (id) => {
      await atomically([read.updateTable('credentials').set({ state: 'suspect' }).where('id', '=', id)])
    },
    deleteCredential: async (id) => {
      const [deleted] = await atomically([
        read
          .deleteFrom('credentials')
          .where('id', '=', id)
          .where(({ or, eb, exists, selectFrom }) =>
            or([
              eb('state', '<>', 'ready'),
              exists(
                selectFrom('credentials as other')
                  .select('other.id')
                  .whereRef('other.member_id', '=', 'credentials.member_id')
                  .whereRef('other.id', '<>', 'credentials.id')
                  .where('other.state', '=', 'ready'),
              ),
            ]),
          ),
      ])
      return deleted === 1
    },
    replaceKit: async (kit, session) => {
      await atomically([
        read.deleteFrom('kits').where('member_id', '=', kit.memberId),
        insertKit(read, { ...kit, memberId: ownerOf(session) }),
      ])
    },
  }
}

/** Whose session it is: nobody's, which the columns refuse, once it has ended. */
const ownerOf = (session: Bytes) => sql<Bytes>`(SELECT member_id FROM sessions WHERE hash = ${session})`

type Owned<Row> = Omit<Row, 'memberId'> & { readonly memberId: Bytes | RawBuilder<Bytes> }

export const insertCredential = (read: Database['read'], credential: Owned<CredentialRow>) =>
  read.insertInto('credentials').values({
    id: credential.id,
    member_id: credential.memberId,
    label: credential.label,
    public_key: credential.publicKey,
    sign_count: credential.signCount,
    wrapped_secret: credential.wrappedSecret,
    created: credential.created,
    state: credential.state,
  })

export const insertKit = (read: Database['read'], kit: Owned<KitRow>) =>
  read.insertInto('kits').values({
    public_key: kit.publicKey,
    member_id: kit.memberId,
    wrapped_secret: kit.wrappedSecret,
    created: kit.created,
  })
