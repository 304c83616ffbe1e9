import type { VNode } from 'preact'
import type { PageContext } from '../page.ts'
import { OneOf, TextField } from '../parts/fields.tsx'
import { RestsOn } from '../parts/rests-on.tsx'
import { Why } from '../parts/sheet.tsx'
import { yesNo } from './answers.ts'
import { StepSection } from './step.tsx'

/** Whether somebody was told before. */
export const Told = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <StepSection
      context={context}
      step="told"
      notes={
        <Why context={context}>
          <p>{t('report.told.why')}</p>
          <RestsOn context={context} elements={['steps-taken', 'protected-activity']} />
        </Why>
      }
    >
      <OneOf
        spokenLabel
        field="told"
        label={t('report.told.question')}
        options={yesNo(
          context,
          <>
            <TextField field="told-whom" label={t('report.told.whom')} hint={t('report.told.whom.hint')} />
            <TextField field="told-when" label={t('report.told.when')} width="w20" />
            <TextField field="told-result" label={t('report.told.result')} rows={3} />
          </>,
        )}
      />
    </StepSection>
  )
}
