import type { VNode } from 'preact'
import type { PageContext } from '../../page.ts'
import { Appeal } from '../../parts/appeal.tsx'
import { TextField } from '../../parts/fields.tsx'
import { RestsOn } from '../../parts/rests-on.tsx'
import { Note, Why } from '../../parts/sheet.tsx'
import { StepSection } from '../step.tsx'
import { ActEntry } from './act-entry.tsx'

/** Element B, the acts: one entry each, and the days between drawn as they are typed; or what is feared. */
export const Acts = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <StepSection
      context={context}
      step="acts"
      notesLast
      notes={
        <>
          <Why context={context}>
            <p>{t('report.acts.why')}</p>
            <RestsOn context={context} elements={['detriment', 'threat']} />
          </Why>
          <Note title={t('report.acts.days.title')}>
            <p>{t('report.acts.days.note')}</p>
          </Note>
          <Note title={t('report.acts.threats.title')}>
            <p>{t('report.acts.threats')}</p>
          </Note>
        </>
      }
    >
      <Appeal context={context} />
      <section class="stack" id="asked-acts" aria-labelledby="acts-heading">
        <h2 id="acts-heading">{t('report.acts.list')}</h2>
        <ol class="entries" id="acts" />
        <p id="acts-status" role="status" />
        <div class="acts">
          <button type="button" class="btn two" id="act-add">
            {t('report.acts.add')}
          </button>
        </div>
        <h2>{t('report.acts.course')}</h2>
        <div class="stack" id="acts-course" role="status" />
      </section>
      <section id="asked-feared">
        <TextField field="feared" label={t('report.acts.feared')} hint={t('report.acts.feared.hint')} rows={5} />
      </section>
      <template id="act-entry">
        <ActEntry context={context} />
      </template>
    </StepSection>
  )
}
