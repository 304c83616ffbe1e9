import type { Day } from './days.ts'
import type { Step } from './steps.ts'

/** One opened step of the shared lane, in the order of the chain. `author` is the id of a member, 'service', or null for the reporter. */
export interface Told {
  readonly sequence: number
  readonly day: Day
  readonly author: string | null
  readonly step: Step
  /** The members whom an entry of the office lets read the case, by their ids. */
  readonly joins?: readonly string[]
}
