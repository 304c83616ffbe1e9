import type { VNode } from 'preact'
import type { PageContext } from '../page.ts'
import { OneOf, TextField } from '../parts/fields.tsx'
import { Files, FilesNote } from '../parts/files.tsx'
import { RestsOn } from '../parts/rests-on.tsx'
import { Note, Why } from '../parts/sheet.tsx'
import { openAnswers } from './answers.ts'
import { StepSection } from './step.tsx'

/** What could show it, in words and as files, and who else saw it. */
export const Evidence = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <StepSection
      context={context}
      step="evidence"
      notes={
        <>
          <FilesNote context={context} />
          <Why context={context}>
            <p>{t('report.evidence.why')}</p>
            <RestsOn context={context} elements={['who-saw', 'document', 'record']} />
          </Why>
          <Note title={t('report.evidence.traces.title')}>
            <p>{t('report.evidence.traces')}</p>
          </Note>
        </>
      }
    >
      <TextField field="evidence" label={t('report.evidence.what')} hint={t('report.evidence.what.hint')} rows={5} />
      <p class="box warn" id="link-hint" role="status" hidden>
        {t('files.link')}
      </p>
      <Files context={context} id="files" />
      <TextField
        field="witnesses"
        label={t('report.evidence.witnesses')}
        hint={t('report.evidence.witnesses.hint')}
        rows={3}
      />
      <OneOf
        field="witnesses-ask"
        label={t('report.evidence.ask')}
        options={[
          { value: 'yes', label: t('report.evidence.ask.yes') },
          { value: 'first', label: t('report.evidence.ask.first') },
          { value: 'no', label: t('answer.no') },
          ...openAnswers(context),
        ]}
      />
    </StepSection>
  )
}
