import type { VNode } from 'preact'
import { capacities } from '../../ui/answer-codes.ts'
import type { PageContext } from '../page.ts'
import { OneOf, TextField } from '../parts/fields.tsx'
import { RuleLink } from '../parts/rests-on.tsx'
import { Note, Why } from '../parts/sheet.tsx'
import { StepSection } from './step.tsx'

/** With or without a name, and in what capacity. The name has its own envelope unless the report is open. */
export const How = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <StepSection
      context={context}
      step="how"
      notes={
        <>
          <Why context={context}>
            <p>{t('report.how.why')}</p>
            <p>
              <RuleLink context={context} to="subjects" words={t('rules.subjects.title')} />
            </p>
          </Why>
          <Note title={t('report.how.story.title')}>
            <p>{t('report.how.story')}</p>
          </Note>
        </>
      }
    >
      <OneOf
        spokenLabel
        field="mode"
        label={t('report.how.mode')}
        preset="anonymous"
        options={[
          { value: 'anonymous', label: t('mode.anonymous'), small: t('report.how.anonymous') },
          ...(context.offline ? [] : [confidential(context)]),
          {
            value: 'open',
            label: t('mode.open'),
            small: t('report.how.open'),
            more: <Identity context={context} lane="open" />,
          },
        ]}
      />
      <OneOf
        field="capacity"
        label={t('report.how.capacity')}
        hint={t('report.how.capacity.hint')}
        options={capacities.map((value) => ({ value, label: t(`capacity.${value}`) }))}
      />
    </StepSection>
  )
}

/** A file cannot carry a name in an envelope of its own: the service's part of its key would travel along. */
const confidential = (context: PageContext) => ({
  value: 'confidential',
  label: context.t('mode.confidential'),
  small: context.t('report.how.confidential'),
  more: <Identity context={context} lane="sealed" />,
})

/** Who somebody is. Under "confidential" these answers go into the envelope of their own, under "open" into the report. */
const Identity = ({ context, lane }: { context: PageContext; lane: 'sealed' | 'open' }): VNode => (
  <>
    <TextField field={`${lane}-name`} label={context.t('report.how.name-field')} />
    {lane === 'sealed' && (
      <>
        <TextField field="sealed-unit" label={context.t('report.how.unit')} hint={context.t('report.how.unit.hint')} />
        <TextField
          field="sealed-reach"
          label={context.t('report.how.reach')}
          hint={context.t('report.how.reach.hint')}
        />
      </>
    )}
  </>
)
