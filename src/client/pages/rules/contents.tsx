import type { VNode } from 'preact'
import type { PageContext } from '../page.ts'
import { PARTS } from './part.tsx'

/** The table of contents. */
export const Contents = ({ context: { t } }: { context: PageContext }): VNode => (
  <nav class="contents noprint" aria-labelledby="contents">
    <h2 id="contents">{t('rules.contents')}</h2>
    <ol>
      {PARTS.map((part) => (
        <li key={part}>
          <a href={`#${part}`}>{t(`rules.${part}.title`)}</a>
        </li>
      ))}
    </ol>
  </nav>
)
