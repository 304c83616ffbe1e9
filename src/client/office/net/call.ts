import * as v from 'valibot'
import type { Operation } from '../../../contract/operations/operation.ts'
import { type AnswerOf, type BodyOf, type OperationName, operations } from '../../../contract/operations.ts'
import { parse } from '../../../contract/parse.ts'

/** What the service answered instead of what was asked: a stable code and the HTTP status. */
export class CallError extends Error {
  readonly code: string
  readonly status: number
  constructor(code: string, status: number, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.status = status
  }
}

/** Whether the request may have been carried out although no answer came: the same one can be sent again. */
export const lineLost = (cause: unknown): boolean => cause instanceof CallError && cause.code === 'line.lost'

/** Whether the service no longer knows who this is: nothing was carried out. */
export const sessionOver = (cause: unknown): boolean => cause instanceof CallError && cause.code === 'session.required'

interface Input<Name extends OperationName> {
  readonly body?: BodyOf<Name>
  readonly query?: Readonly<Record<string, string>>
  /** The parts of the path that vary, such as `:id`. */
  readonly path?: Readonly<Record<string, string>>
}

const ErrorAnswer = v.object({ error: v.object({ code: v.string() }) })

/**
 * Asks the service by the contract's name of the call, and reads the answer as the contract says it must be.
 * @throws CallError with the service's code, `line.lost` when no answer came, `line.garbled` when it is not to be read
 */
export type Caller = <Name extends OperationName>(name: Name, input?: Input<Name>) => Promise<AnswerOf<Name>>

/** Makes the caller of a page. It tells when the service no longer knows the session. */
export const caller =
  (sessionEnded: () => void): Caller =>
  async (name, input = {}) => {
    try {
      return await call(name, input)
    } catch (cause) {
      if (sessionOver(cause)) sessionEnded()
      throw cause
    }
  }

const call = async <Name extends OperationName>(
  name: Name,
  { body, query = {}, path = {} }: Input<Name>,
): Promise<AnswerOf<Name>> => {
  const operation: Operation = operations[name]
  const response = await ask(operation, addressOf(operation.path, path, query), body)
  const answer: unknown = await (response.ok && operation.answer === 'bytes' ? bytesOf(response) : jsonOf(response))
  if (!response.ok) {
    const refusal = parse(ErrorAnswer, answer)
    throw new CallError(refusal.ok ? refusal.value.error.code : 'line.garbled', response.status)
  }
  if (operation.answer === 'bytes') return answer as AnswerOf<Name>
  if (operation.answer === undefined || operation.answer === 'page') return undefined as AnswerOf<Name>
  const read = parse(operation.answer, answer)
  if (!read.ok) throw new CallError('line.garbled', response.status)
  return read.value as AnswerOf<Name>
}

const jsonOf = async (response: Response): Promise<unknown> =>
  response.status === 204 ? undefined : response.json().catch(() => undefined)

const bytesOf = async (response: Response): Promise<Uint8Array<ArrayBuffer>> => {
  const buffer = await response.arrayBuffer().catch((cause: unknown) => {
    throw new CallError('line.lost', response.status, { cause })
  })
  return new Uint8Array(buffer)
}

const addressOf = (
  pattern: string,
  parts: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string>>,
) => {
  const path = pattern.replaceAll(/:(\w+)/g, (_, part: string) => encodeURIComponent(parts[part] ?? ''))
  const search = new URLSearchParams(query).toString()
  return search === '' ? path : `${path}?${search}`
}

const ask = ({ method }: Operation, address: string, body: unknown): Promise<Response> =>
  fetch(address, {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'error',
    ...(method === 'GET' ? {} : { headers: { 'content-type': 'application/json' } }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw new CallError('line.lost', 0, { cause })
  })
