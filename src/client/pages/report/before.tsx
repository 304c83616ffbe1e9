import type { VNode } from 'preact'
import type { PageContext } from '../page.ts'
import { Note, Sentences } from '../parts/sheet.tsx'

/** What to know before the first step. */
export const Before = ({ context: { t } }: { context: PageContext }): VNode => (
  <Note title={t('report.before.title')}>
    <Sentences
      of={[
        t('report.before.stop'),
        t('start.before.device'),
        t('report.before.leave'),
        t('report.before.log'),
        t('report.before.language'),
      ]}
    />
  </Note>
)
