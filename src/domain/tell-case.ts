import type { Calendar } from './days.ts'
import type { Fields } from './fields.ts'
import type { Progress, Setting } from './procedure/step.ts'
import { tellRequest } from './procedure/tell-request.ts'
import { type Story, tellStory } from './story.ts'
import type { Told } from './told.ts'

/** What a case adds up to: its story, and for a request and for advice the course that it goes through. */
export interface Standing {
  readonly story: Story
  /** Null for a report, which goes through no procedure. */
  readonly progress: Progress | null
}

/** Whether a case with this first body goes by the rules, as requests and advice do: then it can only be read with the rules that it began under. */
export function needsRules(first: Fields | null | undefined): boolean {
  return first?.type === 'report' && first.kind !== 'report'
}

/**
 * Tells a case from its steps, the same in the reporter's page and in the office. `setting` gives the rules of a case
 * that goes by them and is not looked at for any other. `null` if the first step is not a report by the reporter.
 */
export function tellCase(told: readonly Told[], calendar: Calendar, setting: Setting | null): Standing | null {
  if (setting !== null && goesByRules(told)) return tellRequest(told, setting)
  const story = tellStory(told, calendar)
  return story && { story, progress: null }
}

function goesByRules([first]: readonly Told[]): boolean {
  return first?.step.type === 'report' && first.step.kind !== 'report'
}
