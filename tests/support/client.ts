import type { Operation } from '../../src/contract/operations/operation.ts'
import {
  type AnswerOf,
  type BodyOf,
  type HeadersOf,
  type OperationName,
  operations,
  type QueryOf,
} from '../../src/contract/operations.ts'
import { parse } from '../../src/contract/parse.ts'

type Input<Name extends OperationName> = {
  readonly body?: BodyOf<Name>
  readonly query?: Partial<QueryOf<Name>>
  readonly headers?: HeadersOf<Name>
  readonly path?: Readonly<Record<string, string>>
}

/** What came back, whatever it was. */
export interface Raw {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array<ArrayBuffer>
}

export interface Answer<Name extends OperationName> {
  readonly status: number
  readonly headers: Headers
  /** `null` for an answer that is an error. */
  readonly code: string | null
  readonly answer: AnswerOf<Name>
}

/** One browser towards the service: it keeps a cookie, names its origin, and knows the contract. */
export interface Client {
  readonly origin: string
  cookie: string | null
  /** Sends anything at all. The origin is named unless the headers say otherwise. */
  send(method: string, path: string, options?: { headers?: Record<string, string>; body?: BodyInit }): Promise<Raw>
  /** Calls by the contract and gives whatever came, errors too. Throws if an answer is not in the shape it promises. */
  ask<Name extends OperationName>(name: Name, input?: Input<Name>): Promise<Answer<Name>>
  /** Calls and expects success. */
  call<Name extends OperationName>(name: Name, input?: Input<Name>): Promise<AnswerOf<Name>>
}

/** A browser at an origin; `host` is where its requests really arrive, if that is elsewhere. */
export function createClient(origin: string, host: string = origin): Client {
  const client: Client = {
    origin,
    cookie: null,
    async send(method, path, { headers = {}, body } = {}) {
      const own = { origin, ...(client.cookie ? { cookie: client.cookie } : {}), ...headers }
      const response = await fetch(host + path, {
        method,
        headers: Object.entries(own).filter(([, value]) => value !== ''),
        redirect: 'manual',
        ...(body === undefined ? {} : { body, duplex: 'half' }),
      })
      const [set] = response.headers.getSetCookie()
      if (set !== undefined) client.cookie = set.includes('Max-Age=0') ? null : (set.split(';')[0] ?? null)
      return { status: response.status, headers: response.headers, bytes: await response.bytes() }
    },
    async ask(name, { body, query = {}, headers: named = {}, path = {} } = {}) {
      const operation: Operation = operations[name]
      const address = operation.path.replace(/:(\w+)/g, (_, part: string) => path[part] ?? '')
      const search = new URLSearchParams(query as Record<string, string>).toString()
      const content = operation.body ? contentOf(operation, body) : {}
      const { status, headers, bytes } = await client.send(
        operation.method,
        search ? `${address}?${search}` : address,
        {
          ...content,
          headers: { ...content.headers, ...(named as Record<string, string>) },
        },
      )
      return { status, headers, ...read(operation, status, bytes) } as Answer<typeof name>
    },
    async call(name, input) {
      const { code, answer } = await client.ask(name, input)
      if (code !== null) throw new Error(`${name} was refused: ${code}`)
      return answer
    },
  }
  return client
}

const contentOf = (operation: Operation, body: unknown): { headers?: Record<string, string>; body?: BodyInit } =>
  operation.body === 'bytes'
    ? { headers: { 'content-type': 'application/octet-stream' }, body: (body as Uint8Array<ArrayBuffer>) ?? '' }
    : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) }

function read({ answer }: Operation, status: number, bytes: Uint8Array): { code: string | null; answer: unknown } {
  if (status >= 400) return { code: JSON.parse(new TextDecoder().decode(bytes)).error.code, answer: undefined }
  if (answer === 'page' || answer === 'bytes') return { code: null, answer: bytes }
  if (answer === undefined) return { code: null, answer: undefined }
  const parsed = parse(answer, JSON.parse(new TextDecoder().decode(bytes)))
  if (!parsed.ok) throw new Error('The answer is not in the shape that the contract promises')
  return { code: null, answer: parsed.value }
}
