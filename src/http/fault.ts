import type { ErrorCode } from '../contract/errors.ts'
import type { EventLog } from '../service/ports.ts'
import { codeOf } from './respond.ts'

/** The code that the caller is told of an error. A fault of the service itself is logged by its place alone. */
export function toldCode(error: unknown, log: EventLog): ErrorCode {
  const code = codeOf(error)
  if (!code) log.fault(placeOf(error))
  return code ?? 'service.failed'
}

/** Where in the code an error arose; its message may hold data and is left out. */
const placeOf = (error: unknown): string =>
  error instanceof Error ? `${error.name} ${error.stack?.split('\n')[1]?.trim() ?? ''}` : 'unknown'
