import { partLength, partsOf } from '../../../crypto/wire/index.ts'
import { type CryptoWorker, dispose, type Progress, type SealedFile, type SealedPart } from '../worker/proxy.ts'
import { again } from './again.ts'
import type { FileLines } from './lines.ts'

/** What is sent, how, and who hears how far it has come (in sealed bytes). */
export interface ToUpload {
  readonly call: CryptoWorker['call']
  readonly lines: Pick<FileLines, 'begin' | 'send' | 'come' | 'cancel'>
  readonly blob: Blob
  readonly tell?: (progress: Progress) => void
}

export interface Upload {
  /**
   * Seals the file as it is read and sends it, a few parts at a time; nothing happens before. After a lost connection, a
   * full service or an abort, calling it again goes on with what is missing. @throws an error with the service's code or
   * `network`, `file.changed`, `file.too_large`; the signal's reason
   */
  run(signal?: AbortSignal): Promise<SealedFile>
  /** Gives it up, here and on the service. */
  cancel(): Promise<void>
}

/** How many parts are in hand at once: one is sealed while the others are sent. */
const lanes = 3

/** A part that is sealed and not known to have come. It is kept: a stream seals each part once. */
interface Waiting {
  readonly part: number
  readonly sealed: SealedPart
}

/** An upload that has been taken in hand by the worker. */
interface InHand {
  readonly file: number
  readonly chunks: number
}

/** Makes the upload of one file. It holds as many sealed parts as are on their way, whatever the size of the file. */
export const uploadOf = ({ call, lines, blob, tell = () => undefined }: ToUpload): Upload => {
  const name = crypto.getRandomValues(new Uint8Array(32))
  let hand: InHand | undefined
  let begun = false
  let sealing: Promise<unknown> = Promise.resolve()
  let sealedParts = 0
  let come = 0
  let waiting: Waiting[] = []
  let result: SealedFile | undefined

  /** The next part to send: one that waited, or one sealed now, in its turn. */
  const next = (chunks: number, file: number): Promise<Waiting | undefined> => {
    const turn = sealing.then(async () => {
      const left = waiting.shift()
      if (left !== undefined || sealedParts === partsOf(chunks)) return left
      const sealed = await call('sealPart', { file })
      sealedParts += 1
      return { part: sealedParts - 1, sealed }
    })
    sealing = turn.catch(() => undefined)
    return turn
  }

  const send = async ({ file, chunks }: InHand, stop: AbortController): Promise<void> => {
    for (let at = await next(chunks, file); at !== undefined; at = await next(chunks, file)) {
      const { part, sealed } = at
      try {
        stop.signal.throwIfAborted()
        await again(() => lines.send(name, part, sealed, stop.signal), stop.signal)
      } catch (cause) {
        waiting.push(at)
        stop.abort(cause)
        throw cause
      }
      dispose(sealed.bytes)
      come += partLength(chunks, part)
      tell({ done: come, total: totalOf(chunks) })
    }
  }

  /** What arrived although its answer was lost need not be sent again. */
  const forgetWhatCame = async (chunks: number): Promise<void> => {
    if (waiting.length === 0) return
    const there = await again(() => lines.come(name))
    for (const { part } of waiting.filter((each) => there.includes(each.part))) come += partLength(chunks, part)
    waiting = waiting.filter(({ part }) => !there.includes(part))
  }

  return {
    run: async (signal) => {
      if (result !== undefined) return result
      signal?.throwIfAborted()
      hand ??= await call('beginSealing', { blob })
      const inHand = hand
      if (begun) await forgetWhatCame(inHand.chunks)
      else await again(() => lines.begin(name, inHand.chunks), signal)
      begun = true
      const stop = new AbortController()
      const abort = (): void => stop.abort(signal?.reason)
      signal?.addEventListener('abort', abort)
      const all = await Promise.allSettled(Array.from({ length: lanes }, () => send(inHand, stop)))
      signal?.removeEventListener('abort', abort)
      if (all.some(({ status }) => status === 'rejected')) throw stop.signal.reason ?? failed(all)
      result = await call('endSealing', { file: inHand.file })
      await call('dropFile', { file: inHand.file })
      return result
    },
    cancel: async () => {
      waiting = []
      if (hand !== undefined) await call('dropFile', { file: hand.file })
      if (begun) await lines.cancel(name)
    },
  }
}

const totalOf = (chunks: number): number =>
  Array.from({ length: partsOf(chunks) }, (_, part) => partLength(chunks, part)).reduce((sum, part) => sum + part, 0)

const failed = (all: readonly PromiseSettledResult<void>[]): unknown =>
  all.find((each) => each.status === 'rejected')?.reason
