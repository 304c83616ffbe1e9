import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { D1Database, R2Bucket } from '@cloudflare/workers-types'
import Sqlite from 'better-sqlite3'
import { createTestHarness } from 'wrangler'
import { toBase64url } from '../../crypto/wire/base64url.ts'
import type { Bytes } from '../../crypto/wire/bytes.ts'
import { projectRoot } from '../../src/build/root.ts'
import type { MailSettings } from '../../src/runtime/node/settings.ts'
import { start } from '../../src/runtime/node/start.ts'
import { deriveSecrets } from '../../src/service/secrets.ts'
import { bytesIn } from './traces.ts'

/** The real service, running. */
export interface Server {
  readonly runtime: 'node' | 'workerd'
  readonly origin: string
  readonly foundingToken: string
  /** The service's secret, 32 bytes. */
  readonly secret: Bytes
  /** Every row of every table as a line of text: two dumps differ if anything was stored, changed or deleted. */
  dump(): Promise<string>
  /** Every byte that is kept, to search in: of all files of the data folder; of every column of every table on D1. */
  stored(): Promise<Buffer>
  /** The names under which parts of files lie, in the folder or the bucket. */
  blobs(): Promise<readonly string[]>
  /** Does now what the service otherwise does every quarter of an hour. */
  keepHouse(): Promise<void>
  /** Every line that the service logged. */
  log(): readonly string[]
  stop(): Promise<void>
}

export interface ServerOptions {
  /** Milliseconds since 1970; Node only. */
  readonly clock?: () => number
  /** Where the data are; a new folder that goes with the server, if not said. Node only. */
  readonly dataDir?: string
  /** Of a service that ran before; a new one if not said. */
  readonly secret?: Bytes
  readonly port?: number
  /** Node only; no mail, if not said. */
  readonly mail?: MailSettings
  /** Origin of an onion service that leads here. */
  readonly onion?: string
}

const newSecret = (): Bytes => new Uint8Array(randomBytes(32))

const foundingTokenOf = async (secret: Bytes) => toBase64url((await deriveSecrets(secret)).foundingToken)

type Row = Record<string, unknown>
const tablesQuery =
  "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\' ORDER BY name"

/** Each column as text: of bytes their length and both ends, which is enough to notice that anything changed. */
const asText = (column: string) =>
  `CASE typeof("${column}") WHEN 'blob' THEN length("${column}") || ':' || hex(substr("${column}", 1, 16)) || hex(substr("${column}", -16)) ELSE "${column}" END`

/** Runs queries and gives the rows of each. */
type Query = (...sql: readonly string[]) => Promise<readonly (readonly Row[])[]>

/** Moves with the first act of an officer in each minute, so it is no change that an act made. */
const idleLimit = 'idle_until'

/** The tables are asked for once; then each dump is one list of queries. */
function dumper(query: Query): () => Promise<string> {
  const plan = async () => {
    const [tables = []] = await query(tablesQuery)
    const names = tables.map(({ name }) => String(name))
    const columns = await query(...names.map((name) => `PRAGMA table_info("${name}")`))
    return names.map((name, index) => {
      const kept = (columns[index] ?? []).map((column) => String(column.name)).filter((column) => column !== idleLimit)
      const line = kept.map(asText).join(" || ' ' || ")
      return { name, sql: `SELECT ${line} AS line FROM "${name}" ORDER BY 1` }
    })
  }
  let planned: ReturnType<typeof plan> | null = null
  return async () => {
    planned ??= plan()
    const tables = await planned
    const rows = await query(...tables.map(({ sql }) => sql))
    return tables
      .map(({ name }, index) => [`# ${name}`, ...(rows[index] ?? []).map(({ line }) => line)].join('\n'))
      .join('\n')
  }
}

/** BLOBs come as arrays of numbers. */
const bytesOfColumn = (value: unknown): Buffer => Buffer.from(Array.isArray(value) ? value : `${value}\n`)

async function everyColumn(query: Query): Promise<Buffer> {
  const [tables = []] = await query(tablesQuery)
  const rows = await query(...tables.map(({ name }) => `SELECT * FROM "${name}"`))
  return Buffer.concat(rows.flat().flatMap((row) => Object.values(row).map(bytesOfColumn)))
}

/** Blobs lie in folders by the first byte of their names. */
const isBlob = (name: string): boolean => /[0-9a-f]{32}$/.test(name)

async function objectsIn(bucket: R2Bucket): Promise<Buffer[]> {
  const { objects } = await bucket.list()
  const got = await Promise.all(objects.map(({ key }) => bucket.get(key)))
  return Promise.all(got.map(async (object) => Buffer.from((await object?.arrayBuffer()) ?? new ArrayBuffer(0))))
}

/** The service on Node, with a data folder of its own. */
export async function startNode({
  clock,
  dataDir,
  secret = newSecret(),
  port = 0,
  mail,
  onion,
}: ServerOptions = {}): Promise<Server> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'goodfaith-'))
  const lines: string[] = []
  const log = {
    request: (line: { method: string; route: string; status: number }) =>
      lines.push(`${line.method} ${line.route} ${line.status}`),
    fault: (text: string) => lines.push(`fault: ${text}`),
  }
  const settings = {
    port,
    host: 'localhost',
    dataDir: folder,
    origin: null,
    onion: onion ?? null,
    serviceSecret: toBase64url(secret),
    mail: mail ?? null,
  }
  const running = await start(settings, log, clock)
  const database = new Sqlite(join(folder, 'goodfaith.sqlite'), { readonly: true })
  return {
    runtime: 'node',
    origin: running.origin,
    foundingToken: await foundingTokenOf(secret),
    secret,
    dump: dumper(async (...list) => list.map((sql) => database.prepare(sql).all() as Row[])),
    stored: async () => bytesIn(folder),
    blobs: async () => readdirSync(join(folder, 'files'), { recursive: true, encoding: 'utf8' }).filter(isBlob),
    keepHouse: running.keepHouse,
    log: () => lines,
    stop: async () => {
      database.close()
      await running.stop()
      if (dataDir === undefined) rmSync(folder, { recursive: true })
    },
  }
}

/** The service on workerd, where no clock can be set. */
export interface Edge extends Server {
  /** Changes the data behind its back. */
  change(sql: string): Promise<void>
}

interface EdgeOptions extends Pick<ServerOptions, 'onion'> {
  /** An address to send mail from. */
  readonly mailFrom?: string
  /** A worker that nobody gave its bucket: whatever it puts there is refused. */
  readonly bucketless?: boolean
}

/** What `wrangler.toml` says, but for the bucket. */
const withoutBucket = {
  ...{ name: 'goodfaith', main: 'src/runtime/worker/main.ts', compatibility_date: '2026-10-15' },
  d1_databases: [
    { binding: 'DB', database_name: 'goodfaith', database_id: 'bucketless', migrations_dir: 'db/migrations' },
  ],
}

/** The same service on workerd with D1 and R2, from `wrangler.toml`. */
export async function startEdge({ mailFrom, onion, bucketless = false }: EdgeOptions = {}): Promise<Edge> {
  const secret = newSecret()
  const harness = createTestHarness({
    root: projectRoot,
    workers: [
      {
        ...(bucketless ? { config: withoutBucket } : { configPath: './wrangler.toml' }),
        secrets: { SERVICE_SECRET: toBase64url(secret) },
        vars: { ...(mailFrom && { MAIL_FROM: mailFrom }), ...(onion && { ONION_ORIGIN: onion }) },
      },
    ],
  })
  // Nothing of a test asks another machine.
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false'
  const { url } = await harness.listen()
  const worker = harness.getWorker<{ DB: D1Database; BLOBS: R2Bucket }>()
  await worker.applyD1Migrations('DB')
  const { DB, BLOBS } = await worker.getEnv()
  const query: Query = async (...list) =>
    (await DB.batch<Row>(list.map((sql) => DB.prepare(sql)))).map(({ results }) => results)
  return {
    runtime: 'workerd',
    origin: `http://localhost:${url.port}`,
    foundingToken: await foundingTokenOf(secret),
    secret,
    dump: dumper(query),
    stored: async () => Buffer.concat([await everyColumn(query), ...(await objectsIn(BLOBS))]),
    blobs: async () => (await BLOBS.list()).objects.map(({ key }) => key),
    change: async (sql) => void (await query(sql)),
    keepHouse: async () => void (await worker.scheduled({ cron: '*/15 * * * *' })),
    log: () => harness.getLogs().map((line) => String(line.message)),
    stop: () => harness.close(),
  }
}

/** For suites that run on both. */
export const runtimes = [
  ['Node', () => startNode()],
  ['workerd', () => startEdge()],
] as const
