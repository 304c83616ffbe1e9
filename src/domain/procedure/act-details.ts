import { type Act, parseActs } from '../acts.ts'
import { actId } from './from-told.ts'
import type { History } from './step.ts'

/**
 * What the reporter said of each act, by its name: those of the request in their order, and those added since, each in the
 * fact `acts` of the step that added it.
 * @param first the sealed field `acts` of the request
 */
export function actDetails(first: string | undefined, history: History): ReadonlyMap<string, Act> {
  const told = (parseActs(first ?? '') ?? []).map((act, index) => [actId(index), act] as const)
  const added = history.flatMap(({ transition, about, facts }) => {
    if (transition.about?.kind !== 'add-acts' || facts.acts === undefined) return []
    const acts = parseActs(facts.acts) ?? []
    return Object.keys(about).flatMap((id, index) => (acts[index] ? [[id, acts[index]] as const] : []))
  })
  return new Map([...told, ...added])
}
