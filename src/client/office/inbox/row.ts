import { type Day, daysBetween } from '../../../domain/days.ts'
import { maySeeTitle, type Summary } from '../../../domain/summary.ts'

/** One case as the inbox shows it. `summary` is null where the sealed one could not be opened; `problem` says why. */
export interface InboxRow {
  readonly address: string
  /** Names the case as it stood when its summary was opened. */
  readonly version: string
  /** Hash of the address: the cut and the reference come from it. */
  readonly hash: Uint8Array
  readonly reference: string
  readonly summary: Summary | null
  readonly problem: string | null
  readonly received: Day
  /** Newest entry of the shared lane: what one has read up to is told by it. */
  readonly head: string
}

/** The groups of the inbox, in their order. `unreadable` stands first: something is wrong there. */
export const groups = ['unreadable', 'late', 'soon', 'weeks', 'later', 'them', 'over'] as const
export type Group = (typeof groups)[number]

const isOver = (summary: Summary): boolean => summary.state === 'closed' || summary.state === 'withdrawn'

/** The last day of what is owed next in a case that goes on, or null. */
export const dueOf = ({ summary }: InboxRow): Day | null =>
  summary === null || isOver(summary) || summary.owed === null ? null : summary.owed.due

/** The group of a case by its clock. A case where the office owes nothing now, or asked something, waits for the reporter. */
export const groupOf = (row: InboxRow, today: Day): Group => {
  if (row.summary === null) return 'unreadable'
  if (isOver(row.summary)) return 'over'
  const due = dueOf(row)
  if (due === null || row.summary.state === 'waiting') return 'them'
  const left = daysBetween(today, due)
  return left <= 0 ? 'late' : left <= 3 ? 'soon' : left <= 14 ? 'weeks' : 'later'
}

/** Sorts into groups, inside each by the last day and then by age; groups without a case are left out. */
export const grouped = (
  rows: readonly InboxRow[],
  today: Day,
): readonly { readonly group: Group; readonly rows: readonly InboxRow[] }[] => {
  const byGroup = Map.groupBy(rows, (row) => groupOf(row, today))
  return groups.flatMap((group) => {
    const members = byGroup.get(group)
    return members ? [{ group, rows: members.toSorted(byUrgency) }] : []
  })
}

const never = '9999-12-31'
const byUrgency = (a: InboxRow, b: InboxRow): number => {
  const [x, y] = [`${dueOf(a) ?? never}${a.received}${a.address}`, `${dueOf(b) ?? never}${b.received}${b.address}`]
  return x < y ? -1 : x > y ? 1 : 0
}

/** Whether the reporter spoke last and this person has not opened that yet. Nothing is kept: a new session forgets. */
export const isUnread = (row: InboxRow, read: ReadonlySet<string>): boolean =>
  row.summary !== null && row.summary.last === 'reporter' && !isOver(row.summary) && !read.has(row.head)

/** The title that somebody is shown and searches in; null where it would tell a request that they have not declared for. */
export const titleFor = ({ summary }: InboxRow, me: string): string | null =>
  summary === null || maySeeTitle(summary, me) ? (summary?.title ?? '') : null
