import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useDesk } from '../desk/desk.ts'
import { enrolAgain } from '../enrol/enrol.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Problem } from '../parts/problem.tsx'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'

/** Adds a passkey. Who has colleagues has one of them approve it before it works. */
export const NewPasskey = ({ onChanged }: { onChanged: (words: string) => Promise<void> }): VNode => {
  const t = useWords()
  const desk = useDesk()
  const [label, setLabel] = useState('')
  const [missing, setMissing] = useState(false)
  const act = useAct(async () => {
    const { credential } = await enrolAgain(desk, label.trim())
    const { state } = await desk.call('addCredential', { body: { label: label.trim(), ...credential } })
    setLabel('')
    await onChanged(t(state === 'ready' ? 'keys.added' : 'keys.added.waiting'))
  })
  const submit = (event: Event): void => {
    event.preventDefault()
    setMissing(label.trim() === '')
    if (label.trim() !== '') act.run()
  }
  return (
    <form class="stack" onSubmit={submit}>
      <h2>{t('keys.add')}</h2>
      <Field
        label={t('keys.name')}
        hint={t('keys.name.hint')}
        value={label}
        maxLength={120}
        error={missing ? t('keys.name.missing') : undefined}
        onInput={setLabel}
      />
      <Problem of={act.problem} />
      <div class="acts">
        <Button submit busy={act.busy}>
          {t('enrol.make')}
        </Button>
      </div>
    </form>
  )
}
