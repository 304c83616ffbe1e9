import type * as v from 'valibot'

/** Who may call: anybody; a reporter, by signature; whoever has a session; a chief with a session. */
export type Access = 'anybody' | 'reporter' | 'session' | 'chief'

export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Hono's form, with `:name` for a part that varies; each such part is base64url. */
  readonly path: string
  readonly access: Access
  readonly summary: string
  readonly query?: v.GenericSchema<Record<string, string | undefined>, Record<string, string>>
  /** The headers that it reads; others are let through. Names in lower case. */
  readonly headers?: v.GenericSchema<Record<string, string | undefined>, Record<string, string>>
  /** `bytes` is a body of bytes as they are. */
  readonly body?: v.GenericSchema | 'bytes'
  /** The most that a body may weigh, in bytes. */
  readonly most?: number
  readonly status: 200 | 201 | 204
  /** `page` is 65,536 bytes of PROTOCOL 8.3, `bytes` are any number; nothing for 204. */
  readonly answer?: v.GenericSchema | 'page' | 'bytes'
}

/** Keeps each entry's own type, so that a handler's input and answer are known from its name. */
export const define = <const Table extends Record<string, Operation>>(table: Table): Table => table
