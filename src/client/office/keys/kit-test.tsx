import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useDesk } from '../desk/desk.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Problem } from '../parts/problem.tsx'
import { PageProblem } from '../problem.ts'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'

interface TestProps {
  /** The public half that the service has of the kit. */
  readonly publicKey: string
  readonly onDone: () => Promise<void>
  readonly onBack: () => void
}

/** Tries the sheet that one has: its words must give the very key that the service knows. Nothing is sent. */
export const KitTest = ({ publicKey, onDone, onBack }: TestProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const [words, setWords] = useState('')
  const act = useAct(async () => {
    const read = await desk.vault.readKit(words)
    if ('wrong' in read || read.publicKey !== publicKey) throw new PageProblem('kit.other')
    await onDone()
  })
  const submit = (event: Event): void => {
    event.preventDefault()
    act.run()
  }
  return (
    <form class="stack" onSubmit={submit}>
      <Field label={t('unlock.words')} hint={t('unlock.words.hint')} rows={5} value={words} onInput={setWords} />
      <Problem of={act.problem} />
      <div class="acts">
        <Button submit busy={act.busy}>
          {t('keys.kit.try')}
        </Button>
        <Button two onClick={onBack}>
          {t('people.leave')}
        </Button>
      </div>
    </form>
  )
}
