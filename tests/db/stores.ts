import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestHarness, unstable_splitSqlQuery } from 'wrangler'
import { type D1, openD1 } from '../../db/d1.ts'
import type { Database } from '../../db/database.ts'
import { migrate } from '../../db/migrate.ts'
import { openSqlite } from '../../db/sqlite.ts'
import { projectRoot } from '../../src/build/root.ts'
import type { BridgedStatement } from './d1-bridge.ts'

/** An engine with the tables in it; `fresh` gives an empty database. */
export interface Engine {
  fresh(): Promise<Database>
  close(): Promise<void>
}

const migrations = join(projectRoot, 'db/migrations')

/** SQLite in files, as on Node. */
async function sqliteEngine(): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'goodfaith-db-'))
  const opened: Database[] = []
  return {
    fresh: async () => {
      const database = openSqlite(join(folder, `${opened.length}.sqlite`))
      migrate(database.raw, migrations)
      opened.push(database)
      return database
    },
    close: async () => {
      for (const database of opened) database.close()
      rmSync(folder, { recursive: true })
    },
  }
}

const tables =
  "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\' ORDER BY rowid DESC"

/** D1 in workerd, spoken to through `d1-bridge.ts`: its answers are D1's own. */
function bridgedD1(send: (statements: readonly BridgedStatement[]) => Promise<Response>): D1 {
  type Prepared = ReturnType<D1['prepare']> & BridgedStatement
  const prepare = (sql: string, values: BridgedStatement['values'] = []): Prepared => ({
    ...{ sql, values },
    bind: (...bound) => prepare(sql, bound.map(bridged)),
    all: async () => (await batch([prepare(sql, values)]))[0] ?? { results: [], meta: {} },
  })
  const batch: D1['batch'] = async (statements) => {
    const response = await send(
      statements.map((each) => ({ sql: (each as Prepared).sql, values: (each as Prepared).values })),
    )
    if (!response.ok) throw new Error(await response.text())
    return response.json() as ReturnType<D1['batch']>
  }
  return { prepare, batch }
}

const bridged = (value: unknown) =>
  value instanceof Uint8Array ? { bytes: [...value] } : (value as string | number | null)

async function d1Engine(): Promise<Engine> {
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false'
  const harness = createTestHarness({
    root: projectRoot,
    workers: [
      {
        config: {
          ...{ name: 'd1-bridge', main: 'tests/db/d1-bridge.ts', compatibility_date: '2026-10-15' },
          d1_databases: [{ binding: 'DB', database_name: 'test', database_id: 'test' }],
        },
      },
    ],
  })
  const { url } = await harness.listen()
  const d1 = bridgedD1((statements) => fetch(url, { method: 'POST', body: JSON.stringify(statements) }))
  const run = (statements: readonly string[]) => d1.batch(statements.map((sql) => d1.prepare(sql)))
  return {
    fresh: async () => {
      const { results } = await d1.prepare(tables).all()
      const drops = (results as { name: string }[]).map(({ name }) => `DROP TABLE "${name}"`)
      await run(['PRAGMA defer_foreign_keys = ON', ...drops])
      for (const file of readdirSync(migrations).toSorted()) {
        await run(unstable_splitSqlQuery(readFileSync(join(migrations, file), 'utf8')))
      }
      return openD1(d1)
    },
    close: () => harness.close(),
  }
}

export const engines = [
  ['SQLite', sqliteEngine],
  ['D1', d1Engine],
] as const
