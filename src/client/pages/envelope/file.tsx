import type { VNode } from 'preact'
import { officeCut } from '../../ui/draw/cut.ts'
import { Draw } from '../../ui/draw/draw.tsx'
import { mark } from '../../ui/draw/mark.ts'
import type { PageContext } from '../page.ts'
import { Exit } from '../parts/exit.tsx'
import { ScriptNeeded } from '../parts/script-needed.tsx'
import { Steps } from '../report/index.tsx'
import { Begin } from './begin.tsx'
import { Done } from './done.tsx'

/**
 * The body of the form that works without a network: the office is found or asked for, the steps of a report follow, and
 * at the end stands how to hand in what was locked. The office's directory stands in the last template, or comes beside.
 */
export const envelopeBody = (context: PageContext): VNode => {
  const { t, words } = context
  return (
    <body>
      <div class="page">
        <nav class="out" aria-label={t('exit.leave')}>
          <Exit t={t} />
        </nav>
        <header class="top noprint">
          <div>
            <p class="name">
              <Draw of={mark()} />
              <span data-office="name">{t('page.tagline')}</span>
            </p>
          </div>
          <Draw of={officeCut()} />
          <p class="banner" id="rehearsal" hidden>
            {t('page.rehearsal')}
          </p>
        </header>
        <main id="main" tabIndex={-1}>
          <ScriptNeeded context={context} />
          <Begin context={context} />
          {/* Before the form, as the receipt of a report stands. */}
          <Done context={context} />
          <form id="report" autocomplete="off" novalidate hidden>
            <Steps context={context} />
          </form>
        </main>
        <footer class="foot noprint">
          <div>
            <p class="lead quiet" id="fingerprint" hidden>
              {t.rich('page.fingerprint', { number: () => <b class="num" data-office="fingerprint" /> })}
            </p>
          </div>
        </footer>
      </div>
      <template id="words">{words}</template>
      <template id="directory" />
    </body>
  )
}
