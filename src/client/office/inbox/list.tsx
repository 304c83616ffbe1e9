import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Day } from '../../../domain/days.ts'
import { Draw } from '../../ui/draw/draw.tsx'
import { useWords } from '../words.ts'
import { Head } from './head.tsx'
import { Line } from './line.tsx'
import { More } from './more.tsx'
import { type Group, grouped, type InboxRow, isUnread } from './row.ts'
import { emptyStrip } from './strip.ts'
import { useGrowing } from './use-growing.ts'

interface ListProps {
  readonly rows: readonly InboxRow[]
  readonly today: Day
  readonly read: ReadonlySet<string>
}

/** The cases in their groups, as one table with one line through it: today. */
export const List = ({ rows, today, read }: ListProps): VNode => {
  const { drawn, more } = useGrowing(rows.length)
  let room = drawn
  const ordered = useMemo(() => grouped(rows, today), [rows, today])
  const line = useMemo(() => keepLines(today, read), [today, read])
  return (
    <>
      <table class="list">
        <Head />
        {ordered.map(({ group, rows: members }) => {
          if (room <= 0) return null
          const shown = members.slice(0, room)
          room -= members.length
          return (
            <tbody key={group}>
              <GroupRow group={group} count={members.length} />
              {shown.map(line)}
            </tbody>
          )
        })}
      </table>
      {drawn < rows.length && <More left={rows.length - drawn} onMore={more} />}
    </>
  )
}

/** Keeps what was drawn of each case: a list that grows is not drawn from its beginning each time. */
const keepLines = (today: Day, read: ReadonlySet<string>): ((row: InboxRow) => VNode) => {
  const drawn = new Map<InboxRow, VNode>()
  return (row) => {
    const line = drawn.get(row) ?? <Line key={row.address} row={row} today={today} unread={isUnread(row, read)} />
    drawn.set(row, line)
    return line
  }
}

const GroupRow = ({ group, count }: { group: Group; count: number }): VNode => {
  const t = useWords()
  return (
    <tr class="group">
      <th colSpan={3} scope="colgroup">
        {t(`inbox.group.${group}`)} <span class="quiet">{t.number(count)}</span>
      </th>
      <td class="strip">
        <Draw of={emptyStrip} />
      </td>
      <td colSpan={3} />
    </tr>
  )
}
