import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

/** The quickest way there is to keep a report: its bytes as one value, as durable as the service's. */
export interface RawDatabase {
  /** Keeps these byte strings, in one commit each. Gives the milliseconds that it took. */
  keep(reports: readonly Uint8Array[]): number
  /** Keeps them in one commit. */
  keepTogether(reports: readonly Uint8Array[]): void
  close(): void
}

export function rawDatabase(): RawDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'goodfaith-bench-'))
  const database = new Sqlite(join(folder, 'raw.sqlite'))
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'cache_size = -32000']) database.pragma(pragma)
  database.exec('CREATE TABLE reports (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT')
  const insert = database.prepare('INSERT INTO reports VALUES (?, ?)')
  const keepEach = (reports: readonly Uint8Array[]): void => {
    for (const bytes of reports) insert.run(randomInt(2 ** 47), bytes)
  }
  return {
    keep: (reports) => {
      const begun = performance.now()
      keepEach(reports)
      return performance.now() - begun
    },
    keepTogether: database.transaction(keepEach),
    close: () => {
      database.close()
      rmSync(folder, { recursive: true })
    },
  }
}
