import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Letter } from '../../../domain/procedure/letters.ts'
import { nameOf } from '../file/entry-words.ts'
import { Button } from '../parts/button.tsx'
import { guardSentence } from '../procedure/guard-words.ts'
import { useWords } from '../words.ts'
import { LetterAsk } from './letter-ask.tsx'
import { LetterState } from './letter-state.tsx'
import { type LetterMove, movesOf } from './moves.ts'
import type { RequestFile } from './request-file.ts'
import { SealForm } from './seal-form.tsx'

interface ItemProps {
  readonly of: RequestFile
  readonly letter: Letter
  readonly onPrint: () => void
}

/** One letter: to whom, its text as it was shown, where it stands, and what can be done with it. */
export const LetterItem = ({ of, letter, onPrint }: ItemProps): VNode => {
  const t = useWords()
  const [asked, setAsked] = useState<LetterMove | null>(null)
  const { number, recipient, purpose, text, proposed } = letter
  const moves = movesOf(of, letter)
  const mayLeave = letter.sent !== null || moves.some(({ name, fault }) => name === 'send' && fault === null)
  const why = (fault: string | null): string | undefined =>
    fault === null ? undefined : t('letters.not-yet', { why: guardSentence(t, of.setting, fault) })
  return (
    <article class="stack">
      <h2>{t('letters.heading', { number, recipient })}</h2>
      <p>{t('letters.for', { purpose })}</p>
      <div class="said lines" dir="auto">
        {text}
      </div>
      <LetterState of={of} letter={letter} />
      {proposed && (
        <p>
          {t('letters.proposed', {
            name: nameOf(t, proposed.author.id, of.book),
            reasons: proposed.facts?.reasons ?? '',
          })}
        </p>
      )}
      <div class="acts noprint">
        {of.file.broken === null &&
          moves.map((move) => (
            <Button key={move.name} two={move.name !== 'send'} not={why(move.fault)} onClick={() => setAsked(move)}>
              {t(`letters.${move.name}`)}
            </Button>
          ))}
        {mayLeave && (
          <Button two onClick={onPrint}>
            {t('letters.print')}
          </Button>
        )}
      </div>
      {asked?.name === 'seal' && <SealForm of={of} letter={letter} move={asked} onClose={() => setAsked(null)} />}
      {asked && asked.name !== 'seal' && (
        <LetterAsk of={of} letter={letter} move={asked} onClose={() => setAsked(null)} />
      )}
    </article>
  )
}
