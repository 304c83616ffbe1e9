import { useEffect, useState } from 'preact/hooks'

/** One value that views can watch. */
export interface Cell<Value> {
  readonly value: Value
  set(next: Value): void
  /** Calls back at each change; the answer ends that. */
  watch(listener: () => void): () => void
}

/** Makes a cell. Setting the same value again tells nobody. */
export const cell = <Value>(initial: Value): Cell<Value> => {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get value() {
      return value
    },
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/**
 * The value of a cell in a view, which is drawn again when it changes. A view is drawn first and watches a moment later:
 * what was set in between is drawn then.
 */
export const useCell = <Value>(watched: Cell<Value>): Value => {
  const [, redraw] = useState({})
  const drawn = watched.value
  useEffect(() => {
    const changed = (): void => redraw({})
    if (!Object.is(drawn, watched.value)) changed()
    return watched.watch(changed)
  }, [watched])
  return drawn
}
