import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useDesk } from '../desk/desk.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Field } from '../parts/field.tsx'
import { SignOrLeave } from '../parts/sign-or-leave.tsx'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'
import { leaveInConflict } from './declare.ts'

interface LeavingProps {
  readonly address: string
  /** Who takes the case over, where nobody else reads it. */
  readonly heir: string | null
  readonly onClose: () => void
}

/** Says which conflict one has, and leaves with the same signature. */
export const Leaving = ({ address, heir, onClose }: LeavingProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const [what, setWhat] = useState('')
  const [missing, setMissing] = useState(false)
  const act = useAct(async () => {
    await leaveInConflict(desk, address, what.trim(), heir)
    location.hash = '#inbox'
  })
  const submit = (event: Event): void => {
    event.preventDefault()
    setMissing(what.trim() === '')
    if (what.trim() !== '') act.run()
  }
  return (
    <Dialog title={t('conflict.have.title')} onClose={onClose}>
      <form class="stack" onSubmit={submit}>
        <p>{t('conflict.have.text')}</p>
        <Field
          label={t('conflict.what')}
          hint={t('conflict.what.hint')}
          rows={3}
          value={what}
          onInput={setWhat}
          error={missing ? t('conflict.what.missing') : undefined}
        />
        <SignOrLeave act={act} onLeave={onClose}>
          {t('conflict.sign')}
        </SignOrLeave>
      </form>
    </Dialog>
  )
}
