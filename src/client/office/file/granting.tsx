import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useDesk } from '../desk/desk.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Field } from '../parts/field.tsx'
import { Select } from '../parts/select.tsx'
import { SignOrLeave } from '../parts/sign-or-leave.tsx'
import { useAct } from '../use-act.ts'
import type { Person } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { sender } from './append.ts'
import { granting } from './builds.ts'

interface GrantingProps {
  readonly address: string
  readonly people: readonly Person[]
  readonly onClose: () => void
}

/** Lets one more person read the case. They get the whole history, so the question says that. */
export const Granting = ({ address, people, onClose }: GrantingProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const [member, setMember] = useState(people[0]?.id ?? '')
  const [text, setText] = useState('')
  const act = useAct(async () => {
    await sender(desk, address, granting(desk, [member], text.trim()))()
    onClose()
  })
  const submit = (event: Event): void => {
    event.preventDefault()
    act.run()
  }
  return (
    <Dialog title={t('file.ask.grant')} onClose={onClose}>
      <form class="stack" onSubmit={submit}>
        <p>{t('file.ask.grant.text')}</p>
        <Select
          label={t('file.ask.whom')}
          value={member}
          of={people.map(({ id, label, role }) => ({
            value: id,
            label: t('bar.me', { name: label, role: t(`role.${role}`) }),
          }))}
          onChange={setMember}
        />
        <Field label={t('file.ask.why')} hint={t('file.ask.read')} rows={3} value={text} onInput={setText} />
        <SignOrLeave act={act} onLeave={onClose}>
          {t('file.ask.grant.sign')}
        </SignOrLeave>
      </form>
    </Dialog>
  )
}
