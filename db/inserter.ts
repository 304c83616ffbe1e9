import type { Kysely } from 'kysely'
import type { Query } from './database.ts'
import type { Schema } from './schema.ts'

/**
 * Makes INSERTs into a table of rows that name the same columns in the same order. Kysely writes the text for each number
 * of rows once: writing it anew for every report would cost as much as running it.
 */
export function inserter<Table extends keyof Schema>(read: Kysely<Schema>, table: Table) {
  const texts = new Map<number, string>()
  const textFor = (rows: readonly Schema[Table][]): string => {
    const known = texts.get(rows.length)
    if (known !== undefined) return known
    const { sql } = read
      .insertInto(table)
      .values(rows as never)
      .compile()
    texts.set(rows.length, sql)
    return sql
  }
  return (...rows: readonly Schema[Table][]): Query => ({
    compile: () => ({ sql: textFor(rows), parameters: rows.flatMap((row) => Object.values(row)) }),
  })
}
