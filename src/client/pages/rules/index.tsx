import type { VNode } from 'preact'
import type { Page, PageContext } from '../page.ts'
import { inTongue } from '../parts/in-tongue.ts'
import { Layout } from '../parts/layout.tsx'
import { Margin } from '../parts/sheet.tsx'
import { CheckIns, Notices, OutsideLimits, Remedies } from './after.tsx'
import { Categories } from './categories.tsx'
import { Clocks } from './clocks.tsx'
import { Contents } from './contents.tsx'
import { Course } from './course.tsx'
import { Documents } from './documents.tsx'
import { Elements, Guards, Holidays } from './limits.tsx'
import { Lines } from './line.tsx'
import { Marks } from './marks.tsx'
import { Measures } from './measures.tsx'
import { PARTS, Part, type PartName } from './part.tsx'
import { Risk } from './risk.tsx'
import { Terms } from './terms.tsx'
import { Escalations, Routes, Subjects } from './who.tsx'

/** The policy pack, for anybody to read: every line of it in our own words, with what it rests on. */
export const rulesPage: Page = {
  path: 'rules',
  side: 'reporter',
  script: 'reporter/plain.ts',
  styles: ['ui/reporter.css', 'ui/rules.css'],
  render: (context): VNode => {
    const { t, rules, language } = context
    const { label, version } = rules.pack.about
    return (
      <Layout context={context} title={t('rules.page')}>
        <div class="sheet rules">
          <div class="body">
            <h1>{t('rules.heading')}</h1>
            <p class="lead">{t('rules.lead')}</p>
            <p class="quiet">
              {t('rules.version', { label: inTongue(label, language), version })} <code class="num">{rules.hash}</code>
            </p>
          </div>
          <Margin label={t('rules.contents')}>
            <Contents context={context} />
          </Margin>
          <div class="body">
            {PARTS.map((part) => {
              const Shown = SHOWN[part]
              return <Shown key={part} context={context} />
            })}
          </div>
        </div>
      </Layout>
    )
  },
}

const Detriments = ({ context }: { context: PageContext }): VNode => (
  <Part context={context} name="detriments">
    <Lines context={context} kind="detriments" of={context.rules.pack.detriments} />
  </Part>
)

const SHOWN: Readonly<Record<PartName, (props: { context: PageContext }) => VNode>> = {
  marks: Marks,
  categories: Categories,
  detriments: Detriments,
  course: Course,
  measures: Measures,
  clocks: Clocks,
  'outside-limits': OutsideLimits,
  notices: Notices,
  'check-ins': CheckIns,
  remedies: Remedies,
  risk: Risk,
  routes: Routes,
  subjects: Subjects,
  guards: Guards,
  terms: Terms,
  elements: Elements,
  escalations: Escalations,
  documents: Documents,
  holidays: Holidays,
}
