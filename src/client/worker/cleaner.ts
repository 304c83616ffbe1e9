import type { CleanAnswer, CleanRequest, Looked } from '../clean/clean-worker.ts'
import { cleanerAddress } from './address.ts'

export type { Looked } from '../clean/clean-worker.ts'
export type { Trace } from '../clean/trace.ts'

/** Takes the traces out of files, in a thread of its own. */
export interface Cleaner {
  /** Null where the file could not be read, or the thread did not start. */
  look(file: Blob): Promise<Looked | null>
  /** Ends the thread and forgets every file; what still waits gets null. */
  end(): void
}

/** Makes the cleaner of a page. Its script is fetched with the first file: most people bring none. */
export function makeCleaner(): Cleaner {
  const waiting = new Map<number, (looked: Looked | null) => void>()
  let worker: Worker | undefined
  let last = 0

  function end(): void {
    worker?.terminate()
    worker = undefined
    for (const resolve of waiting.values()) resolve(null)
    waiting.clear()
  }

  function started(): Worker {
    if (worker) return worker
    worker = new Worker(cleanerAddress())
    worker.addEventListener('error', end)
    worker.addEventListener('message', ({ data }: MessageEvent<CleanAnswer>) => {
      waiting.get(data.id)?.('looked' in data ? data.looked : null)
      waiting.delete(data.id)
    })
    return worker
  }

  return {
    look: (file) =>
      new Promise((resolve) => {
        const id = ++last
        waiting.set(id, resolve)
        started().postMessage({ id, file } satisfies CleanRequest)
      }),
    end,
  }
}
