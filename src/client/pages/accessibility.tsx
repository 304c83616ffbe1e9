import type { VNode } from 'preact'
import { href } from '../ui/href.ts'
import type { Page } from './page.ts'
import { Layout } from './parts/layout.tsx'

const WORKS = ['keyboard', 'reader', 'zoom', 'colour', 'time', 'words'] as const

/** What was built for whom, and what does not work yet. */
export const accessibilityPage: Page = {
  path: 'accessibility',
  side: 'reporter',
  script: 'reporter/plain.ts',
  styles: ['ui/reporter.css'],
  render: (context): VNode => {
    const { t } = context
    return (
      <Layout context={context} title={t('accessibility.title')}>
        <div class="sheet">
          <div class="body">
            <h1>{t('accessibility.heading')}</h1>
            <p class="lead">{t('accessibility.lead')}</p>
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
          </div>
        </div>
      </Layout>
    )
  },
}
