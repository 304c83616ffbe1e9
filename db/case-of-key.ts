import type { Kysely } from 'kysely'
import type { Bytes } from '../src/service/ports.ts'
import type { Schema } from './schema.ts'

/** The row key of the case that a key of the reporter's side reads: the reporter's own or a further one. Nothing for any other. */
export const caseOfKey = (read: Kysely<Schema>, key: Bytes) =>
  read
    .selectFrom('cases')
    .select('id')
    .where('reporter_key', '=', key)
    .unionAll(read.selectFrom('further_keys').select('case_id as id').where('key', '=', key))
