import type { EventLog } from '../../service/ports.ts'

/** To whoever runs the worker by hand. Nothing is kept: `observability` is off in wrangler.toml. */
export const say = (text: string): void => console.log(text)

/** One line a request, without time, address or agent. */
export const eventLog: EventLog = {
  request: ({ method, route, status }) => say(`${method} ${route} ${status}`),
  fault: (text) => say(`fault: ${text}`),
}
