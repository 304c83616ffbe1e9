import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useDesk } from '../desk/desk.ts'
import { Code } from '../join/code.tsx'
import { Button } from '../parts/button.tsx'
import { Check } from '../parts/check.tsx'
import { Problem } from '../parts/problem.tsx'
import { useAct } from '../use-act.ts'
import type { Person } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { changeDirectory } from './change.ts'
import { FewChiefs } from './few-chiefs.tsx'

/** Somebody who has handed in their keys. `fits`: the bytes say what the invitation said. */
export interface Applicant {
  readonly id: string
  readonly join: string
  readonly proof: string
  readonly person: Omit<Person, 'standing'>
  readonly code: readonly string[]
  readonly fits: boolean
  /** Somebody of the office who lost every key, and gets these. */
  readonly rekey: boolean
}

interface AdmissionProps {
  readonly applicant: Applicant
  readonly onChanged: (applied: boolean) => void
  readonly onRefused: () => void
}

/** Has the chief compare the code over another channel before signing a person into the office. */
export const Admission = ({ applicant, onChanged, onRefused }: AdmissionProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const [compared, setCompared] = useState(false)
  const { id, join, proof, person, rekey } = applicant
  const admit = useAct(async () =>
    onChanged(await changeDirectory(desk, { kind: rekey ? 'rekey' : 'admit', join, proof })),
  )
  const refuse = useAct(async () => {
    await desk.call('refuseJoining', { path: { member: id } })
    onRefused()
  })
  return (
    <article class="box stack" aria-label={person.label}>
      <h3>
        {t(rekey ? 'people.rekeying' : 'people.applicant', { name: person.label, role: t(`role.${person.role}`) })}
      </h3>
      {applicant.fits ? (
        <>
          {rekey && <p>{t('people.rekeying.note')}</p>}
          <p>{t('people.compare')}</p>
          <Code words={applicant.code} />
          <Check label={t('people.compared')} checked={compared} onChange={setCompared} />
        </>
      ) : (
        <p class="madder">{t('people.misfit')}</p>
      )}
      {person.role === 'chief' && !rekey && <FewChiefs more={1} />}
      <Problem of={admit.problem ?? refuse.problem} />
      <div class="acts">
        {applicant.fits && (
          <Button busy={admit.busy} not={compared ? undefined : t('people.compare.first')} onClick={admit.run}>
            {t(rekey ? 'people.rekey' : 'people.admit')}
          </Button>
        )}
        <Button two busy={refuse.busy} onClick={refuse.run}>
          {t('people.refuse')}
        </Button>
      </div>
    </article>
  )
}
