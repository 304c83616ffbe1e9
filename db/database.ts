import type { Compilable, Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** One database, whichever engine runs it. */
export interface Database {
  /** For reading. Writes go through `atomically`. */
  readonly read: Kysely<Schema>
  /**
   * Runs the queries in order as one transaction: all land or none does. Gives how many rows each one changed.
   * Throws a `Refusal` when a precondition kept in the tables does not hold.
   */
  atomically(queries: readonly Compilable[]): Promise<readonly number[]>
  close(): void
}
