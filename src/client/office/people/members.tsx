import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { useLoaded } from '../use-loaded.ts'
import type { Person } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { Away } from './away.tsx'
import { FewChiefs } from './few-chiefs.tsx'
import { MemberAsk } from './member-ask.tsx'

/** Who is in the office, in the order of their roles; who has left stands below. */
export const Members = ({ chief, onChanged }: { chief: boolean; onChanged: (applied: boolean) => void }): VNode => {
  const t = useWords()
  const desk = useDesk()
  const book = useCell(desk.book)
  const { value: delivery } = useLoaded(() => desk.call('readDelivery'))
  const [asked, setAsked] = useState<Person | null>(null)
  const people = (book?.people ?? []).toSorted((a, b) => Number(b.standing) - Number(a.standing))
  return (
    <section class="stack">
      <h2>{t('people.members')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('people.name')}</th>
            <th scope="col">{t('people.role')}</th>
            <th scope="col">
              <span class="vh">{t('people.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">{person.standing ? person.label : <s>{person.label}</s>}</th>
              <td>
                {person.standing ? t(`role.${person.role}`) : t('people.left')}
                <Away of={person} people={people} absences={delivery?.absences ?? null} />
              </td>
              <td class="n">
                {chief && person.standing && (
                  <button
                    type="button"
                    class="plain"
                    aria-label={t('people.change.of', { name: person.label })}
                    onClick={() => setAsked(person)}
                  >
                    {t('people.change')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chief && <FewChiefs />}
      {asked && (
        <MemberAsk
          person={asked}
          onClose={() => setAsked(null)}
          onChanged={(applied) => {
            setAsked(null)
            onChanged(applied)
          }}
        />
      )}
    </section>
  )
}
