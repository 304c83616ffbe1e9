import type { VNode } from 'preact'
import type { Page } from '../page.ts'
import { Layout } from '../parts/layout.tsx'
import { ScriptNeeded } from '../parts/script-needed.tsx'
import { Enter } from './enter.tsx'
import { Line } from './line.tsx'
import { NewKey } from './new-key.tsx'
import { Opened } from './opened.tsx'

/** Following up a case: the key is entered, the case is opened in the page, and everything is done from there. */
export const casePage: Page = {
  path: 'case',
  side: 'reporter',
  script: 'reporter/case.ts',
  later: { files: 'reporter/later/files.ts' },
  styles: ['ui/reporter.css', 'ui/case.css'],
  render: (context): VNode => (
    <Layout context={context} title={context.t('case.title')} labels>
      <ScriptNeeded context={context} />
      {/* What comes of a form or a section stands before it, as the receipt of a report does. */}
      <Line context={context} />
      <NewKey context={context} />
      <Opened context={context} />
      <Enter context={context} />
    </Layout>
  ),
}
