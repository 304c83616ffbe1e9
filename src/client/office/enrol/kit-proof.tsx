import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Problem } from '../parts/problem.tsx'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'
import { askedPlaces, wrongPlaces } from './proof.ts'

interface ProofProps {
  readonly words: readonly string[]
  readonly onBack: () => void
  readonly onProven: () => Promise<void>
}

/** Has some words of the sheet typed back: a kit that nobody can read again is none. */
export const KitProof = ({ words, onBack, onProven }: ProofProps): VNode => {
  const t = useWords()
  const [asked] = useState(() => askedPlaces(words.length, crypto.getRandomValues(new Uint8Array(4))))
  const [typed, setTyped] = useState<readonly string[]>(asked.map(() => ''))
  const [wrong, setWrong] = useState<readonly number[]>([])
  const act = useAct(onProven)
  const prove = (event: Event): void => {
    event.preventDefault()
    const found = wrongPlaces(words, asked, typed)
    setWrong(found)
    if (found.length === 0) act.run()
  }
  return (
    <form class="stack" onSubmit={prove}>
      <p>{t('kit.prove')}</p>
      <div class="fields">
        {asked.map((place, index) => (
          <Field
            key={place}
            label={t('kit.word', { number: place + 1 })}
            value={typed[index] ?? ''}
            onInput={(value) => setTyped(typed.with(index, value))}
            error={wrong.includes(place) ? t('kit.wrong', { number: place + 1 }) : undefined}
          />
        ))}
      </div>
      <Problem of={act.problem} />
      <div class="acts">
        <Button submit busy={act.busy}>
          {t('kit.check')}
        </Button>
        <Button two onClick={onBack}>
          {t('kit.again')}
        </Button>
      </div>
    </form>
  )
}
