import type { TransitionLine } from '../pack/procedure-lines.ts'
import type { Author, Done, History } from './step.ts'

/** The last step of one of these kinds. */
export function lastOf(history: History, transitions: readonly string[]): Done | undefined {
  return history.findLast((done) => transitions.includes(done.transition.id))
}

/** The steps after the last one of these kinds; all of them if there was none. */
export function after(history: History, transitions: readonly string[]): History {
  return history.slice(history.findLastIndex((done) => transitions.includes(done.transition.id)) + 1)
}

/** The steps with this effect. */
export function withEffect(history: History, effect: TransitionLine['effect']): History {
  return history.filter((done) => done.transition.effect === effect)
}

export function signed(done: Done, id: string): boolean {
  return done.signers.some((signer) => signer.id === id)
}

/** Whether this person may not act: they declared a conflict, or the reporter excluded them. */
export function isConflicted(history: History, id: string): boolean {
  return history.some(
    (done) =>
      (done.transition.effect === 'declare-conflict' && signed(done, id)) ||
      (done.transition.effect === 'exclude' && done.facts.person === id),
  )
}

/** Whether this person said that they are in no conflict. */
export function hasDeclared(history: History, id: string): boolean {
  return withEffect(history, 'declare-none').some((done) => signed(done, id))
}

/** Whether the reviewer took no step in this case but as its reviewer. */
export function isUntouched(history: History, id: string): boolean {
  return !history.some((done) => done.signers.some((signer) => signer.id === id && signer.role !== 'alternate'))
}

/** Whether the case was opened to the substitute. */
export function isReleased(history: History): boolean {
  return withEffect(history, 'release').length > 0
}

export function isOffice({ role }: { readonly role: Author['role'] }): boolean {
  return role === 'chief' || role === 'officer'
}
