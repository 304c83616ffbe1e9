import type { Day } from './days.ts'
import type { Step } from './steps.ts'

/** A further key of the reporter's side: why it is there, and its public half as its id (PROTOCOL 15). */
export interface FurtherKey {
  readonly standing: 'representative' | 'readmitted'
  readonly id: string
}

/**
 * One opened step of the shared lane, in the order of the chain. `author` is the id of a member, 'service', or null for the
 * reporter's side.
 */
export interface Told {
  readonly sequence: number
  readonly day: Day
  readonly author: string | null
  /** The further key that it was written with; without one, a null author is the reporter. */
  readonly further?: FurtherKey
  readonly step: Step
  /** The files that its entry brings, by their hashes. */
  readonly files?: readonly string[]
  /** The members whom an entry of the office lets read the case, by their ids. */
  readonly joins?: readonly string[]
  /** The further key that it lets in, signs for or ends, and whether it reads the case from then on. */
  readonly key?: { readonly id: string; readonly letIn: boolean }
}
