import type { VNode } from 'preact'
import { href } from '../../ui/href.ts'
import type { PageContext } from '../page.ts'
import { DangerNumbers } from '../parts/danger.tsx'
import { OneOf, TextField } from '../parts/fields.tsx'
import { RestsOn } from '../parts/rests-on.tsx'
import { Note, Why } from '../parts/sheet.tsx'
import { yesNo } from './answers.ts'
import { StepSection } from './step.tsx'

/** Leads to the numbers, beside this page: what was typed here stays. */
const DangerLink = ({ context }: { context: PageContext }): VNode => (
  <p>
    {context.t.rich('start.emergency', {
      link: (words) => (
        <a key="danger" href={`${href(context, 'help')}#danger`} target="_blank" rel="noreferrer">
          {words}
        </a>
      ),
    })}
  </p>
)

/** Is anybody at risk, and from whom. */
export const Safety = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <StepSection
      context={context}
      step="safety"
      notes={
        <>
          <Note title={t('report.safety.danger.title')}>
            {context.offline ? <DangerNumbers context={context} /> : <DangerLink context={context} />}
          </Note>
          <Why context={context}>
            <p>{t('report.safety.why')}</p>
            <RestsOn context={context} elements={['safe-now', 'who-knew', 'who-asked', 'threat']} />
          </Why>
        </>
      }
    >
      <OneOf
        field="risk"
        label={t('report.safety.risk')}
        options={yesNo(context, <TextField field="risk-more" label={t('report.safety.risk.more')} rows={3} />)}
      />
      <TextField
        field="guessers"
        label={t('report.safety.guessers')}
        hint={t('report.safety.guessers.hint')}
        rows={2}
      />
      <OneOf field="tried" label={t('report.safety.tried')} options={yesNo(context)} />
      <TextField field="fear" label={t('report.safety.fear')} hint={t('report.safety.fear.hint')} rows={3} />
    </StepSection>
  )
}
