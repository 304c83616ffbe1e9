import type { AccessOf, AnswerOf, BodyOf, HeadersOf, OperationName, QueryOf } from '../contract/operations.ts'
import type { Officer } from '../service/session.ts'
import type { World } from '../service/world.ts'

/** A request whose caller, origin, form and size have been checked. */
export interface Call<Name extends OperationName> {
  readonly world: World
  readonly body: BodyOf<Name>
  readonly query: QueryOf<Name>
  readonly headers: HeadersOf<Name>
  /** A part of the path that varies, as it came. */
  readonly part: (name: string) => string
  readonly officer: AccessOf<Name> extends 'session' | 'chief' ? Officer : null
  /** The value of the session cookie; `null` without one. Only for what begins or ends sessions. */
  readonly cookie: string | null
}

export interface Reply<Name extends OperationName> {
  readonly answer: AnswerOf<Name>
  /** If it is not the status that the contract names. */
  readonly status?: 200 | 202
  /** A new session's cookie, or `null` to take the old one away. */
  readonly cookie?: string | null
}

export type Handler<Name extends OperationName> = (call: Call<Name>) => Promise<Reply<Name>>

/** One handler for each of these operations. */
export type Handlers<Name extends OperationName> = { readonly [Each in Name]: Handler<Each> }
