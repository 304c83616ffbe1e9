import { useRef, useState } from 'preact/hooks'

/** Something a person can do here that takes time: whether it is under way, and what went wrong the last time. */
export interface Act<Args extends readonly unknown[]> {
  readonly run: (...args: Args) => void
  readonly busy: boolean
  readonly problem: unknown
  readonly clear: () => void
}

/** Wraps a piece of work so that it cannot be started twice at once, and so that its error is kept for showing. */
export const useAct = <Args extends readonly unknown[]>(work: (...args: Args) => Promise<void>): Act<Args> => {
  const [busy, setBusy] = useState(false)
  // What was drawn before may still be pressed, or be called by work that began then: it must see what is under way now.
  const running = useRef(false)
  const [problem, setProblem] = useState<unknown>(undefined)
  const run = (...args: Args): void => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setProblem(undefined)
    work(...args)
      .catch((cause: unknown) => setProblem(cause ?? new Error('failed')))
      .finally(() => {
        running.current = false
        setBusy(false)
      })
  }
  return { run, busy, problem, clear: () => setProblem(undefined) }
}
