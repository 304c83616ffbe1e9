import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { type Role, roles } from '../../../domain/roles.ts'
import { useDesk } from '../desk/desk.ts'
import { Button } from '../parts/button.tsx'
import { Choices } from '../parts/choices.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Problem } from '../parts/problem.tsx'
import { useAct } from '../use-act.ts'
import type { Person } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { changeDirectory } from './change.ts'
import { FewChiefs } from './few-chiefs.tsx'

interface AskProps {
  readonly person: Person
  readonly onClose: () => void
  readonly onChanged: (applied: boolean) => void
}

/** Asks what a person shall be from now on: another role, or gone. Both are signed statements. */
export const MemberAsk = ({ person, onClose, onChanged }: AskProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const [next, setNext] = useState<Role | 'gone'>(person.role)
  const act = useAct(async () => {
    const { id: member, label, clearance } = person
    const change =
      next === 'gone'
        ? { kind: 'retire' as const, member }
        : { kind: 'change' as const, member, role: next, label, clearance }
    onChanged(await changeDirectory(desk, change))
  })
  const choices = [
    ...roles.map((value) => ({ value, label: t(`role.${value}`) })),
    { value: 'gone' as const, label: t('people.retire'), note: t('people.retire.note') },
  ]
  return (
    <Dialog title={person.label} onClose={onClose}>
      <Choices legend={t('people.becomes')} of={choices} value={next} onChange={setNext} />
      {next === 'chief' && person.role !== 'chief' && <FewChiefs more={1} />}
      <Problem of={act.problem} />
      <div class="acts">
        <Button busy={act.busy} not={next === person.role ? t('people.same') : undefined} onClick={act.run}>
          {t('people.sign')}
        </Button>
        <Button two onClick={onClose}>
          {t('people.leave')}
        </Button>
      </div>
    </Dialog>
  )
}
