import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Absence } from '../../../contract/delivery.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Select } from '../parts/select.tsx'
import type { Person } from '../vault/types.ts'
import { useWords } from '../words.ts'

interface FormProps {
  readonly colleagues: readonly Person[]
  readonly busy: boolean
  readonly onEntered: (absence: Omit<Absence, 'memberId'>) => void
}

/** Two days and a colleague. */
export const AbsenceForm = ({ colleagues, busy, onEntered }: FormProps): VNode => {
  const t = useWords()
  const [first, setFirst] = useState('')
  const [last, setLast] = useState('')
  const [cover, setCover] = useState(colleagues[0]?.id ?? '')
  const [wrong, setWrong] = useState(false)
  const submit = (event: Event): void => {
    event.preventDefault()
    const inOrder = first !== '' && first <= last
    setWrong(!inOrder)
    if (inOrder) onEntered({ first, last, cover })
  }
  return (
    <form class="stack" onSubmit={submit}>
      <div class="fields">
        <Field
          label={t('mail.away.first')}
          date
          value={first}
          error={wrong ? t('mail.away.dates') : undefined}
          onInput={setFirst}
        />
        <Field label={t('mail.away.last')} date value={last} onInput={setLast} />
        <Select
          label={t('mail.away.cover')}
          value={cover}
          of={colleagues.map(({ id, label }) => ({ value: id, label }))}
          onChange={setCover}
        />
      </div>
      <div class="acts">
        <Button submit two busy={busy}>
          {t('mail.away.add')}
        </Button>
      </div>
    </form>
  )
}
