import { Fragment, type VNode } from 'preact'
import { languages } from '../../i18n/languages.ts'
import type { Book } from '../vault/types.ts'
import { useWords } from '../words.ts'

const fields = ['name', 'contacts', 'emergency'] as const
const pages = ['', 'report/', 'privacy/', 'help/'] as const

/** What reporters will be shown: the office's own texts in every language, and the pages to read through. */
export const Texts = ({ book }: { book: Book }): VNode => {
  const t = useWords()
  return (
    <section class="stack">
      <h2>{t('opening.texts')}</h2>
      {languages.map(({ tag, name }) => (
        <dl key={tag} class="facts" lang={tag}>
          <dt lang={t.language.tag}>{name}</dt>
          <dd class="acts">
            {pages.map((page) => (
              <a key={page} href={`/${tag}/${page}`} target="_blank" rel="noreferrer">
                /{tag}/{page}
              </a>
            ))}
          </dd>
          {fields.map((field) => (
            <Fragment key={field}>
              <dt lang={t.language.tag}>{t(`opening.text.${field}`)}</dt>
              <dd class="lines">{book.description?.[field][tag]}</dd>
            </Fragment>
          ))}
        </dl>
      ))}
    </section>
  )
}
