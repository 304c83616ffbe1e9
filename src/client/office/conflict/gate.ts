import { hasDeclared, isConflicted } from '../../../domain/procedure/history.ts'
import type { Progress } from '../../../domain/procedure/step.ts'

/** What stands before a request: the question about conflicts, or that it is closed to whoever has one. */
export type Gate = 'ask' | 'out'

/** The gate before a request for this person; null where it is open to them. */
export const gateOf = ({ history }: Progress, me: string): Gate | null => {
  if (isConflicted(history, me)) return 'out'
  return hasDeclared(history, me) ? null : 'ask'
}
