import { sql } from 'kysely'
import type { Bytes, DirectoryStore, StatementEffects, StatementRow } from '../src/service/ports.ts'
import { asker } from './asker.ts'
import type { Database, Query } from './database.ts'

/** The directory's statements, proposals and marks. */
export function directoryStore({ read, atomically }: Database): DirectoryStore {
  const askForHead = asker(
    read,
    read.selectFrom('statements').select(['sequence', 'hash']).orderBy('sequence', 'desc').limit(sql.lit(1)),
  )
  return {
    head: async () => (await askForHead())[0] ?? null,
    statements: () => read.selectFrom('statements').selectAll().orderBy('sequence').execute(),
    append: async (statements, effects) => {
      await atomically([...insertStatements(read, statements, effects.waiting), ...effectQueries(read, effects)])
    },
    marks: () => read.selectFrom('marks').selectAll().orderBy('signer').execute(),
    putMark: async (mark) => {
      const { signer, ...newer } = mark
      await atomically([
        read
          .insertInto('marks')
          .values(mark)
          .onConflict((conflict) => conflict.column('signer').doUpdateSet(newer)),
      ])
    },
    proposals: () => read.selectFrom('proposals').selectAll().orderBy('hash').execute(),
    putProposal: async (proposal) => {
      await atomically([
        read
          .insertInto('proposals')
          .values(proposal)
          .onConflict((conflict) => conflict.column('hash').doUpdateSet({ signatures: proposal.signatures })),
      ])
    },
    dropProposal: async (hash) => {
      const [dropped] = await atomically([read.deleteFrom('proposals').where('hash', '=', hash)])
      return dropped === 1
    },
  }
}

/** The trigger `statements_follow_the_head` refuses a statement that does not follow the head. */
export const insertStatements = (
  read: Database['read'],
  statements: readonly StatementRow[],
  waiting?: StatementEffects['waiting'],
): Query[] => [
  ...statements.map((row) =>
    read.insertInto('statements').values({
      ...row,
      // About somebody who was refused meanwhile there is no statement, which the column refuses.
      ...(waiting && { statement: sql<Bytes>`(SELECT ${row.statement} FROM joining WHERE join_bytes = ${waiting})` }),
    }),
  ),
  read.deleteFrom('proposals'),
]

function effectQueries(read: Database['read'], effects: StatementEffects): Query[] {
  const { admitted, rekeyed, signedOut, retired, wipesCases } = effects
  return [
    ...(admitted ? [read.deleteFrom('joining').where('member_id', '=', admitted)] : []),
    ...(rekeyed ? rekeyQueries(read, rekeyed) : []),
    ...(signedOut ? [read.deleteFrom('sessions').where('member_id', '=', signedOut)] : []),
    ...(retired ? (['sessions', 'credentials', 'kits', 'mail_addresses', 'absences', 'outbox'] as const) : []).map(
      (table) => read.deleteFrom(table).where('member_id', '=', retired ?? null),
    ),
    ...(wipesCases ? [read.deleteFrom('cases')] : []),
  ]
}

/** Passkeys and kit of the old keys go; those that waited under an id of their own take their place. */
const rekeyQueries = (
  read: Database['read'],
  { member, waited }: NonNullable<StatementEffects['rekeyed']>,
): Query[] => [
  ...(['sessions', 'credentials', 'kits'] as const).map((table) =>
    read.deleteFrom(table).where('member_id', '=', member),
  ),
  ...(['credentials', 'kits'] as const).map((table) =>
    read.updateTable(table).set({ member_id: member }).where('member_id', '=', waited),
  ),
  read.deleteFrom('joining').where('member_id', '=', waited),
]
