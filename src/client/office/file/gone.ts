import type { Day } from '../../../domain/days.ts'
import { fieldsOf } from '../../../domain/steps.ts'
import type { Desk } from '../desk/desk.ts'
import { readEntries } from '../net/cases.ts'
import { PageProblem } from '../problem.ts'
import type { OpenedFile } from '../vault/types.ts'
import { after, calendarOf } from './told.ts'

/**
 * Whoever writes next takes out the readers who have left the office, with a new epoch (PROTOCOL 6.9): nothing may be
 * sealed to them any more.
 */
export const withoutTheGone = async (desk: Desk, file: OpenedFile, day: Day): Promise<OpenedFile> => {
  const book = desk.book.value
  const standing = new Set(book?.people.filter((person) => person.standing).map(({ id }) => id))
  const members = file.readers.filter((id) => !standing.has(id))
  if (members.length === 0) return file
  const step = { type: 'removed' } as const
  const next = after(file, { day, author: desk.me.value?.id ?? null, step }, calendarOf(book))
  if (next === null) throw new PageProblem('case.cannot_seal')
  const batch = await desk.vault.seal(file.address, { act: 'remove', members, body: fieldsOf(step), summary: next.summary }, day)
  await desk.call('appendAsOfficer', { path: { case: file.address }, body: batch })
  return desk.vault.openFile(file.address, await readEntries(desk.call, file.address))
}
