import { type ErrorCode, errorStatus, isErrorCode } from '../contract/errors.ts'

type Headers = Readonly<Record<string, string>>

export const json = (value: unknown, status: number, headers: Headers = {}): Response =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  })

/** Every error in one form: a stable code and nothing of the request. */
export const failure = (code: ErrorCode, headers: Headers = {}): Response =>
  json({ error: { code } }, errorStatus[code], headers)

/**
 * The code of an error of any layer: refusals, signed bytes that are not in order, rules that are broken. `null` for a
 * fault of the service itself.
 */
export function codeOf(error: unknown): ErrorCode | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return isErrorCode(code) ? code : null
}
