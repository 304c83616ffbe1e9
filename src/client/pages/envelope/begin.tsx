import type { VNode } from 'preact'
import type { PageContext } from '../page.ts'
import { MainButton } from '../parts/buttons.tsx'
import { TextField } from '../parts/fields.tsx'

/** Before the first step: which office the form is for, and how old its directory is; the directory is asked for where none is in the file. */
export const Begin = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <section class="sheet" id="begin" hidden>
      <div class="body">
        <div class="errors" id="begin-errors" role="alert" tabIndex={-1} hidden />
        <h1 id="begin-title" tabIndex={-1}>
          {t('envelope.heading')}
        </h1>
        <p class="lead">{t('envelope.file.lead')}</p>
        <Ask context={context} />
        <div class="stack" id="begin-office" hidden>
          <dl class="signed" id="begin-facts" />
          <p id="begin-compare">{t('envelope.compare')}</p>
          <p class="box warn" id="begin-age" hidden />
          <div class="acts">
            <MainButton id="begin-go">{t('envelope.begin')}</MainButton>
          </div>
        </div>
      </div>
    </section>
  )
}

const Ask = ({ context: { t } }: { context: PageContext }): VNode => (
  <form id="ask" autocomplete="off" novalidate hidden>
    <div class="field">
      <label class="label" for="directory-file">
        {t('envelope.directory')}
      </label>
      <p class="hint" id="directory-file-hint">
        {t('envelope.directory.hint')}
      </p>
      <input class="in" type="file" id="directory-file" accept=".json" aria-describedby="directory-file-hint" />
    </div>
    <TextField field="poster" label={t('envelope.poster')} hint={t('envelope.poster.hint')} rows={3} />
    <div class="acts">
      <button type="submit" class="btn">
        {t('envelope.check')}
      </button>
    </div>
  </form>
)
