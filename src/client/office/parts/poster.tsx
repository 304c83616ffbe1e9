import type { VNode } from 'preact'
import { languages } from '../../i18n/languages.ts'
import type { Book } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { Button } from './button.tsx'
import { Fingerprint } from './fingerprint.tsx'

/** The office's fingerprint, to be printed on posters and cards. */
export const Poster = ({ book }: { book: Book }): VNode => {
  const t = useWords()
  return (
    <section class="stack">
      <h2>{t('people.fingerprint')}</h2>
      <p>{t('people.fingerprint.lead')}</p>
      <div class="printed">
        <Fingerprint book={book} />
      </div>
      <p>{t('people.posters')}</p>
      <ul class="poster-links">
        {languages.map(({ tag, name }) => (
          <li key={tag}>
            <a href={`/${tag}/posters/`} target="_blank" rel="noreferrer" lang={tag} hreflang={tag}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      <div class="acts">
        <Button two onClick={() => print()}>
          {t('people.fingerprint.print')}
        </Button>
      </div>
    </section>
  )
}
