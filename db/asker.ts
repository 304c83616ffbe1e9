import type { CompiledQuery, Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/**
 * A question that every request asks: its text is made once, and each time only the values are new. They come in the order
 * in which the text names them.
 */
export function asker<Row>(read: Kysely<Schema>, question: { compile(): CompiledQuery<Row> }) {
  const compiled = question.compile()
  return async (...parameters: readonly unknown[]): Promise<readonly Row[]> =>
    (await read.executeQuery<Row>({ ...compiled, parameters })).rows
}
