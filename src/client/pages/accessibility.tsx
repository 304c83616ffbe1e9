import type { VNode } from 'preact'
import { href } from '../ui/href.ts'
import type { PageContext } from './page.ts'
import { textPage } from './parts/text-page.tsx'

const WORKS = ['keyboard', 'reader', 'zoom', 'colour', 'time', 'words'] as const

const Rest = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <>
      <p>
        <a href={href(context, 'help')}>{t('page.to.help')}</a>
      </p>
      <section class="stack">
        <h2>{t('accessibility.works.title')}</h2>
        <ul class="dashed">
          {WORKS.map((row) => (
            <li key={row}>{t(`accessibility.works.${row}`)}</li>
          ))}
        </ul>
      </section>
      <section class="stack">
        <h2>{t('accessibility.limits.title')}</h2>
        <ul class="dashed">
          <li>{t('accessibility.limits.script')}</li>
        </ul>
      </section>
    </>
  )
}

/** What was built for whom, and what does not work yet. */
export const accessibilityPage = textPage(
  'accessibility',
  { title: 'accessibility.title', heading: 'accessibility.heading', lead: 'accessibility.lead' },
  Rest,
)
