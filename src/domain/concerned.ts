import { actDetails } from './procedure/act-details.ts'
import type { History } from './procedure/step.ts'
import type { Step } from './steps.ts'

type Report = Extract<Step, { type: 'report' }>

/** The answers that name people and units, in the order in which they are shown. */
const naming = ['persons', 'activity_to', 'knowledge_who', 'keep_from', 'guessers'] as const
const namingInActs = ['by', 'witness'] as const

/** Somebody or something that a report names, in the words of the report. */
export type Concerned =
  | { readonly field: (typeof naming)[number]; readonly value: string }
  /** `act` counts from 1 as the acts were given, those added later after the first. */
  | { readonly field: (typeof namingInActs)[number]; readonly act: number; readonly value: string }

/**
 * Whom and which units a report names, and nothing of its story: what a handler needs in order to say whether they are
 * involved, before they read the rest. The acts that were added since are among them.
 */
export function concernedIn(report: Report, history: History): readonly Concerned[] {
  const named = naming.flatMap((field) => {
    const value = report[field]?.trim()
    return value ? [{ field, value }] : []
  })
  const inActs = [...actDetails(report.acts, history).values()].flatMap((act, index) =>
    namingInActs.flatMap((field) => {
      const value = act[field]
      return value ? [{ field, act: index + 1, value }] : []
    }),
  )
  return [...named, ...inActs]
}
