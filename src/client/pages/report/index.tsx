import type { VNode } from 'preact'
import type { Page, PageContext } from '../page.ts'
import { Layout } from '../parts/layout.tsx'
import { ScriptNeeded } from '../parts/script-needed.tsx'
import { Contact } from './contact.tsx'
import { Details } from './details.tsx'
import { Evidence } from './evidence.tsx'
import { Exclude } from './exclude.tsx'
import { How } from './how.tsx'
import { Key } from './key.tsx'
import { Need } from './need.tsx'
import { ReceiptSection } from './receipt.tsx'
import { Acts } from './request/acts.tsx'
import { Link } from './request/link.tsx'
import { Spoke } from './request/spoke.tsx'
import { Wanted } from './request/wanted.tsx'
import { Whom } from './request/whom.tsx'
import { Work } from './request/work.tsx'
import { Review } from './review.tsx'
import { Safety } from './safety.tsx'
import { Told } from './told.tsx'
import { What } from './what.tsx'

/** The report: one document whose sections are its steps, since nothing is stored between pages. */
export const reportPage: Page = {
  path: 'report',
  side: 'reporter',
  script: 'reporter/report.ts',
  styles: ['ui/reporter.css'],
  render: (context): VNode => (
    <Layout context={context} title={context.t('report.title')}>
      <ScriptNeeded context={context} />
      <form id="report" autocomplete="off" novalidate hidden>
        {SECTIONS.map((Section) => (
          <Section key={Section.name} context={context} />
        ))}
      </form>
      <ReceiptSection context={context} />
    </Layout>
  ),
}

const SECTIONS: readonly ((props: { context: PageContext }) => VNode)[] = [
  Need,
  Whom,
  How,
  What,
  Spoke,
  Acts,
  Link,
  Wanted,
  Work,
  Details,
  Told,
  Safety,
  Evidence,
  Contact,
  Exclude,
  Review,
  Key,
]
