import type { VNode } from 'preact'
import { tongueOfWords } from '../../i18n/key-words.ts'
import { useWords } from '../words.ts'

/** The comparison code of somebody who joins: 8 words that both sides say to each other over another channel. */
export const Code = ({ words }: { words: readonly string[] }): VNode => {
  const t = useWords()
  return (
    <ol class="words code" aria-label={t('join.code')} lang={tongueOfWords(t.language)} translate={false}>
      {words.map((word, index) => (
        <li key={`${index}-${word}`}>
          <b>{word}</b>
        </li>
      ))}
    </ol>
  )
}
