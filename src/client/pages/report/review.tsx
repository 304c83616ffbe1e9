import type { VNode } from 'preact'
import type { PageContext } from '../page.ts'
import { Appeal } from '../parts/appeal.tsx'
import { TextField } from '../parts/fields.tsx'
import { Note } from '../parts/sheet.tsx'
import { StepSection } from './step.tsx'

/** Everything read back, with what may point at the person who writes. */
export const Review = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <StepSection
      context={context}
      step="review"
      notes={
        <>
          <Note title={t('report.review.class.title')}>
            <p>{t('report.review.class')}</p>
          </Note>
          <Note title={t('report.review.after.title')}>
            <p>{t('report.review.after')}</p>
          </Note>
        </>
      }
    >
      {context.path === 'request' && <Appeal context={context} />}
      <div id="hints" />
      <dl class="answers" id="answers" />
      <TextField field="title" label={t('report.review.title-field')} hint={t('report.review.title-field.hint')} />
    </StepSection>
  )
}
