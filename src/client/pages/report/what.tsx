import type { VNode } from 'preact'
import type { PageContext } from '../page.ts'
import { LinkButton, MainButton } from '../parts/buttons.tsx'
import { TextField } from '../parts/fields.tsx'
import { RestsOn } from '../parts/rests-on.tsx'
import { Note, Sentences, Why } from '../parts/sheet.tsx'
import { StepSection } from './step.tsx'

/** The story, the only answer that is needed. From here one may go straight to the last steps. */
export const What = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <StepSection
      context={context}
      step="what"
      notes={
        <>
          <Note title={t('report.what.prompts.title')}>
            <Sentences
              of={[
                t('report.what.prompts.did'),
                t('report.what.prompts.seen'),
                t('report.what.prompts.since'),
                t('report.what.prompts.wish'),
              ]}
            />
          </Note>
          <Why context={context}>
            <p>{t('report.what.why')}</p>
            <RestsOn context={context} elements={['act', 'statement', 'decision']} />
          </Why>
          <Note title={t('report.what.care.title')}>
            <p>{t('report.what.care')}</p>
          </Note>
        </>
      }
      acts={
        <div class="acts">
          <MainButton data-act="next">{t('report.continue')}</MainButton>
          <LinkButton data-act="back">{t('report.back')}</LinkButton>
          <LinkButton data-act="skip">{t('report.what.skip')}</LinkButton>
          {!context.offline && <LinkButton data-act="save">{t('draft.save')}</LinkButton>}
        </div>
      }
    >
      <TextField field="story" label={t('report.what.story')} hint={t('report.what.story.hint')} rows={10} />
    </StepSection>
  )
}
