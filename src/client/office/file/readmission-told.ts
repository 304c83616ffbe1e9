import { noticesOf, noticeText } from '../../../domain/procedure/notices.ts'
import type { Author } from '../../../domain/procedure/step.ts'
import { addressedTo } from '../procedure/naming.ts'
import type { Book, OpenedFile } from '../vault/types.ts'
import type { ReadmissionTold } from './builds.ts'
import { settingOf, standingOf } from './told.ts'

/**
 * What the first key reads when somebody is let in with new words: what was done, how long they wait, and how to object.
 * Null for a case that goes by no rules, whose page says the same of itself.
 */
export const readmissionTold = (
  file: OpenedFile,
  book: Book | null,
  today: string,
  me: Author | null,
): ReadmissionTold | null => {
  const setting = settingOf(file, book)
  const progress = standingOf(file, book)?.progress
  if (!setting || !progress || me === null) return null
  const to = addressedTo(file, setting, progress, book, today)
  const step = { transition: 'readmit', sequence: -1, day: today, author: me }
  return { text: noticeText(noticesOf(setting, progress, step, to)), language: to.language }
}
