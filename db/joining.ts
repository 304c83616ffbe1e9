import { sql } from 'kysely'
import type { Role } from '../src/domain/roles.ts'
import type { CredentialRow, JoiningRow, KitRow, PeopleStore } from '../src/service/ports.ts'
import { insertCredential, insertKit } from './credentials.ts'
import type { Database, Query } from './database.ts'
import { insertStatements } from './directory.ts'

type JoiningMethods =
  | 'found'
  | 'invite'
  | 'invitations'
  | 'invitationByToken'
  | 'withdrawInvitation'
  | 'join'
  | 'joining'
  | 'refuse'

/** Founding, invitations, and who waits to be admitted. */
export function joiningStore({ read, atomically }: Database): Pick<PeopleStore, JoiningMethods> {
  const invitations = read
    .selectFrom('invitations')
    .select(['id', 'token_hash as tokenHash', 'role', 'expires', 'member_id as memberId'])
  const withRole = <Row extends { readonly role: string }>(row: Row) => ({ ...row, role: row.role as Role })
  const firstCredentials = (credential: CredentialRow, kit: KitRow | null): Query[] => [
    insertCredential(read, credential),
    ...(kit ? [insertKit(read, kit)] : []),
  ]

  return {
    found: async (statements, credential, kit) => {
      await atomically([...insertStatements(read, statements), ...firstCredentials(credential, kit)])
    },
    invite: async ({ id, tokenHash, role, expires, memberId }) => {
      const row = { id, token_hash: tokenHash, role, expires, member_id: memberId }
      await atomically([read.insertInto('invitations').values(row)])
    },
    invitations: async (nowMinutes) => {
      await atomically([read.deleteFrom('invitations').where('expires', '<=', nowMinutes)])
      return (await invitations.orderBy('expires').execute()).map(withRole)
    },
    invitationByToken: async (tokenHash) => {
      const row = await invitations.where('token_hash', '=', tokenHash).executeTakeFirst()
      return row ? withRole(row) : null
    },
    withdrawInvitation: async (id) => {
      const [withdrawn] = await atomically([read.deleteFrom('invitations').where('id', '=', id)])
      return withdrawn === 1
    },
    join: async (invitation, joining, credential, kit) => {
      await atomically([
        read.insertInto('joining').values({
          member_id: joining.memberId,
          // Of an invitation that somebody else has used meanwhile there is no role, which the column refuses.
          role: sql<string>`(SELECT role FROM invitations WHERE id = ${invitation})`,
          join_bytes: joining.join,
          proof: joining.proof,
          day: joining.day,
        }),
        read.deleteFrom('invitations').where('id', '=', invitation),
        ...firstCredentials(credential, kit),
      ])
    },
    joining: async () => {
      const rows = await read
        .selectFrom('joining')
        .select(['member_id as memberId', 'role', 'join_bytes as join', 'proof', 'day'])
        .orderBy('member_id')
        .execute()
      return rows.map(withRole) satisfies JoiningRow[]
    },
    refuse: async (memberId) => {
      const waits = read.selectFrom('joining').select('member_id').where('member_id', '=', memberId)
      const changes = await atomically([
        read.deleteFrom('credentials').where('member_id', 'in', waits),
        read.deleteFrom('kits').where('member_id', 'in', waits),
        read.deleteFrom('joining').where('member_id', '=', memberId),
      ])
      return changes[2] === 1
    },
  }
}
