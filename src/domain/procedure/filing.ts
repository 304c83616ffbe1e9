import { type Day, rollOn } from '../days.ts'
import { byId, known, type Rules } from '../pack/rules.ts'
import { endOf, endWithPauses, type Pause, settlePauses } from '../spans.ts'
import type { Act } from './acts.ts'
import type { History } from './step.ts'

/** The last day for filing an act, and whether it came later. Lateness is for two people to decide, with reasons. */
export interface Filing {
  /** Null when the reporter does not know when they learnt of the act: it then counts as in time. */
  readonly last: Day | null
  readonly late: boolean
}

/**
 * The filing window of one act: from the day the reporter learnt of it, standing still during mediation, from the day
 * when both the written request and the mediator's confirmation exist, for at most the cap of the pack.
 */
export function filingOf(rules: Rules, history: History, act: Act): Filing {
  if (act.learnt === null) return { last: null, late: false }
  const clock = known(rules.clocks, 'filing')
  const { closed } = settlePauses(pausesOf(history, clock.pauses), act.filed, clock.pauses?.cap)
  const last = rollOn(endWithPauses(clock, act.learnt, closed, rules.calendar), rules.calendar)
  return { last, late: act.filed > last }
}

function pausesOf(history: History, rule: { on: readonly string[]; until: readonly string[] } | undefined): Pause[] {
  const pauses: Pause[] = []
  for (const { transition, day } of history) {
    const open = pauses.at(-1)
    if (open?.until === null && rule?.until.includes(transition.id)) pauses[pauses.length - 1] = { ...open, until: day }
    else if (open?.until !== null && rule?.on.includes(transition.id)) pauses.push({ from: day, until: null })
  }
  return pauses
}

/** A limit of a body outside for one act. `last` is null unless the pack's chief confirmed the limit. */
export interface OutsideLimit {
  readonly id: string
  readonly last: Day | null
}

/**
 * The limits of appeal bodies outside, for a decision notified on this day. They are never rolled, and never computed
 * before somebody confirmed them: the page then says to ask a lawyer or the staff association today.
 */
export function outsideLimits(rules: Rules, notified: Day | null): readonly OutsideLimit[] {
  return [...byId(rules.pack['outside-limits']).values()].map(({ id, unit, length, mark }) => {
    const computable = notified !== null && length !== null && mark.confirmed_by !== null
    return { id, last: computable ? endOf({ unit, length }, notified, rules.calendar) : null }
  })
}
