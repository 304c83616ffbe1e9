import type { VNode } from 'preact'
import { protectedPersons, tracks } from '../../../../domain/steps.ts'
import type { PageContext } from '../../page.ts'
import { Appeal } from '../../parts/appeal.tsx'
import { OneOf } from '../../parts/fields.tsx'
import { Note, Why } from '../../parts/sheet.tsx'
import { Before } from '../before.tsx'
import { Elsewhere } from '../elsewhere.tsx'
import { StepSection } from '../step.tsx'

/** For whom protection is asked, and whether something was done or is feared. The first step of a request. */
export const Whom = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <StepSection
      context={context}
      step="whom"
      notes={
        <>
          <Before context={context} />
          <Why context={context}>
            <p>{t('report.whom.why')}</p>
          </Why>
          <Note title={t('report.whom.other.title')}>
            <p>{t('report.whom.other')}</p>
          </Note>
        </>
      }
      below={<Elsewhere context={context} of={['report', 'advice', 'return']} />}
    >
      <Appeal context={context} />
      <OneOf
        field="for_whom"
        label={t('report.whom.for')}
        options={protectedPersons.map((value) => ({ value, label: t(`whom.${value}`) }))}
      />
      <OneOf
        field="track"
        label={t('report.whom.track')}
        options={tracks.map((value) => ({
          value,
          label: t(`track.${value}`),
          small: t(`report.whom.track.${value}.small`),
        }))}
      />
    </StepSection>
  )
}
