import type { VNode } from 'preact'
import type { Absence } from '../../../contract/delivery.ts'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { Problem } from '../parts/problem.tsx'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'
import { AbsenceForm } from './absence-form.tsx'

interface AbsencesProps {
  /** Everybody's. */
  readonly all: readonly Absence[]
  readonly onChanged: (words: string) => void
}

/** When one is away, and who covers. */
export const Absences = ({ all, onChanged }: AbsencesProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const me = useCell(desk.me)
  const people = useCell(desk.book)?.people ?? []
  const colleagues = people.filter(({ id, standing }) => standing && id !== me?.id)
  const own = all.filter(({ memberId }) => memberId === me?.id)
  const keep = useAct(async (absences: readonly Absence[]) => {
    const body = { absences: absences.map(({ first, last, cover }) => ({ first, last, cover })) }
    await desk.call('setAbsences', { body })
    onChanged(t('mail.away.kept'))
  })
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.label ?? ''
  return (
    <section class="stack">
      <h2>{t('mail.away')}</h2>
      <p>{t('mail.away.lead')}</p>
      {own.length === 0 && <p>{t('mail.away.none')}</p>}
      <ul class="plainly">
        {own.map((absence) => {
          const { first, last, cover } = absence
          return (
            <li key={first}>
              {t('mail.away.line', { first, last, cover: nameOf(cover) })}{' '}
              <button
                type="button"
                class="plain"
                aria-label={t('mail.away.remove.of', { first })}
                onClick={() => keep.run(own.filter((other) => other !== absence))}
              >
                {t('mail.away.remove')}
              </button>
            </li>
          )
        })}
      </ul>
      <Problem of={keep.problem} />
      {me !== null && colleagues.length > 0 ? (
        <AbsenceForm
          // What was entered stays until it is kept.
          key={own.length}
          colleagues={colleagues}
          busy={keep.busy}
          onEntered={(absence) => keep.run([...own, { memberId: me.id, ...absence }])}
        />
      ) : (
        <p>{t('mail.away.nobody')}</p>
      )}
    </section>
  )
}
