import type { VNode } from 'preact'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { Heading } from '../parts/heading.tsx'
import { useWords } from '../words.ts'
import { Joining } from './joining.tsx'

/** New keys for somebody of the office who lost all of theirs, by an invitation that names them. */
export const Rekeying = ({ token, member }: { token: string; member: string }): VNode => {
  const t = useWords()
  const book = useCell(useDesk().book)
  if (book === null) return <main />
  const person = book.people.find(({ id, standing }) => standing && id === member)
  if (person) return <Joining token={token} role={person.role} member={person} />
  return (
    <main class="sheet stack">
      <Heading>{t('rekey.nobody')}</Heading>
      <p>{t('rekey.nobody.lead')}</p>
    </main>
  )
}
