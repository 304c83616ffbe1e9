import type { Day } from '../../../domain/days.ts'
import type { TransitionLine } from '../../../domain/pack/procedure-lines.ts'
import { type Offer, offersTo } from '../../../domain/procedure/offers.ts'
import { isRiskDue } from '../../../domain/procedure/risk.ts'
import type { Author, ProcedureStep, Progress, Setting } from '../../../domain/procedure/step.ts'

/** A step that can be offered, with its line in the rules. */
export interface Offered extends Offer {
  readonly line: TransitionLine
  /** What a second signature would be for; null for a step of one's own. */
  readonly proposal: ProcedureStep | null
}

/** The steps in the order in which they are shown: what waits for a second signature, what moves the case, opens the way or is due, the rest. */
export interface Groups {
  readonly seconds: readonly Offered[]
  readonly moves: readonly Offered[]
  readonly others: readonly Offered[]
}

/**
 * Steps with a place of their own: the question about conflicts stands before the case, letters among its papers, and
 * newcomers, and people who lost their words, are let in where the readers stand.
 */
const isElsewhere = ({ effect, needs = {}, lets_in }: TransitionLine): boolean =>
  effect === 'declare-none' ||
  effect === 'declare-conflict' ||
  Object.hasOwn(needs, 'letter') ||
  lets_in?.fact === 'person'

/** The steps of a person in a case, grouped; in each group those that are allowed first. */
export const offeredTo = (setting: Setting, progress: Progress, me: Author, today: Day): Groups => {
  const all = offersTo(setting, progress, me, today).flatMap((offer) => {
    const line = setting.rules.transitions.get(offer.transition)
    const proposal = progress.proposals.find(({ sequence }) => sequence === offer.seconds) ?? null
    return line && line.effect !== 'readmit' && (proposal || !isElsewhere(line)) ? [{ ...offer, line, proposal }] : []
  })
  const own = all.filter(({ seconds }) => seconds === null)
  const due = isRiskDue(setting.rules, progress.history)
  const isCalledFor = ({ line }: Offered): boolean => movesCase(line) || (due && line.effect === 'assess-risk')
  const ways = waysOf(setting, own.filter(isCalledFor))
  const leads = (step: Offered): boolean => isCalledFor(step) || (step.forbidden === null && ways.has(step.transition))
  return {
    seconds: inOrder(all.filter(({ seconds }) => seconds !== null)),
    moves: inOrder(own.filter(leads)),
    others: inOrder(own.filter((step) => !leads(step))),
  }
}

/** The steps that open what is forbidden for now: they stand beside it, since the case waits for them. */
const waysOf = ({ rules }: Setting, moves: readonly Offered[]): ReadonlySet<string> =>
  new Set(moves.flatMap(({ forbidden }) => (forbidden === null ? [] : (rules.guards.get(forbidden)?.exits ?? []))))

/** Everything that may be taken now, in the order of the number keys. */
export const allowedIn = ({ seconds, moves, others }: Groups): readonly Offered[] =>
  [...seconds, ...moves, ...others].filter(({ forbidden }) => forbidden === null)

const movesCase = ({ to, to_by_origin, back }: TransitionLine): boolean =>
  to !== undefined || to_by_origin !== undefined || back === true

/** What is allowed first, and what belongs to where the case stands before what can be done anywhere. */
const inOrder = (offers: readonly Offered[]): readonly Offered[] => offers.toSorted((a, b) => rank(a) - rank(b))

const rank = ({ forbidden, line }: Offered): number => Number(forbidden !== null) * 2 + Number(line.from.includes('*'))
