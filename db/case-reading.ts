import { type JoinBuilder, sql } from 'kysely'
import { type CaseStore, entriesInCase } from '../src/service/ports.ts'
import { asker } from './asker.ts'
import { caseOfKey } from './case-of-key.ts'
import type { Database } from './database.ts'
import { entryId, entryIdOf, heldId, heldIdOf } from './places.ts'
import type { Schema } from './schema.ts'

export type CaseReading = Omit<CaseStore, 'submit' | 'append'>

/** Length of one seal in a seals block (PROTOCOL 5.4). */
const sealLength = 1_200

const sharedLane = 1
/** The lanes that a reporter reads: shared and identity (PROTOCOL 5). */
const reporterLanes = [1, 3]

const chainColumns = [
  'entries.revision',
  'lane',
  'sequence',
  'hash',
  'header',
  'seals',
  'signature',
  'day',
  'receipt',
] as const
const entryColumns = [...chainColumns, 'ciphertext'] as const

const entriesOfCase = (join: JoinBuilder<Schema, 'cases' | 'entries'>) =>
  join.on('entries.id', '>', entryIdOf(0)).on('entries.id', '<=', entryIdOf(entriesInCase))

/** Every question that is asked of cases. */
export function caseReading({ read }: Database): CaseReading {
  const anyKey = new Uint8Array(0)
  const askForCase = asker(
    read,
    read
      .selectFrom('cases')
      .select(['id', 'address', 'reporter_key as reporterKey', 'revision', 'received', 'last', 'remind', 'release'])
      .select(['epoch', 'head', 'summary', 'service_share as serviceShare', 'waits'])
      .where('address', '=', anyKey),
  )
  const askForReporter = asker(
    read,
    read
      .selectFrom('cases')
      .innerJoin('entries', entriesOfCase)
      .select(entryColumns)
      .where('cases.id', '=', caseOfKey(read, anyKey))
      .where('lane', 'in', reporterLanes)
      .orderBy('entries.id', 'desc'),
  )
  return {
    find: async (address) => (await askForCase(address))[0] ?? null,

    chain: (caseId) =>
      read
        .selectFrom('entries')
        .select(chainColumns)
        // SQLite's substr of an empty BLOB is NULL.
        .select(sql<Uint8Array<ArrayBuffer>>`coalesce(substr(ciphertext, 1, 1), x'')`.as('ciphertext'))
        .where('id', '>', entryId(caseId, 0))
        .where('id', '<=', entryId(caseId, entriesInCase))
        .orderBy('id')
        .execute(),

    reporterEntries: (key) => askForReporter(key, key, ...reporterLanes),

    inbox: (memberId, after, limit) =>
      read
        .selectFrom('readers')
        .innerJoin('cases', 'cases.id', 'readers.case_id')
        .innerJoin('entries', (join) => join.on('entries.id', '=', entryIdOf('readers.seal_revision')))
        .select(['address', 'cases.revision', 'received', 'last', 'remind', 'release', 'epoch', 'head', 'summary'])
        .select(sql<Uint8Array<ArrayBuffer>>`substr(entries.seals, seal_offset + 1, ${sql.lit(sealLength)})`.as('seal'))
        .where('readers.member_id', '=', memberId)
        .where('address', '>', after)
        .orderBy('address')
        .limit(limit)
        .execute(),

    reads: async (memberId, address) => {
      const row = await read
        .selectFrom('cases')
        .innerJoin('readers', 'readers.case_id', 'cases.id')
        .select('cases.revision')
        .where('address', '=', address)
        .where('readers.member_id', '=', memberId)
        .executeTakeFirst()
      return row !== undefined
    },

    held: (caseId) =>
      read
        .selectFrom('held')
        .select(['lane', 'block'])
        .where('id', '>', heldId(caseId, 0))
        .where('id', '<', heldId(caseId + 1, 0))
        .execute(),

    releaseDue: async (today, from, limit) => {
      const rows = await read
        .selectFrom('cases')
        .innerJoin('held', (join) => join.on('held.id', '=', heldIdOf(sharedLane)))
        .select('address')
        .where('release', '>', 0)
        .where('release', '<', today)
        .orderBy(sql`cases.id < ${from}`)
        .orderBy('cases.id')
        .limit(limit)
        .execute()
      return rows.map(({ address }) => address)
    },

    entriesAfter: (address, after, limit) =>
      read
        .selectFrom('cases')
        .innerJoin('entries', entriesOfCase)
        .select(entryColumns)
        .where('address', '=', address)
        .where('entries.revision', '>', after)
        .orderBy('entries.id')
        .limit(limit)
        .execute(),
  }
}
