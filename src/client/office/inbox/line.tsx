import type { VNode } from 'preact'
import { type Day, daysBetween } from '../../../domain/days.ts'
import type { Summary } from '../../../domain/summary.ts'
import type { OfficeTranslate } from '../../i18n/translate.ts'
import { caseGlyph } from '../../ui/draw/cut.ts'
import { Draw } from '../../ui/draw/draw.tsx'
import { packLabel } from '../../ui/pack.ts'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { hashOf } from '../route.ts'
import { useWords } from '../words.ts'
import { dueOf, type InboxRow, titleFor } from './row.ts'
import { strip } from './strip.ts'

/** One case of the inbox. The whole row is the link; it stays a table row for those who hear it. */
export const Line = ({ row, today, unread }: { row: InboxRow; today: Day; unread: boolean }): VNode => {
  const t = useWords()
  const me = useCell(useDesk().me)
  const { summary } = row
  const due = dueOf(row)
  const age = daysBetween(row.received, today)
  return (
    <tr class={unread ? 'new' : undefined}>
      <th class="title" scope="row">
        <a href={hashOf({ view: 'case', address: row.address })} dir="auto">
          {(titleFor(row, me?.id ?? '') ?? t('inbox.undeclared')) || t('inbox.untitled')}
        </a>
        {unread && <span class="vh">{t('inbox.unread')}</span>}
      </th>
      <td>
        <span class="ref">
          <Draw of={caseGlyph(row.hash)} />
          {row.reference}
        </span>
      </td>
      <td class="owed">{summary ? <Owed row={row} /> : <span class="madder">{t('inbox.unreadable')}</span>}</td>
      <td class="strip">
        <Draw of={strip(due, today)} />
      </td>
      <td class="when">
        {due !== null && <Due due={due} today={today} />}
        {due === null && summary !== null && t('inbox.none')}
      </td>
      <td class="state">{summary && placeWords(t, summary)}</td>
      <td class="n age">{t('inbox.age', { days: age })}</td>
    </tr>
  )
}

const Owed = ({ row }: { row: InboxRow }): VNode => {
  const t = useWords()
  const kind = row.summary ? t(`desk.kind.${row.summary.kind}`) : ''
  const what = row.summary?.owed?.what
  if (dueOf(row) === null || what === undefined) return <>{kind}</>
  return <>{t('inbox.owes', { kind, what: t(`desk.owed.${owedName(what)}`) })}</>
}

/** Where a request stands by the rules of this page; where these have no such place, how far any case would be. */
const placeWords = (t: OfficeTranslate, { place, state }: Summary): string =>
  packLabel(`states-${place}`) ?? t(`desk.state.${state}`)

const known = ['acknowledgement', 'feedback', 'advice', 'step'] as const

/** A summary is written by somebody's page: a name that this version does not know gets a general word. */
const owedName = (what: string) => known.find((name) => name === what) ?? 'other'

const Due = ({ due, today }: { due: Day; today: Day }): VNode => {
  const t = useWords()
  const left = daysBetween(today, due)
  if (left < 0) return <b class="madder">{t('inbox.late', { days: -left })}</b>
  if (left === 0) return <b>{t('inbox.today')}</b>
  return <>{t.day(due, 'brief')}</>
}
