import { once } from './once.ts'
import type { History } from './step.ts'

/** A key that speaks for the reporter, or did. */
export interface CaseKey {
  readonly id: string
  /** Two officers let it in because they know the person; the first key may object. */
  readonly readmitted: boolean
  readonly live: boolean
}

/** The keys of the reporter, in the order in which they came. */
export const keysOf = once((history: History): readonly CaseKey[] => {
  let keys: readonly CaseKey[] = []
  for (const { transition, signers, facts } of history) {
    const author = signers[0]
    const added = facts.key ?? ''
    if (keys.length === 0 && author.role === 'reporter') {
      keys = [{ id: author.id, readmitted: false, live: true }]
    } else if (transition.effect === 'replace-key') {
      const readmitted = keys.some(({ id, readmitted }) => id === author.id && readmitted)
      keys = [...keys.map((key) => (key.id === author.id ? { ...key, live: false } : key))]
      keys = [...keys, { id: added, readmitted, live: true }]
    } else if (transition.effect === 'readmit') {
      keys = [...keys, { id: added, readmitted: true, live: true }]
    } else if (transition.effect === 'object') {
      keys = keys.map((key) => (key.readmitted && key.id === added ? { ...key, live: false } : key))
    }
  }
  return keys
})

/** Whether this key speaks for the reporter now; before the first step any key does. */
export function speaksForReporter(history: History, id: string): boolean {
  const keys = keysOf(history)
  return keys.length === 0 || keys.some((key) => key.id === id && key.live)
}

/** Whether this key opened the case, or was put in the place of one that did. */
export function isFirstKey(history: History, id: string): boolean {
  return !keysOf(history).some((key) => key.id === id && key.readmitted)
}
