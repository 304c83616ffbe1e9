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
import { type FirstPage, type StepName, stepsOf } from './path.ts'
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

/** One document whose sections are its steps, since nothing is stored between pages. */
const firstPage = (path: FirstPage, styles: readonly string[]): Page => ({
  path,
  side: 'reporter',
  script: `reporter/${path}.ts`,
  later: {
    draft: 'reporter/later/draft.ts',
    ending: `reporter/later/${path}-ending.ts`,
    files: 'reporter/later/files.ts',
  },
  styles,
  render: (context): VNode => (
    <Layout context={context} title={context.t('report.title')}>
      <ScriptNeeded context={context} />
      {/* Before the form: when what one listens to goes, some screen readers pass on to what follows it, and say nothing more when the focus comes there. */}
      <ReceiptSection context={context} />
      <form id="report" autocomplete="off" novalidate hidden>
        <Steps context={context} />
      </form>
    </Layout>
  ),
})

/** The sections of a page, one a step, in their order. */
export const Steps = ({ context }: { context: PageContext }): VNode => (
  <>
    {stepsOf(context.path).map((step) => {
      const Section = SECTIONS[step]
      return <Section key={step} context={context} />
    })}
  </>
)

const SECTIONS: Readonly<Record<StepName, (props: { context: PageContext }) => VNode>> = {
  need: Need,
  whom: Whom,
  how: How,
  what: What,
  spoke: Spoke,
  acts: Acts,
  link: Link,
  wanted: Wanted,
  work: Work,
  details: Details,
  told: Told,
  safety: Safety,
  evidence: Evidence,
  contact: Contact,
  exclude: Exclude,
  review: Review,
  key: Key,
}

/** The report, and the request for advice, which asks the same. */
export const reportPage: Page = firstPage('report', ['ui/reporter.css'])

/** The request for protection: a page of its own, so that whoever reports does not have to load its steps. */
export const requestPage: Page = firstPage('request', ['ui/reporter.css', 'ui/request.css'])
