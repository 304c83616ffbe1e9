import type { EventLog } from '../../service/ports.ts'

/** One line a request to standard output, without time, address or agent; faults to standard error. */
export const eventLog: EventLog = {
  request: ({ method, route, status }) => process.stdout.write(`${method} ${route} ${status}\n`),
  fault: (text) => process.stderr.write(`fault: ${text}\n`),
}
