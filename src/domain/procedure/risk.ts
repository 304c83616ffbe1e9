import type { Pack } from '../pack/pack.ts'
import { byId, type Rules } from '../pack/rules.ts'
import { lastOf, withEffect } from './history.ts'
import type { Done, History } from './step.ts'

export type RiskLevel = 'low' | 'medium' | 'high'

/** The level that the matrix of the pack gives, or null for a likelihood or seriousness that it does not have. */
export function riskLevel(rules: Rules, likelihood: string, seriousness: string): RiskLevel | null {
  return byId(rules.pack['risk-rows']).get(likelihood)?.levels[seriousness] ?? null
}

/** The degrees of seriousness, the least first: in the order of the step that asks for them, since an object keeps none. */
export function degreesOf(pack: Pack): readonly string[] {
  return pack.transitions.find(({ effect }) => effect === 'assess-risk')?.needs?.seriousness ?? []
}

/** The level of the last assessment in the case, or null if there was none. */
export function currentRisk(rules: Rules, history: History): RiskLevel | null {
  const last = withEffect(history, 'assess-risk').at(-1)
  return last ? riskLevel(rules, last.facts.likelihood ?? '', last.facts.seriousness ?? '') : null
}

/** How the person sees the risk themselves, as they said last; undefined before. Either answer may have been left open. */
export function ownView(history: History): Done | undefined {
  return lastOf(history, ['give-risk-view'])
}

/** Whether the risk is to be assessed again: never done, or the case has entered a state that asks for it since. */
export function isRiskDue(rules: Rules, history: History): boolean {
  const assessed = history.findLastIndex((done) => done.transition.effect === 'assess-risk')
  return (
    assessed < history.findLastIndex(({ moved }) => moved !== null && rules.states.get(moved.to)?.asks_risk === true)
  )
}
