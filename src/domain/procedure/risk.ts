import { byId, type Rules } from '../pack/rules.ts'
import { withEffect } from './history.ts'
import type { History } from './step.ts'

export type RiskLevel = 'low' | 'medium' | 'high'

/** The level that the matrix of the pack gives, or null for a likelihood or seriousness that it does not have. */
export function riskLevel(rules: Rules, likelihood: string, seriousness: string): RiskLevel | null {
  return byId(rules.pack['risk-rows']).get(likelihood)?.levels[seriousness] ?? null
}

/** The level of the last assessment in the case, or null if there was none. */
export function currentRisk(rules: Rules, history: History): RiskLevel | null {
  const last = withEffect(history, 'assess-risk').at(-1)
  return last ? riskLevel(rules, last.facts.likelihood ?? '', last.facts.seriousness ?? '') : null
}

/** Whether the risk is to be assessed again: never done, or the case has entered a state that asks for it since. */
export function isRiskDue(rules: Rules, history: History): boolean {
  const assessed = history.findLastIndex((done) => done.transition.effect === 'assess-risk')
  return (
    assessed < history.findLastIndex(({ moved }) => moved !== null && rules.states.get(moved.to)?.asks_risk === true)
  )
}
