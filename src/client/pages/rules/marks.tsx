import type { VNode } from 'preact'
import type { PageContext } from '../page.ts'
import { PROVENANCES } from './basis.tsx'
import { Part } from './part.tsx'

/** What the three marks mean, said once. */
export const Marks = ({ context: { t } }: { context: PageContext }): VNode => (
  <Part name="marks" title={t('rules.marks.title')} lead={t('rules.marks.lead')}>
    <ul class="ruled">
      {PROVENANCES.map((provenance) => (
        <li key={provenance}>
          <p class={`basis ${provenance}`}>
            <b>{t(`rules.mark.${provenance}`)}</b>
          </p>
          <p>{t(`rules.mark.${provenance}.means`)}</p>
        </li>
      ))}
    </ul>
  </Part>
)
