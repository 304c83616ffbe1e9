import type { Day } from './days.ts'
import type { Step } from './steps.ts'

/**
 * A case that belongs together with another one. It is said in the office lanes of both, so that no reporter learns of the
 * other; each keeps its own key, readers and consent.
 */
export interface Joint {
  /** The address of the other case. */
  readonly address: string
  /** Why they belong together. */
  readonly text: string
  readonly day: Day
  /** The member who signed it. */
  readonly author: string
}

/** An opened entry of any lane, as far as it can say so. */
interface Said {
  readonly lane: string
  /** The rule that makes it void, or null. */
  readonly rule: string | null
  readonly author: string | null
  readonly day: Day
  readonly step: Step | null
}

/** The cases that one belongs with: what was linked in its office lane and not taken back since. Whoever links anew gives the reason. */
export function jointWith(entries: readonly Said[]): readonly Joint[] {
  const joints = new Map<string, Joint>()
  for (const { lane, rule, author, day, step } of entries) {
    if (lane !== 'office' || rule !== null || author === null) continue
    if (step?.type === 'linked') joints.set(step.case, { address: step.case, text: step.text, day, author })
    if (step?.type === 'unlinked') joints.delete(step.case)
  }
  return [...joints.values()]
}
