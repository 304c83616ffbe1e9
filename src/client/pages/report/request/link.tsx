import type { VNode } from 'preact'
import type { PageContext } from '../../page.ts'
import { TextField } from '../../parts/fields.tsx'
import { RestsOn } from '../../parts/rests-on.tsx'
import { Why } from '../../parts/sheet.tsx'
import { StepSection } from '../step.tsx'
import { AppealNote } from './appeal-note.tsx'

/** Element C, what links the acts to the protected activity: knowledge, timing, others, departures, reasons. */
export const Link = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <StepSection
      context={context}
      step="link"
      notes={
        <>
          <AppealNote context={context} />
          <Why context={context}>
            <p>{t('report.link.why')}</p>
            <RestsOn context={context} elements={['link', 'who-knew', 'when-known']} />
          </Why>
        </>
      }
    >
      <TextField field="knowledge_who" label={t('report.link.who')} hint={t('report.link.who.hint')} rows={3} />
      <TextField field="knowledge_since" label={t('report.link.since')} />
      <TextField field="knowledge_timing" label={t('report.link.timing')} rows={3} />
      <TextField field="knowledge_comparators" label={t('report.link.comparators')} rows={3} />
      <TextField
        field="knowledge_departures"
        label={t('report.link.departures')}
        hint={t('report.link.departures.hint')}
        rows={3}
      />
      <TextField field="knowledge_reasons" label={t('report.link.reasons')} rows={3} />
    </StepSection>
  )
}
