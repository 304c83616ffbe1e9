import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'

/** Runs one compiled query and gives its rows. */
export type Execute = (query: CompiledQuery) => Promise<readonly unknown[]>

const noTransactions = () => Promise.reject(new Error('Transactions are lists of queries: see Database.atomically'))

/**
 * Kysely would make the queries of all requests wait for each other, since SQLite has one connection. Here each query is
 * whole in itself, so none has to; and on Workers a request that waits for another's is killed as hung.
 */
class IndependentQueries extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

/**
 * SQLite for Kysely over any engine that can run one query. Interactive transactions do not exist, since D1 has none:
 * what belongs together is a list of queries for `atomically`, and its preconditions live in the tables.
 */
export function dialectOver(execute: Execute): Dialect {
  const connection: DatabaseConnection = {
    executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => ({ rows: (await execute(query)) as R[] }),
    streamQuery: () => {
      throw new Error('Streaming is not offered')
    },
  }
  return {
    createAdapter: () => new IndependentQueries(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createDriver: () => ({
      init: async () => undefined,
      acquireConnection: async () => connection,
      releaseConnection: async () => undefined,
      beginTransaction: noTransactions,
      commitTransaction: noTransactions,
      rollbackTransaction: noTransactions,
      destroy: async () => undefined,
    }),
  }
}
