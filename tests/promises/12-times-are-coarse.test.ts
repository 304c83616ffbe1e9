import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foundOffice, type Office } from '../support/office.ts'
import { act, message, type Reporter, readEntries, report } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

const noon = Date.UTC(2026, 10, 20, 12)
const today = noon / 86_400_000 - 0.5
const dataDir = mkdtempSync(join(tmpdir(), 'goodfaith-'))
let now = noon
let server: Server
let office: Office
let database: Sqlite.Database
const reporters: Reporter[] = []

beforeAll(async () => {
  server = await startNode({ dataDir, clock: () => now })
  office = await foundOffice(server)
  database = new Sqlite(join(dataDir, 'goodfaith.sqlite'), { readonly: true })
  for (let count = 0; count < 40; count++) reporters.push(await report(office))
})
afterAll(async () => {
  database.close()
  await server.stop()
  rmSync(dataDir, { recursive: true })
})

type Row = Record<string, unknown>
const rowsOf = (sql: string) => database.prepare(sql).all() as Row[]
const hex = (bytes: unknown) => Buffer.from(bytes as Uint8Array).toString('hex')

/** What reporters leave behind: cases, their entries and readers. */
const reporterTables = ['cases', 'entries', 'readers', 'held', 'excluded']

test('nothing that a reporter leaves behind is told finer than the day', () => {
  const numbers = reporterTables.flatMap((table) =>
    rowsOf(`SELECT * FROM ${table}`).flatMap((row) =>
      Object.entries(row).filter(([name, value]) => typeof value === 'number' && !/(^|_)id$/.test(name)),
    ),
  )
  // A day has five digits in this century. Minutes have eight, seconds ten, milliseconds thirteen.
  expect(numbers.length).toBeGreaterThan(500)
  expect(numbers.filter(([, value]) => Number(value) > 99_999)).toEqual([])
  expect(rowsOf('SELECT DISTINCT received, last FROM cases')).toEqual([{ received: today, last: today }])
  expect(rowsOf('SELECT DISTINCT day FROM entries')).toEqual([{ day: today }])
})

test('what is stored of a report early in the day and of one late in the day differs in no number', async () => {
  const numbersOf = async (time: number) => {
    now = time
    const { address } = await report(office)
    const row = database.prepare('SELECT * FROM cases WHERE address = ?').get(Buffer.from(address)) as Row
    const entries = database.prepare('SELECT * FROM entries WHERE case_id = ? ORDER BY revision').all(row.id) as Row[]
    return [row, ...entries].map((each) =>
      Object.fromEntries(
        Object.entries(each).filter(([name, value]) => typeof value === 'number' && !/(^|_)id$/.test(name)),
      ),
    )
  }
  expect(await numbersOf(noon + 11.9 * 3_600_000)).toEqual(await numbersOf(noon - 11.9 * 3_600_000))
  now = noon
})

test('a reporter who reads, and asks for a challenge, leaves nothing behind', async () => {
  const before = await server.dump()
  for (const reporter of reporters.slice(0, 5)) expect(await readEntries(reporter)).toHaveLength(2)
  expect(await server.dump()).toBe(before)
})

/** Spearman's rank correlation: 0 where two orders have nothing to do with each other, 1 where they are the same. */
function correlation(ranks: readonly number[]): number {
  const n = ranks.length
  const squares = ranks.reduce((sum, rank, place) => sum + (rank - place) ** 2, 0)
  return 1 - (6 * squares) / (n * (n * n - 1))
}

test('the order in which reports came cannot be told from the tables', () => {
  const inOrder = reporters.map(({ address }) => hex(address))
  const ranksBy = (sql: string) =>
    rowsOf(sql)
      .map(({ address }) => inOrder.indexOf(hex(address)))
      .filter((rank) => rank >= 0)
  const orders = {
    'the key of the case': 'SELECT address FROM cases ORDER BY id',
    'the place in the table': 'SELECT address FROM cases ORDER BY rowid',
    'the key of the first entry':
      'SELECT address FROM entries JOIN cases ON cases.id = case_id WHERE entries.revision = 1 ORDER BY entries.id',
    'the key of the second entry':
      'SELECT address FROM entries JOIN cases ON cases.id = case_id WHERE entries.revision = 2 ORDER BY entries.id',
    'the place among the readers':
      'SELECT address FROM readers JOIN cases ON cases.id = case_id ORDER BY readers.member_id, readers.case_id',
  }
  for (const [name, sql] of Object.entries(orders)) {
    const ranks = ranksBy(sql)
    expect(ranks, name).toHaveLength(reporters.length)
    // By chance it is within 0.16 of nought, and beyond 0.75 once in a hundred thousand runs.
    expect(Math.abs(correlation(ranks)), name).toBeLessThan(0.75)
  }
})

test('from the next day on, the file itself does not show in which order reports came', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'goodfaith-'))
  const first = await startNode({ dataDir: folder, clock: () => noon })
  const itsOffice = await foundOffice(first)
  const addresses: Uint8Array[] = []
  for (let count = 0; count < 40; count++) addresses.push((await report(itsOffice)).address)
  await first.stop()
  /** Where in the file the middle of each report stands. */
  const places = () => {
    const itself = new Sqlite(join(folder, 'goodfaith.sqlite'))
    itself.pragma('wal_checkpoint(TRUNCATE)')
    const bytes = readFileSync(join(folder, 'goodfaith.sqlite'))
    const sql = 'SELECT ciphertext FROM entries JOIN cases ON cases.id = case_id WHERE address = ? AND lane = 1'
    const found = addresses.map((address) => {
      const row = itself.prepare(sql).get(Buffer.from(address)) as { ciphertext: Buffer }
      return bytes.indexOf(row.ciphertext.subarray(-200))
    })
    itself.close()
    return found
  }
  const inFile = () => {
    const found = places()
    expect(Math.min(...found)).toBeGreaterThan(0)
    return correlation(found.map((place) => found.filter((other) => other < place).length))
  }
  // The day itself still shows; this is what the night takes away.
  expect(inFile()).toBeGreaterThan(0.9)
  const second = await startNode({ dataDir: folder, clock: () => noon + 86_400_000 })
  await second.stop()
  expect(Math.abs(inFile())).toBeLessThan(0.75)
  rmSync(folder, { recursive: true })
})

test('row keys are random numbers of 40 bits for each case and tell no more of its entries, and no table counts', () => {
  const ids = rowsOf('SELECT id FROM cases').map(({ id }) => Number(id))
  expect(ids.every((id) => Number.isSafeInteger(id) && id < 2 ** 40)).toBe(true)
  expect(Math.max(...ids)).toBeGreaterThan(2 ** 38)
  expect(ids.filter((id) => id > 2 ** 39).length / ids.length).toBeGreaterThan(0.2)
  expect(ids.filter((id) => id > 2 ** 39).length / ids.length).toBeLessThan(0.8)
  for (const row of rowsOf('SELECT * FROM entries')) {
    expect(row.id).toBe(Number(row.case_id) * 8192 + Number(row.revision))
    expect(ids).toContain(row.case_id)
  }
  const sql = readdirSync(new URL('../../db/migrations/', import.meta.url)).map((name) =>
    readFileSync(new URL(`../../db/migrations/${name}`, import.meta.url), 'utf8'),
  )
  expect(sql.join('\n')).not.toMatch(/AUTOINCREMENT|CURRENT_TIME|datetime\(|strftime|unixepoch|julianday/i)
})

test('an answer a day later moves the case by one day and says no more', async () => {
  const reporter = await report(office)
  now = noon + 86_400_000 + 4_321_000
  await act(reporter, reporter.address, message('One more thing.'))
  const row = database.prepare('SELECT received, last FROM cases WHERE address = ?').get(Buffer.from(reporter.address))
  expect(row).toEqual({ received: today, last: today + 1 })
  now = noon
})

test('the data folder holds the database and nothing that keeps a time for each report', () => {
  const names = readdirSync(dataDir).filter((name) => statSync(join(dataDir, name)).isFile())
  expect(names.every((name) => name.startsWith('goodfaith.sqlite'))).toBe(true)
})
