import type { VNode } from 'preact'
import type { PageContext } from '../../page.ts'
import { TextField } from '../../parts/fields.tsx'
import { Note } from '../../parts/sheet.tsx'
import { StepSection } from '../step.tsx'
import { AppealNote } from './appeal-note.tsx'

/** The work situation before, sealed apart with the name. */
export const Work = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <StepSection
      context={context}
      step="work"
      notes={
        <>
          <AppealNote context={context} />
          <Note title={t('report.work.apart.title')}>
            <p>{t('report.work.apart')}</p>
          </Note>
        </>
      }
    >
      <TextField field="work_duties" label={t('report.work.duties')} rows={3} />
      <TextField field="work_appraiser" label={t('report.work.appraiser')} />
      <TextField field="work_contract_end" label={t('report.work.contract-end')} />
      <TextField field="work_place" label={t('report.work.place')} />
      <TextField field="work_pay" label={t('report.work.pay')} />
      <TextField field="work_leave" label={t('report.work.leave')} />
    </StepSection>
  )
}
