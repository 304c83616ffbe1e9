import Sqlite from 'better-sqlite3'
import { Kysely } from 'kysely'
import type { Compiled, Database, Query } from './database.ts'
import { dialectOver } from './dialect.ts'
import { groupCommit } from './group-commit.ts'
import { refusalOf } from './refusals.ts'
import type { Schema } from './schema.ts'

/** Each setting, and why. */
const pragmas = [
  'journal_mode = WAL',
  'synchronous = FULL', // an accepted report survives a power cut
  'foreign_keys = ON',
  'secure_delete = ON', // what is deleted is overwritten, not only forgotten
  'busy_timeout = 5000',
  'cache_size = -32000',
  'wal_autocheckpoint = 4000', // pages: moved into the file less often, those that change every time move once
]

export interface SqliteDatabase extends Database {
  readonly raw: Sqlite.Database
  /**
   * Writes the file anew in the order of its keys, and empties the log beside it. New pages stand behind older ones, so
   * that without this the places of entries in the file would tell in which order they came, whatever their keys.
   */
  readonly forgetOrder: () => void
}

/** SQLite in a file (or `:memory:`), with one connection for everything. */
export function openSqlite(file: string): SqliteDatabase {
  const raw = new Sqlite(file)
  for (const pragma of pragmas) raw.pragma(pragma)

  const prepared = new Map<string, Sqlite.Statement>()
  const prepare = (sql: string): Sqlite.Statement => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = raw.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
  const bound = (query: Compiled) => query.parameters as unknown[]
  const run = (query: Compiled): number => prepare(query.sql).run(bound(query)).changes

  const inOneCommit = groupCommit<readonly number[]>(
    {
      begin: () => prepare('BEGIN IMMEDIATE').run(),
      commit: () => prepare('COMMIT').run(),
      rollback: () => prepare('ROLLBACK').run(),
      active: () => raw.inTransaction,
    },
    setImmediate,
  )

  return {
    raw,
    read: new Kysely<Schema>({
      dialect: dialectOver(async (query) => prepare(query.sql).all(bound(query)).map(plainBytes)),
    }),
    atomically: async (queries: readonly Query[]) => {
      const compiled = queries.map((query) => query.compile())
      try {
        return await inOneCommit(() => compiled.map(run))
      } catch (error) {
        throw refusalOf(error)
      }
    },
    forgetOrder: () => {
      raw.exec('VACUUM')
      raw.pragma('wal_checkpoint(TRUNCATE)')
    },
    close: () => raw.close(),
  }
}

/** Node's Buffers become plain Uint8Arrays over the same memory, whose `slice` copies as everywhere else. */
function plainBytes(row: unknown): unknown {
  const columns = row as Record<string, unknown>
  for (const [name, value] of Object.entries(columns)) {
    if (value instanceof Uint8Array) columns[name] = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
  }
  return columns
}
