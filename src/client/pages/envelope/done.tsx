import type { VNode } from 'preact'
import type { PageContext } from '../page.ts'
import { Margin, Note, Sentences } from '../parts/sheet.tsx'

/** After the file was saved: by which ways it reaches the office, and what comes then. */
export const Done = ({ context }: { context: PageContext }): VNode => {
  const { t, language } = context
  return (
    <section class="sheet step" id="step-receipt" hidden>
      <div class="body">
        <h1 id="receipt-title" tabIndex={-1}>
          {t('envelope.done.title')}
        </h1>
        <p class="lead" id="done-until" />
        <p>{t('draft.saved')}</p>
        <dl class="signed" id="done-code" />
        <section class="stack">
          <h2>{t('envelope.ways.title')}</h2>
          <ul class="dashed">
            <li>{t('envelope.ways.page', { path: `/${language.tag}/hand-in/` })}</li>
            {(['stick', 'post', 'mail'] as const).map((way) => (
              <li key={way}>{t(`envelope.ways.${way}`)}</li>
            ))}
          </ul>
          <p>{t('envelope.ways.carry')}</p>
          <p class="lines" data-office="contacts" hidden />
        </section>
        <div class="acts noprint">
          <button type="button" class="btn two" id="done-again">
            {t('envelope.done.again')}
          </button>
        </div>
      </div>
      <Margin label={t('page.notes')}>
        <Note title={t('envelope.then.title')}>
          <Sentences of={[t('envelope.then.receipt'), t('envelope.then.return'), t('envelope.then.delete')]} />
        </Note>
      </Margin>
    </section>
  )
}
