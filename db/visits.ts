import { sql } from 'kysely'
import type { VisitStore } from '../src/service/ports.ts'
import { caseOfKey } from './case-of-key.ts'
import type { Database } from './database.ts'

/** The marks of visits. A key without a case asks the same and writes nowhere. */
export function visitStore({ read, atomically }: Database): VisitStore {
  return {
    visit: async (key, cell) => {
      const former = await read
        .selectFrom('visits')
        .select('cell')
        .where('key', '=', key)
        .where('case_id', '=', caseOfKey(read, key))
        .executeTakeFirst()
      await atomically([
        read
          .insertInto('visits')
          .columns(['key', 'case_id', 'cell'])
          .expression(
            read
              .selectFrom('cases')
              .select([sql<typeof key>`${key}`.as('key'), 'id', sql<typeof cell>`${cell}`.as('cell')])
              .where('id', '=', caseOfKey(read, key)),
          )
          .onConflict((conflict) =>
            conflict.column('key').doUpdateSet({ cell, case_id: sql<number>`excluded.case_id` }),
          ),
      ])
      return former?.cell ?? null
    },
  }
}
