import { type Looked, tooMuch } from '../clean/look.ts'
import { cleanerAddress } from './address.ts'

export type { Looked } from '../clean/look.ts'
export type { Trace } from '../clean/trace.ts'

/** Takes the traces out of files, in a thread of its own. */
export interface Cleaner {
  /**
   * Looks at a file once those before it are done: each is held in memory whole. Null where it could not be read, the
   * thread did not start, or nobody wants it any more.
   */
  look(file: Blob, signal?: AbortSignal): Promise<Looked | null>
  /** Ends the thread and forgets every file; what still waits gets null. */
  end(): void
}

/** A file that waits for its turn, or has it. */
interface Waiting {
  readonly file: Blob
  readonly resolve: (looked: Looked | null) => void
}

/** How long one file may take, in milliseconds: one that was made to take for ever must not hold up the others. */
const PATIENCE = 60_000

/** Makes the cleaner of a page. Its script is fetched with the first file: most people bring none. */
export function makeCleaner(start = () => new Worker(cleanerAddress()), patience = PATIENCE): Cleaner {
  let worker: Worker | undefined
  let waiting: readonly Waiting[] = []
  let inHand: Waiting | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function started(): Worker {
    if (worker) return worker
    worker = start()
    worker.addEventListener('error', () => giveUp(null))
    worker.addEventListener('message', ({ data }: MessageEvent<Looked | null>) => answer(data))
    return worker
  }

  function next(): void {
    if (inHand !== undefined || waiting[0] === undefined) return
    ;[inHand, ...waiting] = waiting
    started().postMessage(inHand?.file)
    timer = setTimeout(() => giveUp(tooMuch), patience)
  }

  function answer(looked: Looked | null): void {
    clearTimeout(timer)
    inHand?.resolve(looked)
    inHand = undefined
    next()
  }

  /** Answers for a thread that does not, and lets the next file begin with another. */
  function giveUp(looked: Looked | null): void {
    worker?.terminate()
    worker = undefined
    answer(looked)
  }

  function withdraw(mine: Waiting): void {
    if (mine === inHand) giveUp(null)
    waiting = waiting.filter((one) => one !== mine)
    mine.resolve(null)
  }

  return {
    look: (file, signal) =>
      new Promise((resolve) => {
        const mine = { file, resolve }
        waiting = [...waiting, mine]
        signal?.addEventListener('abort', () => withdraw(mine))
        next()
      }),
    end: () => {
      for (const { resolve } of waiting) resolve(null)
      waiting = []
      giveUp(null)
    },
  }
}
