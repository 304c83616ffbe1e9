import { Kysely } from 'kysely'
import type { Compiled, Database, Query } from './database.ts'
import { dialectOver } from './dialect.ts'
import { refusalOf } from './refusals.ts'
import type { Schema } from './schema.ts'

/** What is used of Cloudflare's D1; its own types know more. */
export interface D1 {
  prepare(sql: string): D1Statement
  batch(statements: D1Statement[]): Promise<D1Result[]>
}

interface D1Statement {
  bind(...values: unknown[]): D1Statement
  all(): Promise<D1Result>
}

interface D1Result {
  readonly results: readonly unknown[]
  readonly meta: { readonly changes?: number }
}

/** D1, whose `batch` is one transaction. */
export function openD1(d1: D1): Database {
  const prepare = (query: Compiled) => d1.prepare(query.sql).bind(...query.parameters)
  return {
    read: new Kysely<Schema>({
      dialect: dialectOver(async (query) => (await prepare(query).all()).results.map(bytesFromNumbers)),
    }),
    atomically: async (queries: readonly Query[]) => {
      try {
        const results = await d1.batch(queries.map((query) => prepare(query.compile())))
        return results.map((result) => result.meta.changes ?? 0)
      } catch (error) {
        throw refusalOf(error)
      }
    },
    close: () => undefined,
  }
}

/** D1 gives BLOBs as arrays of numbers; no other column is ever an array. */
function bytesFromNumbers(row: unknown): unknown {
  const columns = row as Record<string, unknown>
  for (const [name, value] of Object.entries(columns)) {
    if (Array.isArray(value)) columns[name] = Uint8Array.from(value as number[])
  }
  return columns
}
