import type { Day } from '../../../domain/days.ts'
import type { Author, Progress, Setting } from '../../../domain/procedure/step.ts'
import type { Story } from '../../../domain/story.ts'
import type { Standing } from '../../../domain/tell-case.ts'
import { settingOf } from '../file/told.ts'
import type { Book, OpenedFile } from '../vault/types.ts'

/** A request as it is open in the console: what was verified, where it stands by its rules, and who looks at it when. */
export interface RequestFile {
  readonly file: OpenedFile
  readonly setting: Setting
  readonly progress: Progress
  readonly story: Story
  readonly book: Book | null
  readonly me: Author
  readonly today: Day
}

/** A case as an open request; null for a case that goes through no procedure. */
export const requestOf = (
  file: OpenedFile,
  standing: Standing | null,
  book: Book | null,
  me: Author | null,
  today: Day,
): RequestFile | null => {
  const setting = settingOf(file, book)
  if (setting === null || me === null || !standing?.progress) return null
  return { file, setting, progress: standing.progress, story: standing.story, book, me, today }
}
