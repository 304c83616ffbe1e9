/** What went wrong with a request: a stable code of the service, or `network` when no answer came. */
export class AskError extends Error {
  readonly code: string
  constructor(code: string, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}

/** Fetches JSON from the service. @throws AskError */
export const ask = async <Answer>(path: string, body?: object): Promise<Answer> =>
  (await reach(path, body)).json() as Promise<Answer>

/** Fetches bytes from the service. @throws AskError */
export const askBytes = async (path: string, body: object): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await reach(path, body)).arrayBuffer())

/** No cookie goes along and nothing is kept by the browser: a reporter has no account and leaves no trace. */
const reach = async (path: string, body?: object): Promise<Response> => {
  const options: RequestInit = { credentials: 'omit', cache: 'no-store', redirect: 'error' }
  const sending = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(path, body === undefined ? options : { ...options, ...sending }).catch((cause) => {
    throw new AskError('network', { cause })
  })
  if (!response.ok) throw new AskError(await codeOf(response))
  return response
}

const codeOf = async (response: Response): Promise<string> => {
  const answer: unknown = await response.json().catch(() => undefined)
  const code = (answer as { error?: { code?: unknown } } | undefined)?.error?.code
  return typeof code === 'string' ? code : 'unknown'
}
