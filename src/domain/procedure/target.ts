import type { TransitionLine } from '../pack/procedure-lines.ts'
import type { Rules } from '../pack/rules.ts'
import type { Position, Progress } from './step.ts'

/** Where a transition leads from where the case stands, or null if it cannot be taken there. */
export function targetOf(rules: Rules, { at, day }: Progress, transition: TransitionLine): Position | null {
  const here = at[transition.region]
  const anywhere = transition.from.includes('*') && rules.states.get(here.state)?.kind === 'open'
  if (!anywhere && !transition.from.includes(here.state)) return null
  if (transition.back) return here.from && { ...here.from, since: day }
  if (transition.to_by_origin) {
    const to = transition.to_by_origin[here.from?.state ?? '']
    return to === undefined ? null : { state: to, since: day, from: here }
  }
  return transition.to === undefined ? here : { state: transition.to, since: day, from: here }
}
