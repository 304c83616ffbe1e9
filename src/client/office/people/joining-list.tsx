import type { VNode } from 'preact'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { Problem } from '../parts/problem.tsx'
import { useLoaded } from '../use-loaded.ts'
import type { Person } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { Admission, type Applicant } from './admission.tsx'

/** New keys come with nothing else that is new (PROTOCOL 4.5). */
const isSame = (member: Person, { role, label, clearance }: Omit<Person, 'standing'>): boolean =>
  member.role === role && member.label === label && member.clearance === clearance

/** Who has joined by invitation and waits to be admitted, or handed in new keys. */
export const JoiningList = ({ onChanged }: { onChanged: (applied: boolean) => void }): VNode => {
  const t = useWords()
  const desk = useDesk()
  const book = useCell(desk.book)
  const loaded = useLoaded(async (): Promise<readonly Applicant[]> => {
    const { joining } = await desk.call('listJoining')
    return Promise.all(
      joining.map(async ({ memberId, join, proof, role }) => {
        const read = await desk.vault.readJoin(join, proof)
        const member = book?.people.find(({ id, standing }) => standing && id === read.person.id)
        const same = member ? isSame(member, read.person) : read.person.id === memberId
        return {
          id: memberId,
          join,
          proof,
          ...read,
          fits: same && read.person.role === role,
          rekey: member !== undefined,
        }
      }),
    )
  })
  return (
    <section class="stack">
      <h2>{t('people.joining')}</h2>
      <Problem of={loaded.again.problem} />
      {loaded.value?.length === 0 && (
        <p class="quiet">
          {t('people.joining.none')}{' '}
          <button type="button" class="plain" onClick={loaded.again.run}>
            {t('people.look')}
          </button>
        </p>
      )}
      {loaded.value?.map((applicant) => (
        <Admission key={applicant.id} applicant={applicant} onChanged={onChanged} onRefused={loaded.again.run} />
      ))}
    </section>
  )
}
