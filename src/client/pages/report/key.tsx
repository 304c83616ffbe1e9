import type { VNode } from 'preact'
import { Draw } from '../../ui/draw/draw.tsx'
import { icons } from '../../ui/draw/icons.ts'
import type { PageContext } from '../page.ts'
import { LinkButton, MainButton } from '../parts/buttons.tsx'
import { Note, Sentences, Why } from '../parts/sheet.tsx'
import { StepSection } from './step.tsx'

/** The key, before anything is sent. The script draws both halves and asks for three words back. */
export const Key = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <StepSection
      context={context}
      step="key"
      notesLast
      notes={
        <>
          <Note title={t('key.keep.title')}>
            <Sentences of={[t('key.keep.paper'), t('key.keep.device'), t('key.keep.not'), t('key.keep.whoever')]} />
          </Note>
          <Note title={t('key.return.title')}>
            <p id="key-return">{t('key.return.text')}</p>
          </Note>
          <Why context={context} title={t('key.cut.title')}>
            <p>{t('key.cut.text')}</p>
          </Why>
        </>
      }
      acts={
        <div class="acts noprint">
          <MainButton id="send" aria-disabled="true">
            {t('report.key.send')}
          </MainButton>
          <LinkButton data-act="back">{t('report.back')}</LinkButton>
        </div>
      }
    >
      <div class="halves" id="halves" />
      <KeyActs context={context} />
      <fieldset class="field noprint" id="proof" aria-describedby="proof-hint">
        <legend>{t('key.proof.title')}</legend>
        <p class="hint" id="proof-hint">
          {t('key.proof.hint')}
        </p>
        <div class="fields" id="proof-words" />
        <label class="choice">
          <input type="checkbox" id="no-return" />
          <span>
            {t('key.no-return')}
            <small>{t('key.no-return.small')}</small>
          </span>
        </label>
      </fieldset>
      <div id="sending" role="status" />
    </StepSection>
  )
}

/** Print it, save it: the two ways to take the key along, and what is on the sheet. */
export const KeyActs = ({ context: { t } }: { context: PageContext }): VNode => (
  <>
    <div class="acts noprint">
      <button type="button" class="btn two" id="key-print">
        <Draw of={icons.print} />
        {t('key.print')}
      </button>
      <LinkButton id="key-save">{t('key.save')}</LinkButton>
    </div>
    <p class="quiet noprint">{t('key.print.note')}</p>
  </>
)
