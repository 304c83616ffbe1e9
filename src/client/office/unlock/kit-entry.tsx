import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useDesk } from '../desk/desk.ts'
import { enterByKit } from '../desk/enter.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Problem } from '../parts/problem.tsx'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'

/** The 24 words of a recovery kit, typed in; what does not fit is named by its number. */
export const KitEntry = ({ onBack }: { onBack: () => void }): VNode => {
  const t = useWords()
  const desk = useDesk()
  const [words, setWords] = useState('')
  const [wrong, setWrong] = useState<readonly number[] | null>(null)
  const act = useAct(async () => {
    const read = await desk.vault.readKit(words)
    setWrong('wrong' in read ? read.wrong : null)
    if ('wrong' in read) return
    await enterByKit(desk, read.kit)
    location.hash = '#keys'
  })
  const submit = (event: Event): void => {
    event.preventDefault()
    act.run()
  }
  return (
    <form class="stack" onSubmit={submit}>
      <Field
        label={t('unlock.words')}
        hint={t('unlock.words.hint')}
        rows={5}
        value={words}
        onInput={setWords}
        error={wrong === null ? undefined : mistake(t, wrong)}
      />
      <Problem of={act.problem} title={t('unlock.problem')} />
      <div class="acts">
        <Button submit busy={act.busy}>
          {t('unlock.enter')}
        </Button>
        <Button two onClick={onBack}>
          {t('unlock.back')}
        </Button>
      </div>
    </form>
  )
}

const mistake = (t: ReturnType<typeof useWords>, wrong: readonly number[]): string =>
  wrong.length === 0 ? t('unlock.words.checksum') : t('unlock.words.wrong', { places: t.list(wrong.map(String)) })
