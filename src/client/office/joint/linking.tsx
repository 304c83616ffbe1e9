import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useDesk } from '../desk/desk.ts'
import { found } from '../inbox/filter.ts'
import { type InboxRow, titleFor } from '../inbox/row.ts'
import { Choices } from '../parts/choices.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Field } from '../parts/field.tsx'
import { SignOrLeave } from '../parts/sign-or-leave.tsx'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'
import { link } from './sign.ts'

interface LinkingProps {
  readonly address: string
  readonly rows: readonly InboxRow[]
  readonly me: string
  readonly onClose: () => void
}

/** So many cases are offered at once; a word of the title or the reference finds the others. */
const OFFERED = 6

/** Says that another case belongs with this one, and why. Both cases say so from then on, to those who read them. */
export const Linking = ({ address, rows, me, onClose }: LinkingProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const [typed, setTyped] = useState('')
  const [other, setOther] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const newest = found(rows, typed, me).toSorted((a, b) => (a.received < b.received ? 1 : -1))
  const offered = newest.filter((row, index) => index < OFFERED || row.address === other)
  const chosen = offered.find((row) => row.address === other)
  const act = useAct(async () => {
    if (chosen) await link(desk, address, chosen.address, text.trim())
    onClose()
  })
  const submit = (event: Event): void => {
    event.preventDefault()
    const whole = chosen !== undefined && text.trim() !== ''
    setMissing(!whole)
    if (whole) act.run()
  }
  return (
    <Dialog title={t('joint.ask')} onClose={onClose}>
      <form class="stack" onSubmit={submit}>
        <p>{t('joint.ask.text')}</p>
        <Field label={t('joint.find')} hint={t('joint.find.hint')} value={typed} onInput={setTyped} />
        {offered.length === 0 ? (
          <p role="status">{t('joint.find.none')}</p>
        ) : (
          <Choices
            legend={t('joint.which')}
            value={chosen?.address ?? null}
            of={offered.map((row) => ({
              value: row.address,
              label: titleFor(row, me) || t('inbox.untitled'),
              note: row.reference,
            }))}
            onChange={setOther}
          />
        )}
        <Field
          label={t('file.ask.reason')}
          hint={t('joint.ask.read')}
          rows={3}
          value={text}
          onInput={setText}
          error={missing ? t('joint.ask.missing') : undefined}
        />
        <SignOrLeave act={act} onLeave={onClose}>
          {t('joint.ask.sign')}
        </SignOrLeave>
      </form>
    </Dialog>
  )
}
