import type { VNode } from 'preact'
import type { PageContext } from '../../page.ts'
import { DayField, TextField } from '../../parts/fields.tsx'
import { RestsOn } from '../../parts/rests-on.tsx'
import { Note, Why } from '../../parts/sheet.tsx'
import { StepSection } from '../step.tsx'
import { AppealNote } from './appeal-note.tsx'
import { Earlier } from './earlier.tsx'

/** Element A, the protected activity: what, to whom, when, how. */
export const Spoke = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <StepSection
      context={context}
      step="spoke"
      notes={
        <>
          <AppealNote context={context} />
          <Why context={context}>
            <p>{t('report.spoke.why')}</p>
            <RestsOn context={context} elements={['protected-activity']} />
          </Why>
          <Note title={t('report.details.date.title')}>
            <p>{t('report.details.date')}</p>
          </Note>
        </>
      }
    >
      <TextField field="activity_what" label={t('report.spoke.what')} hint={t('report.spoke.what.hint')} rows={4} />
      <TextField field="activity_to" label={t('report.spoke.to')} hint={t('report.spoke.to.hint')} />
      <DayField field="activity_when" label={t('report.spoke.when')} hint={t('report.spoke.when.hint')} />
      <TextField field="activity_about" label={t('report.spoke.about')} />
      <TextField field="activity_how" label={t('report.spoke.how')} hint={t('report.spoke.how.hint')} rows={3} />
      <Earlier context={context} />
    </StepSection>
  )
}
