import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { Heading } from '../parts/heading.tsx'
import { Poster } from '../parts/poster.tsx'
import { useWords } from '../words.ts'
import { Description } from './description.tsx'
import { Invitations } from './invitations.tsx'
import { JoiningList } from './joining-list.tsx'
import { Members } from './members.tsx'
import { Proposals } from './proposals.tsx'

/** The people of the office. What a chief does here is signed and joins the directory that reporters' browsers verify. */
export const PeopleView = (): VNode => {
  const t = useWords()
  const desk = useDesk()
  const me = useCell(desk.me)
  const book = useCell(desk.book)
  const [waiting, setWaiting] = useState(false)
  const [round, setRound] = useState(0)
  const changed = (applied: boolean): void => {
    setWaiting(!applied)
    setRound(round + 1)
  }
  const chief = me?.role === 'chief'
  return (
    <main class="pages stack">
      <Heading>{t('people.title')}</Heading>
      <p role="status" class={waiting ? 'box warn' : 'vh'}>
        {waiting && t('people.waiting')}
      </p>
      <Members chief={chief} onChanged={changed} />
      {chief && <JoiningList key={`joining-${round}`} onChanged={changed} />}
      {chief && <Invitations />}
      {chief && <Proposals key={`proposals-${round}`} onChanged={changed} />}
      {chief && <Description onChanged={changed} />}
      {book && <Poster book={book} />}
    </main>
  )
}
