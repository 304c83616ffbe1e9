import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Role } from '../../../domain/roles.ts'
import { href } from '../../ui/href.ts'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { Heading } from '../parts/heading.tsx'
import { Problem } from '../parts/problem.tsx'
import { useAct } from '../use-act.ts'
import { useKeys } from '../use-keys.ts'
import { useTick } from '../use-tick.ts'
import { useWords } from '../words.ts'
import { found, inView, type View } from './filter.ts'
import { List } from './list.tsx'
import { moveInList } from './move.ts'
import { Progress } from './progress.tsx'
import { Tools } from './tools.tsx'

/** Whether somebody has only the cases that were sent to them: all but those to whom every new case comes. */
const isSentTo = (role: Role | undefined): boolean => role !== undefined && role !== 'chief' && role !== 'officer'

/** The inbox: every case that one reads, by what is due. Everything it knows was sealed, and was opened in this page. */
export const InboxView = (): VNode => {
  const t = useWords()
  const desk = useDesk()
  const state = useCell(desk.inbox.state)
  const read = useCell(desk.inbox.read)
  const me = useCell(desk.me)
  const today = useCell(desk.office)?.day ?? ''
  const [view, setView] = useState<View>('open')
  const [typed, setTyped] = useState('')
  const search = useRef<HTMLInputElement>(null)
  const load = useAct(desk.inbox.load)
  useEffect(load.run, [])
  useTick(load.run)
  useKeys({ j: () => moveInList(1), k: () => moveInList(-1), '/': () => search.current?.focus() })
  const seen = { today, read }
  const rows = state?.rows ?? []
  const shown = found(inView(rows, view, seen), typed, me?.id ?? '')
  return (
    <main>
      <Heading hidden>{t('bar.inbox')}</Heading>
      <Tools rows={rows} seen={seen} view={view} onView={setView} typed={typed} onType={setTyped} search={search} />
      <Problem of={load.problem} />
      <Progress state={state} busy={load.busy} />
      {shown.length > 0 && <List key={view} rows={shown} today={today} read={read} />}
      {shown.length === 0 && !load.busy && state !== null && (
        <p class="empty">
          {t(rows.length > 0 ? 'inbox.nothing' : isSentTo(me?.role) ? 'inbox.none-sent' : 'inbox.empty')}
        </p>
      )}
      <p class="quiet below noprint">
        {t.rich('inbox.hand-in', {
          link: (words) => (
            <a href={href(t, 'hand-in')} target="_blank" rel="noreferrer">
              {words}
            </a>
          ),
        })}
      </p>
    </main>
  )
}
