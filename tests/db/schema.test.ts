import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { openSqlite } from '../../db/sqlite.ts'
import { projectRoot } from '../../src/build/root.ts'

interface Column {
  readonly name: string
  readonly type: string
}

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8')
const types: Readonly<Record<string, string>> = { Bytes: 'BLOB', 'Bytes | null': 'BLOB', number: 'INTEGER' }

/** The tables as `db/schema.ts` describes them to the code. */
function described(): Map<string, Column[]> {
  const tables = [...read('db/schema.ts').matchAll(/readonly (\w+): \{([^}]+)\}/g)]
  return new Map(
    tables.map(([, table = '', body = '']) => [
      table,
      [...body.matchAll(/(\w+): ([^;\n]+)/g)].map(([, name = '', type = '']) => ({
        name,
        type: types[type.trim()] ?? 'TEXT',
      })),
    ]),
  )
}

const database = openSqlite(':memory:')
const tableNames = () =>
  database.raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[]
const columnsOf = (table: string) =>
  (database.raw.pragma(`table_info(${table})`) as Column[]).map(({ name, type }) => ({ name, type }))

const ofFiles = ['files', 'parts', 'case_files', 'loose_blobs']

describe('the tables', () => {
  beforeAll(() => migrate(database.raw, join(projectRoot, 'db/migrations')))
  afterAll(() => database.close())

  test('are what the code believes, column by column', () => {
    const real = new Map(tableNames().map((table) => [table, columnsOf(table)]))
    expect([...described()].toSorted()).toEqual([...real].toSorted())
  })

  test('are strict, every one', () => {
    const list = database.raw.pragma('table_list') as { name: string; strict: number; schema: string }[]
    const loose = list.filter(({ name, strict }) => strict === 0 && !name.startsWith('sqlite_'))
    expect(loose.map(({ name }) => name)).toEqual([])
  })

  test('are explained to whoever asks who reads a column and how long it lives', () => {
    const sections = read('db/README.md').split(/^## /m)
    for (const table of tableNames()) {
      const section = sections.find((text) => text.startsWith(`\`${table}\``)) ?? ''
      for (const { name } of columnsOf(table)) expect(section, `${table}.${name}`).toContain(`| \`${name}\` |`)
    }
  })

  test('hold no time finer than a day of anything that a reporter does', () => {
    const days = ['received', 'last', 'remind', 'release', 'waits', 'day']
    const numbers = [
      'cases',
      'entries',
      'readers',
      'excluded',
      'held',
      'further_keys',
      'visits',
      'checkpoints',
      ...ofFiles,
    ].flatMap((table) =>
      columnsOf(table)
        .filter(({ type }) => type === 'INTEGER')
        .map(({ name }) => name),
    )
    const counted = [
      'id',
      'case_id',
      'revision',
      'epoch',
      'lane',
      'sequence',
      'statement',
      'seal_revision',
      'seal_offset',
      'file_id',
      'part',
      'chunks',
    ]
    expect(numbers.filter((name) => !days.includes(name) && !counted.includes(name))).toEqual([])
  })

  test('have no row number of their own that would tell in which order reports came', () => {
    // Without an INTEGER PRIMARY KEY of its own a table numbers its rows in order of arrival.
    for (const table of ['cases', 'entries', 'readers', 'excluded', 'held', 'further_keys', 'visits', ...ofFiles]) {
      const sql = database.raw.prepare('SELECT sql FROM sqlite_master WHERE name = ?').pluck().get(table) as string
      expect(sql).toMatch(/\bid INTEGER PRIMARY KEY\b|WITHOUT ROWID/)
      expect(sql).not.toMatch(/AUTOINCREMENT/)
    }
  })

  test('migrations that have run do not run again, and a later version is not touched', () => {
    expect(() => migrate(database.raw, join(projectRoot, 'db/migrations'))).not.toThrow()
    database.raw.pragma('user_version = 99')
    expect(() => migrate(database.raw, join(projectRoot, 'db/migrations'))).toThrow('later version')
  })
})
