import type { VNode } from 'preact'
import type { Page } from './page.ts'
import { Document } from './parts/document.tsx'

/** The officers' console: a root that Preact fills, and until then why it needs its script. */
export const officePage: Page = {
  path: 'office',
  side: 'office',
  script: 'office/main.tsx',
  styles: ['ui/office.css'],
  render: (context): VNode => (
    <Document context={context} title={context.t('office.title')} labels>
      <div id="office">
        <main class="waiting">
          <h1>{context.t('office.title')}</h1>
          <p>{context.t('office.script')}</p>
        </main>
      </div>
    </Document>
  ),
}
