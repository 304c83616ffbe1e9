import type { Day } from '../days.ts'
import { stepFault } from './judge.ts'
import type { Author, Progress, Setting } from './step.ts'
import { secondFault } from './who-may.ts'

/** A step that somebody could take where the case stands. */
export interface Offer {
  readonly transition: string
  /** The proposal that this would be the second signature of. */
  readonly seconds: number | null
  /** The guard that forbids it for now, or null. Its sentence and its way out are in the pack. */
  readonly forbidden: string | null
}

/** Reasons why a step is not offered at all, rather than shown as forbidden. */
const elsewhere: readonly string[] = ['step-not-here', 'role-not-allowed', 'not-this-key']

/** The steps of a person on a day, allowed and forbidden; what a step has to say is checked when it is signed. */
export function offersTo(setting: Setting, progress: Progress, author: Author, today: Day): readonly Offer[] {
  const now = { ...progress, day: today }
  const fresh = setting.rules.pack.transitions.map((transition) => ({
    transition: transition.id,
    seconds: null,
    forbidden: stepFault(setting, now, transition, author, null, today, null),
  }))
  const seconds = progress.proposals.flatMap((proposal) => {
    const transition = setting.rules.transitions.get(proposal.transition)
    if (!transition) return []
    const fault = stepFault(setting, now, transition, author, proposal, today, null)
    const forbidden = fault ?? secondFault(setting, now, proposal, author, today)
    return [{ transition: transition.id, seconds: proposal.sequence, forbidden }]
  })
  return [...fresh, ...seconds].filter(({ forbidden }) => forbidden === null || !elsewhere.includes(forbidden))
}
