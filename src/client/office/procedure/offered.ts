import type { Day } from '../../../domain/days.ts'
import type { TransitionLine } from '../../../domain/pack/procedure-lines.ts'
import { isConflicted } from '../../../domain/procedure/history.ts'
import { type Offer, offersTo } from '../../../domain/procedure/offers.ts'
import type { Author, ProcedureStep, Progress, Setting } from '../../../domain/procedure/step.ts'

/** A step that can be offered, with its line in the rules. */
export interface Offered extends Offer {
  readonly line: TransitionLine
  /** What a second signature would be for; null for a step of one's own. */
  readonly proposal: ProcedureStep | null
}

/** The steps in the order in which they are shown: what waits for a second signature, what moves the case, the rest. */
export interface Groups {
  readonly seconds: readonly Offered[]
  readonly moves: readonly Offered[]
  readonly others: readonly Offered[]
}

/** Steps with a place of their own in the console: the question about conflicts stands before the case. */
const elsewhere: ReadonlySet<string> = new Set(['declare-none', 'declare-conflict'])

/** The steps of a person in a case, grouped; in each group those that are allowed first. */
export const offeredTo = (setting: Setting, progress: Progress, me: Author, today: Day): Groups => {
  if (isConflicted(progress.history, me.id)) return { seconds: [], moves: [], others: [] }
  const all = offersTo(setting, progress, me, today).flatMap((offer) => {
    const line = setting.rules.transitions.get(offer.transition)
    const proposal = progress.proposals.find(({ sequence }) => sequence === offer.seconds) ?? null
    return line && !elsewhere.has(line.effect ?? '') ? [{ ...offer, line, proposal }] : []
  })
  const own = all.filter(({ seconds }) => seconds === null)
  return {
    seconds: allowedFirst(all.filter(({ seconds }) => seconds !== null)),
    moves: allowedFirst(own.filter(({ line }) => movesCase(line))),
    others: allowedFirst(own.filter(({ line }) => !movesCase(line))),
  }
}

/** Everything that may be taken now, in the order of the number keys. */
export const allowedIn = ({ seconds, moves, others }: Groups): readonly Offered[] =>
  [...seconds, ...moves, ...others].filter(({ forbidden }) => forbidden === null)

const movesCase = ({ to, to_by_origin, back }: TransitionLine): boolean =>
  to !== undefined || to_by_origin !== undefined || back === true

const allowedFirst = (offers: readonly Offered[]): readonly Offered[] =>
  offers.toSorted((a, b) => Number(a.forbidden !== null) - Number(b.forbidden !== null))
