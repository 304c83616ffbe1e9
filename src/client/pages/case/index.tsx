import type { VNode } from 'preact'
import type { Page } from '../page.ts'
import { Layout } from '../parts/layout.tsx'
import { ScriptNeeded } from '../parts/script-needed.tsx'
import { Enter } from './enter.tsx'
import { Opened } from './opened.tsx'
import { Replace } from './replace.tsx'

/** Following up a case: the key is entered, the case is opened in the page, and everything is done from there. */
export const casePage: Page = {
  path: 'case',
  side: 'reporter',
  script: 'reporter/case.ts',
  styles: ['ui/reporter.css', 'ui/case.css'],
  render: (context): VNode => (
    <Layout context={context} title={context.t('case.title')} labels>
      <ScriptNeeded context={context} />
      <Enter context={context} />
      <Opened context={context} />
      <Replace context={context} />
    </Layout>
  ),
}
