import type { VNode } from 'preact'
import type { PageContext } from '../../page.ts'
import { AnyOf } from '../../parts/fields.tsx'
import { inTongue } from '../../parts/in-tongue.ts'
import { RuleLink } from '../../parts/rests-on.tsx'
import { Note } from '../../parts/sheet.tsx'
import { StepSection } from '../step.tsx'
import { AppealNote } from './appeal-note.tsx'

/** The interim measures of the rules, any of which can be wished for. */
export const Wanted = ({ context }: { context: PageContext }): VNode => {
  const { t, rules, language } = context
  return (
    <StepSection
      context={context}
      step="wanted"
      notes={
        <>
          <AppealNote context={context} />
          <Note title={t('report.wanted.title.note')}>
            <p>{t('report.wanted.note')}</p>
            <p>
              <RuleLink context={context} to="measures" words={t('rules.measures.title')} />
            </p>
          </Note>
        </>
      }
    >
      <AnyOf
        field="measures"
        label={t('report.wanted.measures')}
        options={rules.pack['interim-measures'].map(({ id, label }) => ({
          value: id,
          label: inTongue(label, language),
        }))}
      />
    </StepSection>
  )
}
