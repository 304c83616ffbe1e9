import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

export interface Compiled {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** A query that can be run; every builder of Kysely is one. */
export interface Query {
  compile(): Compiled
}

/** One database, whichever engine runs it. */
export interface Database {
  /** For reading. Writes go through `atomically`. */
  readonly read: Kysely<Schema>
  /**
   * Runs the queries in order as one transaction: all land or none does. Gives how many rows each one changed.
   * Throws a `Refusal` when a precondition kept in the tables does not hold.
   */
  atomically(queries: readonly Query[]): Promise<readonly number[]>
  close(): void
}
