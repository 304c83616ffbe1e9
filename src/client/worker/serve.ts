import { answer, type Made } from './answer.ts'
import { Desk } from './desk.ts'
import type { Request } from './messages.ts'

/** Makes of this thread a worker that answers these calls. */
export function serve(calls: Made): void {
  const desk = new Desk((length) => crypto.getRandomValues(new Uint8Array(length)))

  // The page and its worker have one origin, and nobody else can reach a dedicated worker.
  self.addEventListener('message', ({ data }: MessageEvent<Request | 'forget'>) => {
    if (data === 'forget') desk.forget()
    else answer(calls, desk, data, (message, moved = []) => self.postMessage(message, [...moved]))
  })
}
