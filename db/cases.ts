import type { CaseRow, CaseStore, HeldChange, NewEntry, Reader } from '../src/service/ports.ts'
import { caseReading } from './case-reading.ts'
import type { Database, Query } from './database.ts'
import { bindFiles } from './files.ts'
import { inserter } from './inserter.ts'
import { entryId, heldId } from './places.ts'
import type { Schema } from './schema.ts'
import { oneCase, tellOfCases } from './telling.ts'

/** D1 binds at most 100 values to one statement; a reader has four. */
const readersInOneInsert = 24

/** Cases with their entries and readers. The triggers of `0002_cases.sql` keep every batch whole and in order. */
export function caseStore(database: Database): CaseStore {
  const { read, atomically } = database
  const insertCase = inserter(read, 'cases')
  const insertEntry = inserter(read, 'entries')
  const insertReader = inserter(read, 'readers')
  const insertHeld = inserter(read, 'held')
  const insertReaders = (caseId: number, readers: readonly Reader[]): Query[] =>
    inParts(readers, readersInOneInsert).map((part) => insertReader(...part.map((reader) => readerRow(caseId, reader))))

  const replaceHeld = (caseId: number, held: readonly HeldChange[]): Query[] => [
    read.deleteFrom('held').where(
      'id',
      'in',
      held.map(({ lane }) => heldId(caseId, lane)),
    ),
    ...insertAllHeld(caseId, held),
  ]
  const insertAllHeld = (caseId: number, held: readonly HeldChange[]): Query[] => {
    const rows = held.flatMap(({ lane, kept }) =>
      kept ? [{ id: heldId(caseId, lane), case_id: caseId, lane, block: kept }] : [],
    )
    return rows.length > 0 ? [insertHeld(...rows)] : []
  }

  const replaceKeys = (caseId: number, keys: readonly Uint8Array<ArrayBuffer>[]): Query[] => [
    read.deleteFrom('further_keys').where('case_id', '=', caseId),
    ...keys.map((key) => read.insertInto('further_keys').values({ case_id: caseId, key })),
    // A key that opens nothing any more leaves no mark of its last visit.
    read
      .deleteFrom('visits')
      .where('case_id', '=', caseId)
      .where('key', 'not in', read.selectFrom('further_keys').select('key').where('case_id', '=', caseId))
      .where('key', 'not in', read.selectFrom('cases').select('reporter_key').where('id', '=', caseId)),
  ]

  return {
    ...caseReading(database),
    submit: async (row, entries, readers, { excluded = [], tells, held = [], files = [] } = {}) => {
      const { id, address, received, last } = row
      await atomically([
        insertCase({ ...changing(row), id, address, received, last, revision: 0 }),
        ...entries.map((entry) => insertEntry(entryRow(id, entry))),
        ...insertReaders(id, readers),
        ...excluded.map((member_id) => read.insertInto('excluded').values({ case_id: id, member_id })),
        ...insertAllHeld(id, held),
        ...bindFiles(database, id, files),
        ...(tells ? [tellOfCases(oneCase(id), tells)] : []),
      ])
    },
    append: async (row, entries, readers, { tells, held = [], furtherKeys = null, files = [] } = {}) => {
      await atomically([
        ...entries.map((entry) => insertEntry(entryRow(row.id, entry))),
        read.updateTable('cases').set(changing(row)).where('id', '=', row.id),
        ...(readers ? [read.deleteFrom('readers').where('case_id', '=', row.id)] : []),
        ...insertReaders(row.id, readers ?? []),
        ...(held.length > 0 ? replaceHeld(row.id, held) : []),
        ...(furtherKeys ? replaceKeys(row.id, furtherKeys) : []),
        ...bindFiles(database, row.id, files),
        ...(tells ? [tellOfCases(oneCase(row.id), tells)] : []),
      ])
    },
  }
}

/** What an append may change; the revision and the last day follow from the entries by trigger. */
const changing = (row: CaseRow) => ({
  reporter_key: row.reporterKey,
  remind: row.remind,
  release: row.release,
  epoch: row.epoch,
  head: row.head,
  summary: row.summary,
  service_share: row.serviceShare,
  waits: row.waits,
})

const entryRow = (caseId: number, entry: NewEntry): Schema['entries'] => ({
  id: entryId(caseId, entry.revision),
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

const readerRow = (caseId: number, reader: Reader): Schema['readers'] => ({
  member_id: reader.memberId,
  case_id: caseId,
  seal_revision: reader.sealRevision,
  seal_offset: reader.sealOffset,
})

function inParts<Item>(items: readonly Item[], length: number): (readonly Item[])[] {
  const count = Math.ceil(items.length / length)
  return Array.from({ length: count }, (_, part) => items.slice(part * length, (part + 1) * length))
}
