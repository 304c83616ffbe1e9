import type { VNode } from 'preact'
import type { Absence } from '../../../contract/delivery.ts'
import type { Person } from '../vault/types.ts'
import { useWords } from '../words.ts'

interface AwayProps {
  readonly of: Person
  readonly people: readonly Person[]
  /** Everybody's that are not over; null until they are there. */
  readonly absences: readonly Absence[] | null
}

/** From when until when somebody is away, the next time, and who covers. Nothing for who is there. */
export const Away = ({ of, people, absences }: AwayProps): VNode | null => {
  const t = useWords()
  const next = absences?.find(({ memberId }) => memberId === of.id)
  if (!next) return null
  const cover = people.find(({ id }) => id === next.cover)?.label ?? ''
  return <p class="hint">{t('people.away', { first: next.first, last: next.last, cover })}</p>
}
