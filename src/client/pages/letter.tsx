import type { VNode } from 'preact'
import { officeCut } from '../ui/draw/cut.ts'
import { Draw } from '../ui/draw/draw.tsx'
import { mark } from '../ui/draw/mark.ts'
import type { LetterContext } from './page.ts'
import { Exit } from './parts/exit.tsx'
import { TextField } from './parts/fields.tsx'

/**
 * The body of the file that a sealed letter travels in. Whoever finds it learns that a letter is in it and nothing else:
 * who sent it, to whom and what it says is drawn by the key. The container stands in the last template.
 */
export const letterBody = ({ t, words }: LetterContext): VNode => (
  <body>
    <div class="page">
      <nav class="out" aria-label={t('exit.leave')}>
        <Exit t={t} />
      </nav>
      <header class="top">
        <div>
          <p class="name">
            <Draw of={mark()} />
            <span id="letter-office" />
          </p>
        </div>
        <Draw of={officeCut()} />
      </header>
      <main>
        {/* What comes of the form stands before it, as the receipt of a report does. */}
        <article class="sheet" id="letter-opened" hidden>
          <div class="body">
            <h1 class="vh" id="letter-title" tabIndex={-1}>
              {t('letter.title.opened')}
            </h1>
            <div class="stack" id="letter-text" />
            <dl class="signed" id="letter-signed" />
            <p class="quiet">{t('letter.proves')}</p>
            <div class="acts noprint">
              <button type="button" class="btn two" id="letter-print">
                {t('letter.print')}
              </button>
            </div>
          </div>
        </article>
        <form id="letter-form" class="noprint" autocomplete="off" novalidate>
          <section class="sheet" id="letter-enter" hidden>
            <div class="body">
              <h1>{t('letter.title')}</h1>
              <p class="lead">{t('letter.lead')}</p>
              <div class="asked">
                <div class="errors" id="letter-errors" role="alert" tabIndex={-1} hidden />
                <TextField field="key" label={t('letter.key')} hint={t('letter.key.hint')} rows={4} />
                <div class="acts">
                  <button type="submit" class="btn">
                    {t('letter.open')}
                  </button>
                </div>
                <p class="quiet">{t('letter.stays')}</p>
              </div>
            </div>
          </section>
        </form>
        <noscript>
          <section class="sheet">
            <div class="body">
              <h1>{t('letter.title')}</h1>
              <p class="lead">{t('letter.script')}</p>
            </div>
          </section>
        </noscript>
      </main>
    </div>
    <template id="words">{words}</template>
    <template id="container" />
  </body>
)
