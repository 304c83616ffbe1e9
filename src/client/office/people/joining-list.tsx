import type { VNode } from 'preact'
import { useDesk } from '../desk/desk.ts'
import { Problem } from '../parts/problem.tsx'
import { useLoaded } from '../use-loaded.ts'
import { useWords } from '../words.ts'
import { Admission, type Applicant } from './admission.tsx'

/** Who has joined by invitation and waits to be admitted. */
export const JoiningList = ({ onChanged }: { onChanged: (applied: boolean) => void }): VNode => {
  const t = useWords()
  const desk = useDesk()
  const loaded = useLoaded(async (): Promise<readonly Applicant[]> => {
    const { joining } = await desk.call('listJoining')
    return Promise.all(
      joining.map(async ({ memberId, join, proof, role }) => {
        const read = await desk.vault.readJoin(join, proof)
        const fits = read.person.id === memberId && read.person.role === role
        return { id: memberId, join, proof, ...read, fits }
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
