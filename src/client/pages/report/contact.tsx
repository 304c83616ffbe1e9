import type { VNode } from 'preact'
import type { PageContext } from '../page.ts'
import { OneOf, TextField } from '../parts/fields.tsx'
import { Note } from '../parts/sheet.tsx'
import { StepSection } from './step.tsx'

/** How the office may, and must never, get in touch. */
export const Contact = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <StepSection
      context={context}
      step="contact"
      notes={
        <Note title={t('report.contact.note.title')}>
          <p>{t('report.contact.note')}</p>
        </Note>
      }
    >
      <OneOf
        spokenLabel
        field="reach"
        label={t('report.contact.may')}
        preset="here"
        options={[
          { value: 'here', label: t('report.contact.here'), small: t('report.contact.here.small') },
          {
            value: 'also',
            label: t('report.contact.also'),
            more: (
              <TextField
                field="contact_may"
                label={t('report.contact.also.how')}
                hint={t('report.contact.also.hint')}
                rows={3}
              />
            ),
          },
        ]}
      />
      <TextField
        field="contact_never"
        label={t('report.contact.never')}
        hint={t('report.contact.never.hint')}
        rows={3}
      />
    </StepSection>
  )
}
