import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useDesk } from '../desk/desk.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Field } from '../parts/field.tsx'
import { SignOrLeave } from '../parts/sign-or-leave.tsx'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'
import { type Build, sender } from './append.ts'
import { closing, openingIdentity, removing } from './builds.ts'

interface AskingProps {
  readonly address: string
  readonly what: 'close' | 'identity' | 'recuse' | 'remove'
  /** Whom it concerns, where it concerns one person. */
  readonly member?: string
  readonly name?: string
  readonly onClose: () => void
  readonly onDone?: () => void
}

/** An act that is signed at once and cannot be taken back. It asks for the reason, which the reporter will read. */
export const Asking = ({ address, what, member = '', name = '', onClose, onDone }: AskingProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const builds: Readonly<Record<AskingProps['what'], (words: string) => Build>> = {
    close: (words) => closing(desk, words),
    identity: (words) => openingIdentity(desk, words),
    recuse: (words) => removing(desk, member, words),
    remove: (words) => removing(desk, member, words),
  }
  const act = useAct(async () => {
    await sender(desk, address, builds[what](text.trim()))()
    onClose()
    onDone?.()
  })
  const submit = (event: Event): void => {
    event.preventDefault()
    setMissing(text.trim() === '')
    if (text.trim() !== '') act.run()
  }
  return (
    <Dialog title={t(`file.ask.${what}`, { name })} onClose={onClose}>
      <form class="stack" onSubmit={submit}>
        <p>{t(`file.ask.${what}.text`)}</p>
        <Field
          label={t('file.ask.reason')}
          hint={t('file.ask.read')}
          rows={3}
          value={text}
          onInput={setText}
          error={missing ? t('file.ask.missing') : undefined}
        />
        <SignOrLeave act={act} onLeave={onClose}>
          {t(`file.ask.${what}.sign`)}
        </SignOrLeave>
      </form>
    </Dialog>
  )
}
