import { workerAddress } from './address.ts'
import type { ReporterCalls } from './calls/reporting.ts'
import type { Answer, Progress, Request } from './messages.ts'

export type { AppendBatch, ListName } from '../../../crypto/index.ts'
export type { CaseAct, CaseView, OwnView } from './calls/cases.ts'
export type { DirectoryView } from './calls/directory.ts'
export type { Calls as ConsoleCalls } from './calls/index.ts'
export type { Change, ReadStatement } from './calls/statements.ts'
export { dispose } from './dispose.ts'
export type { SealedFile, SealedPart } from './file-sealing.ts'
export type { Progress } from './messages.ts'

/** What both sides ask of their worker; the console asks more of its own. */
type Common = ReporterCalls

type ArgsOf<Call> = Call extends (...given: infer Given) => unknown ? Given[1] : never
type ValueOf<Call> = Call extends (...given: never) => infer Value ? Awaited<Value> : never

/** What the crypto worker does for a page. Everything crosses as plain data; errors reject with a stable `code`. */
export interface CryptoWorker<Calls extends Common = Common> {
  /** Asks for a thing by name: `call('openCase', { entries })`. */
  call<Name extends keyof Calls & string>(
    name: Name,
    ...args: ArgsOf<Calls[Name]> extends undefined
      ? []
      : [args: ArgsOf<Calls[Name]>, report?: (progress: Progress) => void]
  ): Promise<ValueOf<Calls[Name]>>
  /** Drops every key, the directory and all opened cases; the worker goes on. */
  forget(): void
  /** Ends the worker. What is still waiting rejects with `worker.ended`. */
  end(): void
}

/** A code of the protocol or of the worker, as it came across. */
export class CryptoError extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.name = 'CryptoError'
    this.code = code
  }
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: CryptoError) => void
  readonly report: ((progress: Progress) => void) | undefined
}

/** Starts the crypto worker of the page. If it does not start, every call rejects with `worker.unavailable`. */
export function startCryptoWorker<Calls extends Common = Common>(): CryptoWorker<Calls> {
  const worker = new Worker(workerAddress())
  const waiting = new Map<number, Waiting>()
  let last = 0
  let ended: 'worker.unavailable' | 'worker.ended' | null = null

  function fail(code: 'worker.unavailable' | 'worker.ended'): void {
    ended ??= code
    for (const { reject } of waiting.values()) reject(new CryptoError(code))
    waiting.clear()
    worker.terminate()
  }

  worker.addEventListener('error', () => fail('worker.unavailable'))
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const call = waiting.get(data.id)
    if (!call) return
    if ('progress' in data) return call.report?.(data.progress)
    waiting.delete(data.id)
    if ('code' in data) call.reject(new CryptoError(data.code))
    else call.resolve(data.value)
  })

  return {
    call: (name, ...[args, report]) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(new CryptoError(ended))
        const id = ++last
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject, report })
        worker.postMessage({ id, name, args } satisfies Request)
      }),
    forget: () => worker.postMessage('forget'),
    end: () => fail('worker.ended'),
  }
}
