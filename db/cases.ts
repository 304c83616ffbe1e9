import type { Compilable } from 'kysely'
import type { CaseRow, CaseStore, NewEntry, Reader } from '../src/service/ports.ts'
import { type CaseReading, caseReading } from './case-reading.ts'
import type { Database } from './database.ts'

/** D1 binds at most 100 values to one statement; a reader has four. */
const readersInOneInsert = 24

/** Cases with their entries and readers. The triggers of `0002_cases.sql` keep every batch whole and in order. */
export function caseStore(database: Database): CaseStore {
  const { read, atomically } = database
  const reading: CaseReading = caseReading(database)

  return {
    ...reading,
    submit: async (row, entries, readers) => {
      await atomically([
        read.insertInto('cases').values({
          ...columns(row),
          id: row.id,
          address: row.address,
          received: row.received,
          last: row.last,
          revision: 0,
        }),
        ...entries.map((entry) => insertEntry(read, row.id, entry)),
        ...insertReaders(read, row.id, readers),
      ])
    },
    append: async (row, entries, readers) => {
      await atomically([
        ...entries.map((entry) => insertEntry(read, row.id, entry)),
        read.updateTable('cases').set(columns(row)).where('id', '=', row.id),
        ...(readers ? [read.deleteFrom('readers').where('case_id', '=', row.id)] : []),
        ...insertReaders(read, row.id, readers ?? []),
      ])
    },
  }
}

/** What an append may change; the revision and the last day follow from the entries by trigger. */
const columns = (row: CaseRow) => ({
  reporter_key: row.reporterKey,
  remind: row.remind,
  release: row.release,
  epoch: row.epoch,
  head: row.head,
  summary: row.summary,
  service_share: row.serviceShare,
})

const insertEntry = (read: Database['read'], caseId: number, entry: NewEntry): Compilable =>
  read.insertInto('entries').values({
    id: entry.id,
    case_id: caseId,
    revision: entry.revision,
    lane: entry.lane,
    sequence: entry.sequence,
    hash: entry.hash,
    header: entry.header,
    ciphertext: entry.ciphertext,
    seals: entry.seals,
    signature: entry.signature,
    statement: entry.statement,
    day: entry.day,
    receipt: entry.receipt,
  })

function insertReaders(read: Database['read'], caseId: number, readers: readonly Reader[]): Compilable[] {
  const rows = readers.map((reader) => ({
    member_id: reader.memberId,
    case_id: caseId,
    seal_revision: reader.sealRevision,
    seal_offset: reader.sealOffset,
  }))
  const inserts: Compilable[] = []
  for (let from = 0; from < rows.length; from += readersInOneInsert) {
    inserts.push(read.insertInto('readers').values(rows.slice(from, from + readersInOneInsert)))
  }
  return inserts
}
