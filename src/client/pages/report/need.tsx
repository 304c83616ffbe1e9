import type { VNode } from 'preact'
import { href } from '../../ui/href.ts'
import type { PageContext } from '../page.ts'
import { OneOf } from '../parts/fields.tsx'
import { Note, Sentences } from '../parts/sheet.tsx'
import { StepSection } from './step.tsx'

/** Step 1: what somebody needs. A case is followed up on its own page. */
export const Need = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <StepSection
      context={context}
      step="need"
      notes={
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
      }
    >
      <OneOf
        spokenLabel
        field="kind"
        label={t('start.need.title')}
        preset="report"
        options={(['report', 'protection', 'advice'] as const).map((kind) => ({
          value: kind,
          label: t(`start.need.${kind}`),
          small: t(`start.need.${kind}.small`),
        }))}
      />
      <p>
        {t.rich('report.need.return', {
          link: (words) => (
            <a key="case" href={href(context, 'case')}>
              {words}
            </a>
          ),
        })}
      </p>
    </StepSection>
  )
}
