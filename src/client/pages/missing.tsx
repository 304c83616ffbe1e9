import type { VNode } from 'preact'
import { href } from '../ui/href.ts'
import type { Page } from './page.ts'
import { Layout } from './parts/layout.tsx'

/** What the service shows for an address that has no page. */
export const missingPage: Page = {
  path: '404',
  side: 'reporter',
  script: 'reporter/plain.ts',
  styles: ['ui/reporter.css'],
  render: (context): VNode => {
    const { t } = context
    const link = (path: string) => (words: (VNode | string)[]) => (
      <a key={path} href={href(context, path)}>
        {words}
      </a>
    )
    return (
      <Layout context={context} title={t('missing.title')}>
        <div class="sheet">
          <div class="body">
            <h1>{t('missing.heading')}</h1>
            <p class="lead">{t.rich('missing.text', { start: link(''), case: link('case') })}</p>
          </div>
        </div>
      </Layout>
    )
  },
}
