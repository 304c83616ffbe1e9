import type { Day } from '../days.ts'
import type { TransitionLine } from '../pack/procedure-lines.ts'
import { known } from '../pack/rules.ts'
import { endOf } from '../spans.ts'
import { inStandingOn, type Tenure } from '../tenure.ts'
import { isConflicted, isOffice, isReleased } from './history.ts'
import { speaksForReporter } from './keys.ts'
import type { Author, ProcedureStep, Progress, Setting } from './step.ts'

/** Why somebody may not take a step because of who they are, or null if they may. */
export function roleFault(
  setting: Setting,
  progress: Progress,
  transition: TransitionLine,
  author: Author,
  proposal: ProcedureStep | null,
  today: Day,
): string | null {
  if (author.role === 'reporter' && !speaksForReporter(progress.history, author.id)) return 'not-this-key'
  if (transition.by.includes(author.role)) return null
  const steps = author.role === 'substitute' && transition.by.some((role) => role === 'officer' || role === 'chief')
  return steps && standsIn(setting, progress, transition, proposal, today) ? null : 'role-not-allowed'
}

/**
 * The substitute stands in for the office when the case was released, when too few of the office are without
 * conflict, and as second signer when the office left a proposal unsigned past its time.
 */
function standsIn(
  setting: Setting,
  progress: Progress,
  transition: TransitionLine,
  proposal: ProcedureStep | null,
  today: Day,
): boolean {
  const needed = transition.signers === 'two' ? 2 : 1
  const left = officeOn(setting, today).filter((person) => !isConflicted(progress.history, person.id))
  return isReleased(progress.history) || left.length < needed || isUnsigned(setting, proposal, today)
}

/** Why this person may not give the second signature, or null if they may. */
export function secondFault(
  setting: Setting,
  progress: Progress,
  proposal: ProcedureStep,
  author: Author,
  today: Day,
): string | null {
  if (proposal.author.id !== author.id) return null
  return mayGoAlone(setting, progress, proposal, author, today) ? null : 'same-signer'
}

/** Once the case is released and nobody else signed in time, the substitute's own second signature suffices. */
function mayGoAlone(
  setting: Setting,
  { history }: Progress,
  proposal: ProcedureStep,
  author: Author,
  today: Day,
): boolean {
  const others = officeOn(setting, today).some((person) => !isConflicted(history, person.id))
  return author.role === 'substitute' && (isUnsigned(setting, proposal, today) || !others)
}

function isUnsigned({ rules }: Setting, proposal: ProcedureStep | null, today: Day): boolean {
  return proposal !== null && today > endOf(known(rules.clocks, 'second-signature'), proposal.day, rules.calendar)
}

/** The chiefs and officers of that day: who came or left later changes nothing of what was signed before. */
function officeOn({ people }: Setting, today: Day): readonly Tenure[] {
  return inStandingOn(people, today).filter(isOffice)
}
