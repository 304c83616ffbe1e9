import type { D1Database } from '@cloudflare/workers-types'

/** One statement on its way into workerd: bytes as arrays of numbers in an object of their own. */
export interface BridgedStatement {
  readonly sql: string
  readonly values: readonly (string | number | null | { readonly bytes: readonly number[] })[]
}

const bindable = (value: BridgedStatement['values'][number]) =>
  value !== null && typeof value === 'object' ? Uint8Array.from(value.bytes) : value

/** A worker that runs what it is sent on its D1, and answers with exactly what D1 gave. */
const bridge = {
  async fetch(request: Request, { DB }: { readonly DB: D1Database }): Promise<Response> {
    const statements = (await request.json()) as BridgedStatement[]
    try {
      const prepared = statements.map(({ sql, values }) => DB.prepare(sql).bind(...values.map(bindable)))
      return Response.json(await DB.batch(prepared))
    } catch (error) {
      return new Response(error instanceof Error ? error.message : 'unknown', { status: 500 })
    }
  },
}

// biome-ignore lint/style/noDefaultExport: a worker is its default export.
export default bridge
