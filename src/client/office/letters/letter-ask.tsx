import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { isDay } from '../../../domain/days.ts'
import type { Letter } from '../../../domain/procedure/letters.ts'
import { useDesk } from '../desk/desk.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Field } from '../parts/field.tsx'
import { SignOrLeave } from '../parts/sign-or-leave.tsx'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'
import type { LetterMove } from './moves.ts'
import type { RequestFile } from './request-file.ts'
import { signStep } from './sign.ts'

interface AskProps {
  readonly of: RequestFile
  readonly letter: Letter
  readonly move: LetterMove
  readonly onClose: () => void
}

const labels = { reasons: 'letters.reasons', on: 'letters.served.on', text: 'letters.answer.text' } as const

/** Signs something about a letter, with the one answer that it may ask for. */
export const LetterAsk = ({ of, letter, move: { name, step, asks }, onClose }: AskProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const [value, setValue] = useState(asks === 'on' ? of.today : '')
  const [wrong, setWrong] = useState(false)
  const act = useAct(async () => {
    const facts = { ...step.facts, ...(asks && { [asks]: value.trim() }) }
    await signStep(desk, of.file.address, { ...step, ...(step.seconds === undefined && { facts }) })
    onClose()
  })
  const good = asks === null || (asks === 'on' ? isDay(value.trim()) : value.trim() !== '')
  const submit = (event: Event): void => {
    event.preventDefault()
    setWrong(!good)
    if (good) act.run()
  }
  return (
    <Dialog title={t(`letters.${name}`)} onClose={onClose}>
      <form class="stack" onSubmit={submit}>
        <p>{t('letters.heading', { number: letter.number, recipient: letter.recipient })}</p>
        {asks && (
          <Field
            label={t(labels[asks])}
            {...(asks !== 'on' && { rows: 3 })}
            value={value}
            onInput={setValue}
            error={wrong ? t('letters.missing') : undefined}
          />
        )}
        <SignOrLeave act={act} onLeave={onClose}>
          {t('letters.sign')}
        </SignOrLeave>
      </form>
    </Dialog>
  )
}
