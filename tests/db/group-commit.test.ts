import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../db/database.ts'
import { openSqlite } from '../../db/sqlite.ts'

let folder: string
let database: Database & {
  readonly raw: { exec(sql: string): unknown; prepare(sql: string): { pluck(): { all(): unknown[] } } }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'goodfaith-group-'))
  database = openSqlite(join(folder, 'group.sqlite'))
  database.raw.exec('CREATE TABLE things (name TEXT PRIMARY KEY) STRICT')
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

const insert = (name: string) => ({ compile: () => sql`INSERT INTO things VALUES (${name})`.compile(database.read) })
const names = () => database.raw.prepare('SELECT name FROM things ORDER BY name').pluck().all()

test('writers who come together each succeed or fail alone', async () => {
  const outcomes = await Promise.allSettled([
    database.atomically([insert('a')]),
    database.atomically([insert('b'), insert('a')]),
    database.atomically([insert('c')]),
    database.atomically([insert('c')]),
    database.atomically([insert('d'), insert('e')]),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'])
  expect(names()).toEqual(['a', 'c', 'd', 'e'])
})

test('whoever was told of success finds it from another connection', async () => {
  await Promise.all(['a', 'b', 'c'].map((name) => database.atomically([insert(name)])))
  const other = openSqlite(join(folder, 'group.sqlite'))
  expect(other.raw.prepare('SELECT count(*) FROM things').pluck().get()).toBe(3)
  other.close()
})

test('when the disk refuses, nobody is told of success', async () => {
  database.raw.exec('PRAGMA max_page_count = 3')
  const big = 'x'.repeat(100_000)
  const outcomes = await Promise.allSettled([database.atomically([insert('a')]), database.atomically([insert(big)])])
  const kept = names()
  const told = outcomes.map(({ status }) => status === 'fulfilled')
  expect(told).toEqual([kept.includes('a'), kept.includes(big)])
  expect(kept).not.toContain(big)
})

test('each writer learns how many rows each query changed', async () => {
  await database.atomically([insert('a'), insert('b')])
  const remove = { compile: () => sql`DELETE FROM things`.compile(database.read) }
  expect(await database.atomically([remove, remove])).toEqual([2, 0])
})
