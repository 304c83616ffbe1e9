import type { VNode } from 'preact'
import type { ReporterKey } from '../../i18n/keys.ts'
import type { Page, PageContext } from '../page.ts'
import { Layout } from './layout.tsx'

/** A page for reporters that is there to be read: a title, a heading, what it is about, and `Rest`. */
export const textPage = (
  path: string,
  words: { readonly title: ReporterKey; readonly heading: ReporterKey; readonly lead: ReporterKey },
  Rest: (props: { context: PageContext }) => VNode,
): Page => ({
  path,
  side: 'reporter',
  script: 'reporter/plain.ts',
  styles: ['ui/reporter.css'],
  render: (context) => (
    <Layout context={context} title={context.t(words.title)}>
      <div class="sheet">
        <div class="body">
          <h1>{context.t(words.heading)}</h1>
          <p class="lead">{context.t(words.lead)}</p>
          <Rest context={context} />
        </div>
      </div>
    </Layout>
  ),
})
