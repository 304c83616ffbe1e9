import { type Day, isDay } from '../days.ts'
import { once } from './once.ts'
import type { History } from './step.ts'

/** One act against the reporter, and what was decided on it so far. */
export interface Act {
  readonly id: string
  /** When the reporter learnt of it, if they know. */
  readonly learnt: Day | null
  /** When it was put before the office. */
  readonly filed: Day
  /** `open` until decided; the pack names the rest. */
  readonly verdict: string
  /** The sequence of the step that gave the verdict. */
  readonly judged: number
}

/** The acts of a case, by id, in the order in which they were added. */
export const actsOf = once((history: History): ReadonlyMap<string, Act> => {
  const acts = new Map<string, Act>()
  for (const { transition, about, day, sequence } of history) {
    for (const [id, value] of Object.entries(about)) {
      const act = acts.get(id)
      if (transition.about?.kind === 'add-acts') {
        acts.set(id, { id, learnt: isDay(value) ? value : null, filed: day, verdict: 'open', judged: sequence })
      } else if (transition.about?.kind === 'judge-acts' && act) {
        acts.set(id, { ...act, verdict: value, judged: sequence })
      }
    }
  }
  return acts
})
