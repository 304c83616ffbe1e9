import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { D1Database } from '@cloudflare/workers-types'
import { createTestHarness } from 'wrangler'
import { toBase64url } from '../../crypto/wire/base64url.ts'
import { projectRoot } from '../../src/build/root.ts'
import { start } from '../../src/runtime/node/start.ts'
import { deriveSecrets } from '../../src/service/secrets.ts'

/** The real service, running. */
export interface Server {
  readonly runtime: 'node' | 'workerd'
  readonly origin: string
  readonly foundingToken: string
  /** Everything that is stored, table by table, as text: two dumps are equal exactly if nothing has changed. */
  dump(): Promise<string>
  /** Every line that the service logged. */
  log(): readonly string[]
  stop(): Promise<void>
}

export interface ServerOptions {
  /** Milliseconds since 1970; Node only. */
  readonly clock?: () => number
  /** Where the data are; a new folder that goes with the server, if not said. Node only. */
  readonly dataDir?: string
}

const newSecret = () => randomBytes(32).toString('base64url')

async function foundingTokenOf(secret: string): Promise<string> {
  const { foundingToken } = await deriveSecrets(new Uint8Array(Buffer.from(secret, 'base64url')))
  return toBase64url(foundingToken)
}

type Row = Record<string, unknown>
const tablesQuery =
  "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\' ORDER BY name"

async function dumpOf(query: (sql: string) => Promise<readonly Row[]>): Promise<string> {
  const tables = (await query(tablesQuery)).map(({ name }) => String(name))
  const lines = await Promise.all(
    tables.map(async (table) => {
      const rows = (await query(`SELECT * FROM "${table}"`)).map((row) => JSON.stringify(row, plain)).sort()
      return [`# ${table}`, ...rows].join('\n')
    }),
  )
  return lines.join('\n')
}

/** BLOBs as hexadecimal, whether an engine gives them as Buffers or as arrays of numbers. */
function plain(_: string, value: unknown): unknown {
  const bytes = value as { type?: string; data?: number[] }
  if (bytes?.type === 'Buffer' && bytes.data) return Buffer.from(bytes.data).toString('hex')
  return Array.isArray(value) ? Buffer.from(value as number[]).toString('hex') : value
}

/** The service on Node, with a data folder of its own. */
export async function startNode({ clock, dataDir }: ServerOptions = {}): Promise<Server> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'goodfaith-'))
  const secret = newSecret()
  const lines: string[] = []
  const log = {
    request: (line: { method: string; route: string; status: number }) =>
      lines.push(`${line.method} ${line.route} ${line.status}`),
    fault: (text: string) => lines.push(`fault: ${text}`),
  }
  const settings = { port: 0, host: 'localhost', dataDir: folder, origin: null, serviceSecret: secret }
  const running = await start(settings, log, clock)
  const database = new Sqlite(join(folder, 'goodfaith.sqlite'), { readonly: true })
  return {
    runtime: 'node',
    origin: running.origin,
    foundingToken: await foundingTokenOf(secret),
    dump: () => dumpOf(async (sql) => database.prepare(sql).all() as Row[]),
    log: () => lines,
    stop: async () => {
      database.close()
      await running.stop()
      if (dataDir === undefined) rmSync(folder, { recursive: true })
    },
  }
}

/** The same service on workerd with D1, from `wrangler.toml`. */
export async function startEdge(): Promise<Server> {
  const secret = newSecret()
  const harness = createTestHarness({
    root: projectRoot,
    workers: [{ configPath: './wrangler.toml', secrets: { SERVICE_SECRET: secret } }],
  })
  // Nothing of a test asks another machine.
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false'
  const { url } = await harness.listen()
  const worker = harness.getWorker<{ DB: D1Database }>()
  await worker.applyD1Migrations('DB')
  const { DB } = await worker.getEnv()
  return {
    runtime: 'workerd',
    origin: `http://localhost:${url.port}`,
    foundingToken: await foundingTokenOf(secret),
    dump: () => dumpOf(async (sql) => (await DB.prepare(sql).all()).results as Row[]),
    log: () => harness.getLogs().map((line) => String(line.message)),
    stop: () => harness.close(),
  }
}

/** For suites that run on both. */
export const runtimes = [
  ['Node', startNode],
  ['workerd', startEdge],
] as const
