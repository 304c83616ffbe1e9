import type { VNode } from 'preact'
import type { PageContext } from '../page.ts'
import { Appeal } from '../parts/appeal.tsx'
import { LinkButton, MainButton } from '../parts/buttons.tsx'
import { TextField } from '../parts/fields.tsx'
import { Files } from '../parts/files.tsx'
import { Margin, Note } from '../parts/sheet.tsx'

/**
 * The open case: what comes next in the heading, the answer above the history. The script fills it; the first thing in
 * it is what is broken, if anything is.
 */
export const Opened = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <section class="sheet" id="opened" hidden>
      <div class="body">
        <div id="case-broken" />
        <div class="stack" id="case-keys" />
        <h1 id="case-title" tabIndex={-1}>
          {t('case.enter.opening')}
        </h1>
        <p class="lead" id="case-lead" />
        <section class="stack" id="case-clock" />
        <section class="letter" id="case-answer" hidden />
        <Acts context={context} />
        <section class="stack" id="case-request" hidden>
          {REQUEST.map((part) => (
            <div key={part} class="stack" id={`request-${part}`} />
          ))}
          {/* The form of a step that adds an act takes these in. */}
          <div id="act-files-home" hidden>
            <Files context={context} id="act-files" />
          </div>
          <div class="stack" id="request-appeal">
            <h2>{t('case.request.title')}</h2>
            <Appeal context={context} />
            <div class="stack" id="case-course" />
          </div>
        </section>
        <section class="stack" id="case-names" />
        <section class="stack noprint" id="case-helping">
          <h2>{t('case.helpers.title')}</h2>
          <div class="stack" id="case-helpers" />
          <div class="acts">
            <LinkButton data-open="represent">{t('case.represent.open')}</LinkButton>
          </div>
        </section>
        <section class="stack">
          <h2>{t('case.history.title')}</h2>
          <ol class="spine" id="case-history" />
        </section>
      </div>
      <Margin label={t('page.notes')}>
        <div class="note" id="case-verified" />
        <Note title={t('case.readers.title')}>
          <p id="case-readers" />
        </Note>
        <Note title={t('case.misuse.title')}>
          <p id="case-visit" />
          <p>{t('case.misuse.text')}</p>
          <p class="quiet">{t('case.visit.limits')}</p>
        </Note>
      </Margin>
    </section>
  )
}

/** The parts that only a request has, in their order: what is wrong first, then where it stands and what it asks for. */
const REQUEST = ['moved', 'place', 'letters', 'steps', 'limits', 'acts', 'measures', 'follow-up'] as const

const Acts = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <>
      <div class="acts noprint" id="case-acts">
        <MainButton data-open="write">{t('case.write.open')}</MainButton>
        <LinkButton data-open="withdraw">{t('case.withdraw.open')}</LinkButton>
        <LinkButton data-open="undo" hidden>
          {t('case.undo.open')}
        </LinkButton>
        <LinkButton data-open="release" hidden>
          {t('case.release.open')}
        </LinkButton>
        <LinkButton data-open="replace">{t('case.replace.open')}</LinkButton>
        <LinkButton id="case-save">{t('case.save')}</LinkButton>
        <LinkButton id="case-print">{t('case.print')}</LinkButton>
        <LinkButton id="case-close">{t('case.close')}</LinkButton>
      </div>
      <p id="case-status" role="status" tabIndex={-1} />
      <form class="act noprint" id="write" autocomplete="off" novalidate hidden>
        <div class="errors" id="write-errors" role="alert" tabIndex={-1} hidden />
        <TextField field="write-text" label={t('case.write.label')} hint={t('case.write.hint')} rows={8} />
        <div class="field">
          <label class="label" for="write-corrects">
            {t('case.correct.label')}
          </label>
          <p class="hint" id="write-corrects-hint">
            {t('case.correct.hint')}
          </p>
          <select class="in" id="write-corrects" aria-describedby="write-corrects-hint" autocomplete="off">
            <option value="">{t('case.correct.none')}</option>
          </select>
        </div>
        <Files context={context} id="reply-files" />
        <ActButtons send={t('case.write.send')} cancel={t('case.cancel')} />
      </form>
      <form class="act noprint" id="withdraw" autocomplete="off" novalidate hidden>
        <h2>{t('case.withdraw.title')}</h2>
        <p>{t('case.withdraw.text')}</p>
        <div class="errors" id="withdraw-errors" role="alert" tabIndex={-1} hidden />
        <TextField field="withdraw-text" label={t('case.withdraw.label')} hint={t('case.withdraw.hint')} rows={3} />
        <ActButtons send={t('case.withdraw.send')} cancel={t('case.withdraw.cancel')} />
      </form>
      <form class="act noprint" id="release" autocomplete="off" novalidate hidden>
        <h2>{t('case.release.title')}</h2>
        <p>{t.rich('case.release.text', { names: () => <b key="names" id="release-names" /> })}</p>
        <div class="errors" id="release-errors" role="alert" tabIndex={-1} hidden />
        <ActButtons send={t('case.release.send')} cancel={t('case.cancel')} />
      </form>
      <form class="act noprint" id="undo" autocomplete="off" novalidate hidden>
        <h2>{t('case.undo.title')}</h2>
        <p>{t('case.undo.text')}</p>
        <div class="errors" id="undo-errors" role="alert" tabIndex={-1} hidden />
        <ActButtons send={t('case.undo.send')} cancel={t('case.cancel')} />
      </form>
    </>
  )
}

const ActButtons = (props: { send: string; cancel: string }): VNode => (
  <div class="acts">
    <button type="submit" class="btn">
      {props.send}
    </button>
    <LinkButton data-act="cancel">{props.cancel}</LinkButton>
  </div>
)
