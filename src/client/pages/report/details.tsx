import type { VNode } from 'preact'
import { bases } from '../../ui/answer-codes.ts'
import type { PageContext } from '../page.ts'
import { AnyOf, OneOf, TextField } from '../parts/fields.tsx'
import { RestsOn, RuleLink } from '../parts/rests-on.tsx'
import { Note, Why } from '../parts/sheet.tsx'
import { yesNo } from './answers.ts'
import { Categories } from './categories.tsx'
import { StepSection } from './step.tsx'

/** The details, all of them optional. */
export const Details = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <StepSection
      context={context}
      step="details"
      notes={
        <>
          <Why context={context}>
            <p>{t('report.details.why')}</p>
            <p>
              <RuleLink context={context} to="categories" words={t('rules.categories.title')} />
            </p>
            <RestsOn context={context} elements={['acts-and-dates', 'ongoing', 'person']} />
          </Why>
          <Note title={t('report.details.date.title')}>
            <p>{t('report.details.date')}</p>
          </Note>
        </>
      }
    >
      <Categories context={context} />
      <TextField field="when" label={t('report.details.when')} hint={t('report.details.when.hint')} width="w20" />
      <TextField field="place" label={t('report.details.place')} hint={t('report.details.place.hint')} />
      <OneOf field="ongoing" label={t('report.details.ongoing')} options={yesNo(context)} />
      <TextField field="persons" label={t('report.details.persons')} hint={t('report.details.persons.hint')} rows={3} />
      <AnyOf
        field="basis"
        label={t('report.details.basis')}
        options={bases.map((value) => ({ value, label: t(`basis.${value}`) }))}
      />
    </StepSection>
  )
}
