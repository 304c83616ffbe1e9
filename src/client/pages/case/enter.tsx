import type { VNode } from 'preact'
import { href } from '../../ui/href.ts'
import type { PageContext } from '../page.ts'
import { LinkButton } from '../parts/buttons.tsx'
import { TextField } from '../parts/fields.tsx'
import { Margin, Note, Sentences } from '../parts/sheet.tsx'

/** Where the key is entered: words of any list or numbers, in any script's digits. */
export const Enter = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <form id="enter-key" autocomplete="off" novalidate>
      <section class="sheet" id="enter" hidden>
        <div class="body">
          <h1 tabIndex={-1}>{t('case.enter.title')}</h1>
          <p class="lead">{t('case.enter.lead')}</p>
        </div>
        <Margin label={t('page.notes')}>
          <Note title={t('case.enter.device.title')}>
            <Sentences of={[t('start.before.device'), t('case.enter.watch')]} />
          </Note>
          <Note title={t('case.enter.lost.title')}>
            <p>
              {t.rich('case.enter.lost', {
                link: (words) => (
                  <a key="report" href={href(context, 'report')}>
                    {words}
                  </a>
                ),
              })}
            </p>
            <p>{t('case.enter.again')}</p>
            <p>
              <LinkButton data-open="lost">{t('case.lost.open')}</LinkButton>
            </p>
          </Note>
        </Margin>
        <div class="body">
          <div class="asked" id="enter-form">
            <div class="errors" id="enter-errors" role="alert" tabIndex={-1} hidden />
            <TextField field="key" label={t('case.enter.key')} hint={t('case.enter.key.hint')} rows={4} />
            <div class="acts">
              <button type="submit" class="btn">
                {t('case.enter.open')}
              </button>
            </div>
            <p class="quiet" id="enter-status" role="status">
              {t('case.enter.stays')}
            </p>
          </div>
        </div>
      </section>
    </form>
  )
}
