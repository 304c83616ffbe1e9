import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useDesk } from '../desk/desk.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Field } from '../parts/field.tsx'
import { SignOrLeave } from '../parts/sign-or-leave.tsx'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'
import { OtherCase } from './other-case.tsx'
import { unlink } from './sign.ts'

interface UnlinkingProps {
  readonly address: string
  readonly other: string
  /** Whether one reads the other case too, so that it is taken back in both. */
  readonly both: boolean
  readonly onClose: () => void
}

/** Says that two cases belong together no longer. What was signed before stays readable. */
export const Unlinking = ({ address, other, both, onClose }: UnlinkingProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const [text, setText] = useState('')
  const act = useAct(async () => {
    await unlink(desk, address, other, { text: text.trim(), both })
    onClose()
  })
  const submit = (event: Event): void => {
    event.preventDefault()
    act.run()
  }
  return (
    <Dialog title={t('joint.undo')} onClose={onClose}>
      <form class="stack" onSubmit={submit}>
        <p>
          <OtherCase address={other} />
        </p>
        <p>{t(both ? 'joint.undo.both' : 'joint.undo.here')}</p>
        <Field label={t('file.ask.why')} hint={t('joint.ask.read')} rows={3} value={text} onInput={setText} />
        <SignOrLeave act={act} onLeave={onClose}>
          {t('joint.undo.sign')}
        </SignOrLeave>
      </form>
    </Dialog>
  )
}
