import type { CheckpointStore } from '../src/service/ports.ts'
import type { Database } from './database.ts'

/** The signed roots of the days that are over, and what a day's root is made from. */
export function checkpointStore({ read, atomically }: Database): CheckpointStore {
  const checkpoints = read.selectFrom('checkpoints').selectAll()
  return {
    last: async () => (await checkpoints.orderBy('day', 'desc').limit(1).executeTakeFirst()) ?? null,
    from: (day, limit) => checkpoints.where('day', '>=', day).orderBy('day').limit(limit).execute(),
    acceptedOn: (day) =>
      read
        .selectFrom('entries')
        .innerJoin('cases', 'cases.id', 'entries.case_id')
        .select(['cases.address', 'entries.lane', 'entries.sequence', 'entries.hash'])
        .where('entries.day', '=', day)
        .execute(),
    add: async (checkpoint) => {
      await atomically([
        read
          .insertInto('checkpoints')
          .values(checkpoint)
          .onConflict((conflict) => conflict.column('day').doNothing()),
      ])
    },
  }
}
