import type { Calendar } from '../../../domain/days.ts'
import type { Step } from '../../../domain/steps.ts'
import { type Story, type Told, tellStory } from '../../../domain/story.ts'
import { type Summary, summarise, titleFrom } from '../../../domain/summary.ts'
import type { Book, OpenedFile } from '../vault/types.ts'

/** The working days of the office, as it describes them. */
export const calendarOf = (book: Book | null): Calendar => ({ holidays: book?.description?.holidays ?? [] })

/** What was said in the shared lane and has effect, in the order of the chain. */
export const toldOf = (file: OpenedFile): readonly Told[] =>
  file.entries.flatMap(({ lane, rule, step, sequence, day, author }) =>
    lane === 'shared' && rule === null && step !== null ? [{ sequence, day, author, step }] : [],
  )

/** What a case adds up to; null while its first entry is no report. */
export const storyOf = (file: OpenedFile, calendar: Calendar): Story | null => tellStory(toldOf(file), calendar)

/** The account that began the case. */
export const accountOf = (file: OpenedFile): Extract<Step, { type: 'report' }> | null => {
  const first = toldOf(file)[0]?.step
  return first?.type === 'report' ? first : null
}

/** The title the reporter gave, else the first words of the account. */
export const titleOf = (file: OpenedFile): string => {
  const account = accountOf(file)
  return account === null ? '' : account.title || titleFrom(account.story)
}

/** A case as it will be once this step of this author is in it: its story and its summary. */
export const after = (
  file: OpenedFile,
  next: Pick<Told, 'day' | 'author' | 'step'>,
  calendar: Calendar,
): { readonly story: Story; readonly summary: Summary } | null => {
  const told = toldOf(file)
  const sequence = (told.at(-1)?.sequence ?? -1) + 1
  const story = tellStory([...told, { ...next, sequence }], calendar)
  return story && { story, summary: summarise(story, titleOf(file)) }
}
