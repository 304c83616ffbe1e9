import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Problem } from '../parts/problem.tsx'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'

interface YouProps {
  /** The name of somebody whom the office knows already; it stays. */
  readonly known?: string
  readonly onPasskey: (name: string) => Promise<void>
}

/** Asks how a person is called in the office, then has the browser make their passkey. */
export const You = ({ known, onPasskey }: YouProps): VNode => {
  const t = useWords()
  const [name, setName] = useState(known ?? '')
  const [missing, setMissing] = useState(false)
  const act = useAct(onPasskey)
  const submit = (event: Event): void => {
    event.preventDefault()
    setMissing(name.trim() === '')
    if (name.trim() !== '') act.run(name.trim())
  }
  return (
    <form class="stack" onSubmit={submit}>
      {known === undefined && (
        <Field
          label={t('enrol.name')}
          hint={t('enrol.name.hint')}
          value={name}
          maxLength={120}
          error={missing ? t('enrol.name.missing') : undefined}
          onInput={setName}
        />
      )}
      <p>{t('enrol.passkey')}</p>
      <p class="quiet">{t('enrol.devices')}</p>
      <Problem of={act.problem} />
      <div class="acts">
        <Button submit busy={act.busy}>
          {t('enrol.make')}
        </Button>
      </div>
    </form>
  )
}
