import type { VNode } from 'preact'
import type { ReporterKey } from '../../i18n/keys.ts'
import { href } from '../../ui/href.ts'
import type { PageContext } from '../page.ts'

/** What is said of a file that was not accepted, by the code of the reason. */
const refusals: Readonly<Record<string, ReporterKey>> = {
  'envelope.malformed': 'error.envelope.malformed',
  'envelope.version': 'error.envelope.version',
  'envelope.foreign': 'error.envelope.foreign',
  'envelope.day_ahead': 'error.envelope.day_ahead',
  'envelope.too_old': 'error.envelope.too_old',
  'envelope.no_reader': 'error.envelope.no_reader',
  'case.taken': 'hand-in.taken',
  'request.malformed': 'hand-in.no-file',
  'request.too_large': 'error.envelope.malformed',
  'request.wrong_origin': 'error.request.wrong_origin',
  'office.not_founded': 'error.office.not_founded',
  'upload.full': 'hand-in.full',
  'service.busy': 'error.service.busy',
  'service.failed': 'error.service.failed',
  other: 'hand-in.other',
}

/**
 * What the service can answer here, complete in the page: it takes the one that fits and puts in no more than a day and a
 * code, so that the page is static even where no script runs. Nothing of it shows before.
 */
export const Answers = ({ context }: { context: PageContext }): VNode => (
  <>
    <template data-answer="accepted">
      <Accepted context={context} />
    </template>
    {Object.entries(refusals).map(([code, key]) => (
      <template key={code} data-answer={code}>
        <div class="box error" role="alert">
          <p>{context.t(key)}</p>
          <p class="quiet">
            <bdi data-place="code" />
          </p>
        </div>
      </template>
    ))}
  </>
)

const Accepted = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <>
      <div class="box" role="status">
        <h2>{t('hand-in.accepted.title')}</h2>
        <p>{t('hand-in.accepted.text')}</p>
      </div>
      <dl class="signed">
        <dt>{t('report.receipt.day')}</dt>
        <dd class="num">
          <bdi data-place="day" />
        </dd>
        <dt>{t('report.receipt.code')}</dt>
        <dd class="num">
          <bdi data-place="code" />
        </dd>
      </dl>
      <p>{t('hand-in.accepted.write')}</p>
      <p>
        {t.rich('hand-in.accepted.next', {
          link: (words) => (
            <a key="case" href={href(context, 'case')}>
              {words}
            </a>
          ),
        })}
      </p>
    </>
  )
}
