import type { VNode } from 'preact'
import type { PageContext } from '../page.ts'
import { Margin, Note, Sentences } from '../parts/sheet.tsx'
import { KeyActs } from '../report/key.tsx'

/** A new key for an old case: shown and proven before the old one stops working. */
export const Replace = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <section class="sheet" id="replace" aria-labelledby="replace-title" hidden>
      <div class="body">
        <h1 id="replace-title" class="noprint" tabIndex={-1}>
          {t('case.replace.title')}
        </h1>
        <p class="lead noprint">{t('case.replace.lead')}</p>
      </div>
      <Margin label={t('page.notes')}>
        <Note title={t('key.keep.title')}>
          <Sentences of={[t('key.keep.paper'), t('key.keep.device'), t('key.keep.not'), t('key.keep.whoever')]} />
        </Note>
      </Margin>
      <div class="body">
        <div class="errors" id="replace-errors" role="alert" tabIndex={-1} hidden />
        <div class="halves" id="halves" />
        <KeyActs context={context} />
        <fieldset class="field noprint" id="proof">
          <legend>{t('key.proof.title')}</legend>
          <p class="hint">{t('case.replace.proof')}</p>
          <div class="fields" id="proof-words" />
        </fieldset>
        <div class="acts noprint">
          <button type="button" class="btn" id="replace-send">
            {t('case.replace.send')}
          </button>
          <button type="button" class="link" id="replace-cancel">
            {t('case.replace.cancel')}
          </button>
        </div>
        <p class="quiet noprint" id="replace-status" role="status">
          {t('case.replace.not-yet')}
        </p>
      </div>
    </section>
  )
}
