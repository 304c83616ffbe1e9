import type { VNode } from 'preact'
import { tongueOfWords } from '../../i18n/key-words.ts'
import type { PageContext } from '../page.ts'
import { LinkButton, MainButton } from '../parts/buttons.tsx'
import { Margin, Note } from '../parts/sheet.tsx'

/** What somebody who lost their words hands to the office: public, long, and compared by eight words. */
export const Line = ({ context: { t } }: { context: PageContext }): VNode => (
  <section class="sheet" id="line" hidden>
    <div class="body">
      <h1 id="line-title" tabIndex={-1}>
        {t('case.line.title')}
      </h1>
      <p class="lead">{t('case.line.lead')}</p>
    </div>
    <Margin label={t('page.notes')}>
      <Note title={t('case.line.then.title')}>
        <p>{t('case.line.then')}</p>
      </Note>
    </Margin>
    <div class="body">
      <div class="field">
        <label class="label" for="line-text">
          {t('case.line.label')}
        </label>
        <textarea class="in" id="line-text" rows={6} readOnly dir="ltr" autocomplete="off" spellcheck={false} />
      </div>
      <div class="acts noprint">
        <MainButton id="line-copy">{t('case.line.copy')}</MainButton>
        <LinkButton id="line-save">{t('case.line.save')}</LinkButton>
      </div>
      <p id="line-status" role="status" />
      <h2 id="line-words">{t('case.line.words')}</h2>
      <p>{t('case.line.compare')}</p>
      <ol
        class="words"
        id="line-code"
        aria-labelledby="line-words"
        lang={tongueOfWords(t.language)}
        translate={false}
      />
    </div>
  </section>
)
