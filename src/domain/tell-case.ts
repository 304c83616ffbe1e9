import type { Calendar } from './days.ts'
import type { Fields } from './fields.ts'
import type { Progress, Setting } from './procedure/step.ts'
import { tellRequest } from './procedure/tell-request.ts'
import { type Story, tellStory } from './story.ts'
import type { Told } from './told.ts'

/** What a case adds up to: its story, and for a request the procedure that it goes through. */
export interface Standing {
  readonly story: Story
  /** Null for a report and for advice, which go through no procedure. */
  readonly progress: Progress | null
}

/** Whether a case with this first body goes through the procedure: then it can only be read with the rules that it began under. */
export function needsRules(first: Fields | null | undefined): boolean {
  return first?.type === 'report' && first.kind === 'protection'
}

/**
 * Tells a case from its steps, the same in the reporter's page and in the office. `setting` gives the rules of a request
 * and is not looked at for any other case. `null` if the first step is not a report by the reporter.
 */
export function tellCase(told: readonly Told[], calendar: Calendar, setting: Setting | null): Standing | null {
  if (setting !== null && isRequest(told)) return tellRequest(told, setting)
  const story = tellStory(told, calendar)
  return story && { story, progress: null }
}

function isRequest([first]: readonly Told[]): boolean {
  return first?.step.type === 'report' && first.step.kind === 'protection'
}
