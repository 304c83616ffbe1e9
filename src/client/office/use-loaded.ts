import { useEffect, useState } from 'preact/hooks'
import { type Act, useAct } from './use-act.ts'

/** Something that a view reads when it appears, and again when told to. `value` is null until it is there. */
export interface Loaded<Value> {
  readonly value: Value | null
  readonly again: Act<[]>
}

/** Reads with `read` when the view appears. */
export const useLoaded = <Value>(read: () => Promise<Value>): Loaded<Value> => {
  const [value, setValue] = useState<Value | null>(null)
  const again = useAct(async () => setValue(await read()))
  useEffect(again.run, [])
  return { value, again }
}
