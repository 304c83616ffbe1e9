import type { VNode } from 'preact'
import { tongueOfWords } from '../../i18n/key-words.ts'
import { useWords } from '../words.ts'

/**
 * The recovery kit as it is printed: 24 numbered words. Neither the name of the service nor of a person stands on it;
 * what it is for is known to who keeps it.
 */
export const KitSheet = ({ words, day }: { words: readonly string[]; day: string }): VNode => {
  const t = useWords()
  return (
    <section class="kit printed" aria-label={t('kit.label')}>
      <p class="quiet">{t('kit.made', { day })}</p>
      <ol class="words" aria-label={t('kit.label')} lang={tongueOfWords(t.language)} translate={false}>
        {words.map((word, index) => (
          <li key={`${index}-${word}`}>
            <b>{word}</b>
          </li>
        ))}
      </ol>
    </section>
  )
}
