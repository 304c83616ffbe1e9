import type { VNode } from 'preact'
import type { PageContext } from '../page.ts'
import { OneOf, TextField } from '../parts/fields.tsx'
import { RuleLink } from '../parts/rests-on.tsx'
import { Note, Why } from '../parts/sheet.tsx'
import { StepSection } from './step.tsx'

/** Who must not see this. The script lists the office from its verified directory. */
export const Exclude = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <StepSection
      context={context}
      step="exclude"
      notes={
        <>
          <Why context={context}>
            <p>{t('report.exclude.why')}</p>
            <p>
              <RuleLink context={context} to="routes" words={t('rules.routes.title')} />
            </p>
          </Why>
          <Note title={t('report.exclude.visible.title')}>
            <p>{t('report.exclude.visible')}</p>
          </Note>
        </>
      }
    >
      <fieldset class="field" id="readers" aria-describedby="readers-now">
        <legend class="label">{t('report.exclude.list')}</legend>
        <p class="hint" id="readers-wait">
          {t('report.exclude.wait')}
        </p>
      </fieldset>
      <p id="readers-now" role="status" />
      <OneOf
        field="limit"
        label={t('report.limit.label')}
        hint={t('report.limit.text')}
        options={[
          { value: 'on', label: t('limit.on') },
          { value: 'off', label: t('limit.off'), small: t('report.limit.off.small') },
        ]}
        preset="on"
      />
      <TextField field="keep_from" label={t('report.exclude.others')} hint={t('report.exclude.others.hint')} rows={2} />
    </StepSection>
  )
}
