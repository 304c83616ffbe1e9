import type { VNode } from 'preact'
import type { PageContext } from '../page.ts'
import { LinkButton, MainButton } from '../parts/buttons.tsx'
import { TextField } from '../parts/fields.tsx'
import { Margin, Note, Sentences } from '../parts/sheet.tsx'
import { KeyActs } from '../report/key.tsx'

/** Twelve new words, shown and proven before they are used. The script says what they are for. */
export const NewKey = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <section class="sheet" id="new-key" hidden>
      <div class="body">
        <h1 id="new-key-title" class="noprint" tabIndex={-1}>
          {t('case.replace.title')}
        </h1>
        <p class="lead noprint" id="new-key-lead" />
      </div>
      <Margin label={t('page.notes')}>
        <Note title={t('key.keep.title')}>
          <Sentences of={[t('key.keep.paper'), t('key.keep.device'), t('key.keep.not'), t('key.keep.whoever')]} />
        </Note>
      </Margin>
      <div class="body">
        <div class="errors" id="new-key-errors" role="alert" tabIndex={-1} hidden />
        <div class="noprint" id="new-key-who" hidden>
          <TextField field="new-key-name" label={t('case.represent.name')} hint={t('case.represent.name.hint')} />
        </div>
        <div class="halves" id="halves" />
        <KeyActs context={context} />
        <fieldset class="field noprint" id="proof" aria-describedby="new-key-proof">
          <legend>{t('key.proof.title')}</legend>
          <p class="hint" id="new-key-proof" />
          <div class="fields" id="proof-words" />
        </fieldset>
        <div class="acts noprint">
          <MainButton id="new-key-send" />
          <LinkButton id="new-key-cancel" />
        </div>
        <p class="quiet noprint" id="new-key-status" role="status" />
      </div>
    </section>
  )
}
