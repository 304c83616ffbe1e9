import type { VNode } from 'preact'
import type { PageContext } from '../page.ts'
import { OneOf } from '../parts/fields.tsx'
import { Before } from './before.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { StepSection } from './step.tsx'

/** What somebody needs. A request for protection and a case that was begun have pages of their own. */
export const Need = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <StepSection
      context={context}
      step="need"
      notes={<Before context={context} />}
      below={!context.offline && <Elsewhere context={context} of={['protection', 'return']} />}
    >
      <OneOf
        spokenLabel
        field="kind"
        label={t('start.need.title')}
        preset="report"
        options={(['report', 'advice'] as const).map((kind) => ({
          value: kind,
          label: t(`start.need.${kind}`),
          small: t(`start.need.${kind}.small`),
        }))}
      />
    </StepSection>
  )
}
