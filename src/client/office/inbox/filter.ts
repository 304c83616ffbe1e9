import type { Day } from '../../../domain/days.ts'
import { groupOf, type InboxRow, isUnread, titleFor } from './row.ts'

/** The views of the inbox. */
export const views = ['open', 'us', 'them', 'unread', 'over'] as const
export type View = (typeof views)[number]

interface Seen {
  readonly today: Day
  readonly read: ReadonlySet<string>
}

const belongs: Readonly<Record<View, (row: InboxRow, seen: Seen) => boolean>> = {
  open: (row, { today }) => groupOf(row, today) !== 'over',
  us: (row, { today }) => !['them', 'over'].includes(groupOf(row, today)),
  them: (row, { today }) => groupOf(row, today) === 'them',
  unread: (row, { read }) => isUnread(row, read),
  over: (row, { today }) => groupOf(row, today) === 'over',
}

/** The cases of a view. */
export const inView = (rows: readonly InboxRow[], view: View, seen: Seen): readonly InboxRow[] =>
  rows.filter((row) => belongs[view](row, seen))

const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase()

/** The cases whose title, as this person sees it, or reference holds every word that was typed; accents make no difference. */
export const found = (rows: readonly InboxRow[], typed: string, me: string): readonly InboxRow[] => {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return rows
  return rows.filter((row) => {
    const text = plain(`${titleFor(row, me) ?? ''} ${row.reference} ${row.reference.replace(' ', '')}`)
    return words.every((word) => text.includes(word))
  })
}
