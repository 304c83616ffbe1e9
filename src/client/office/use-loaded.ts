import { useEffect, useRef, useState } from 'preact/hooks'
import { type Act, useAct } from './use-act.ts'

/** Something that a view reads when it appears, and again when told to. `value` is null until it is there. */
export interface Loaded<Value> {
  readonly value: Value | null
  readonly again: Act<[]>
}

/** Reads with `read` when the view appears; what is asked for while it reads, which that may have missed, it reads after it. */
export const useLoaded = <Value>(read: () => Promise<Value>): Loaded<Value> => {
  const [value, setValue] = useState<Value | null>(null)
  const asked = useRef(0)
  const latest = useRef(read)
  latest.current = read
  const reading = useAct(async () => {
    let known: number
    do {
      known = asked.current
      setValue(await latest.current())
    } while (known !== asked.current)
  })
  const run = (): void => {
    asked.current += 1
    reading.run()
  }
  useEffect(run, [])
  return { value, again: { ...reading, run } }
}
