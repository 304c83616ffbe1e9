import type { Step } from '../../domain/steps.ts'
import { tellStory } from '../../domain/story.ts'
import { type Summary, summarise, titleFrom } from '../../domain/summary.ts'
import type { Office } from './office.ts'

/** What the office's list shows of a report that has just been sent. */
export const firstSummary = (report: Extract<Step, { type: 'report' }>, { day, calendar }: Office): Summary => {
  const story = tellStory([{ sequence: 0, day, author: null, step: report }], calendar)
  if (story === null) throw new Error('a report always begins a story')
  return summarise(story, report.title ?? titleFrom(report.story))
}
