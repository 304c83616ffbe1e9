import { clocks, lastDay } from './clocks.ts'
import { addDays, type Calendar, type Day } from './days.ts'

/** Something the office owes the reporter, and by when. `kept` is the day on which it was done. */
export interface Owed {
  readonly what: 'acknowledgement' | 'feedback' | 'advice' | 'step'
  /** The clock of the rules that says so, where the procedure does. */
  readonly clock?: string
  readonly from: Day
  readonly due: Day
  /** The hard limit behind a softer due day; equal to it where there is only one. */
  readonly limit: Day
  readonly kept: Day | null
}

/** What the office has done of it; `over` if the case was withdrawn or closed. */
interface SoFar {
  readonly acknowledged: Day | null
  readonly answered: Day | null
  readonly over: boolean
}

/**
 * What is owed for a report. Feedback is owed three months after the acknowledgement, at the latest counted from the seventh
 * day: a late acknowledgement does not move it. A withdrawal ends what is still owed.
 */
export function whatIsOwed(received: Day, so: SoFar, calendar: Calendar): readonly Owed[] {
  const limit = lastDay(clocks['acknowledgement-limit'], received, calendar)
  const seventh = addDays(received, clocks['acknowledgement-limit'].length)
  const due = lastDay(clocks.acknowledgement, received, calendar)
  const acknowledgement: Owed = { what: 'acknowledgement', from: received, due, limit, kept: so.acknowledged }
  const from = so.acknowledged && so.acknowledged < seventh ? so.acknowledged : seventh
  const answerDue = lastDay(clocks.feedback, from, calendar)
  const feedback: Owed = { what: 'feedback', from, due: answerDue, limit: answerDue, kept: so.answered }
  const all = [acknowledgement, feedback]
  return so.over ? all.filter((owed) => owed.kept) : all
}

/** The next thing owed: the first one not yet done. */
export const nextOwed = ({ owed }: { readonly owed: readonly Owed[] }): Owed | null =>
  owed.find(({ kept }) => !kept) ?? null
