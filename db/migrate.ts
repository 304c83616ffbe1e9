import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'

/**
 * Brings the tables to the present form: runs the files of the folder that have not run yet, in the order of their
 * names, each in one transaction. How many have run stands in SQLite's `user_version`. (D1 keeps its own list.)
 */
export function migrate(database: Sqlite.Database, folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  const done = Number(database.pragma('user_version', { simple: true }))
  if (done > files.length) throw new Error('The data folder was written by a later version of Goodfaith')
  files.slice(done).forEach((name, index) => {
    const sql = readFileSync(join(folder, name), 'utf8')
    database.transaction(() => {
      database.exec(sql)
      database.pragma(`user_version = ${done + index + 1}`)
    })()
  })
}
