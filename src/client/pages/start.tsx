import type { VNode } from 'preact'
import { Draw } from '../ui/draw/draw.tsx'
import type { Drawing } from '../ui/draw/drawing.ts'
import { dots } from '../ui/draw/icons.ts'
import { href } from '../ui/href.ts'
import type { Page, PageContext } from './page.ts'
import { Layout } from './parts/layout.tsx'
import { NeedRows } from './parts/need-rows.tsx'
import { Margin, Note, Sentences } from './parts/sheet.tsx'

/** The start page: what somebody can do here, what it costs, who reads it and what is owed in return. */
export const startPage: Page = {
  path: '',
  side: 'reporter',
  script: 'reporter/plain.ts',
  styles: ['ui/reporter.css'],
  render: (context): VNode => {
    const { t } = context
    return (
      <Layout context={context} title={t('start.title')}>
        <div class="sheet">
          <div class="body">
            <h1>{t('start.heading')}</h1>
            <p class="lead">{t('start.lead')}</p>
            <p>
              {t.rich('start.emergency', {
                link: (words) => (
                  <a key="danger" href={`${href(context, 'help')}#danger`}>
                    {words}
                  </a>
                ),
              })}
            </p>
          </div>
          <Margin label={t('start.before.title')}>
            <Note title={t('start.before.title')}>
              <Sentences
                of={[
                  t('start.before.device'),
                  t('start.before.window'),
                  t('start.before.paper'),
                  t('start.before.time'),
                ]}
              />
            </Note>
          </Margin>
          <div class="body">
            <Needs context={context} />
            <section class="stack">
              <h2>{t('start.who.title')}</h2>
              <p>{t('start.who.text')}</p>
            </section>
            <section class="stack">
              <h2>{t('start.limits.title')}</h2>
              <p>{t('start.limits.text')}</p>
              <p>
                <a href={href(context, 'privacy')}>{t('start.limits.more')}</a>
              </p>
            </section>
            <section class="stack">
              <h2>{t('start.other.title')}</h2>
              <p>{t('start.other.text')}</p>
              <p>
                <a href={href(context, 'envelope')}>{t('envelope.heading')}</a>
              </p>
              <p>
                <a href={href(context, 'help')}>{t('page.to.help')}</a>
              </p>
            </section>
            <Owed context={context} />
          </div>
        </div>
      </Layout>
    )
  },
}

const Needs = ({ context }: { context: PageContext }): VNode => (
  <nav aria-labelledby="need">
    <h2 id="need">{context.t('start.need.title')}</h2>
    <p class="quiet">{context.t('start.need.hint')}</p>
    <NeedRows context={context} of={['report', 'protection', 'advice', 'return']} />
  </nav>
)

const OWED: readonly { readonly what: 'now' | 'week' | 'months' | 'late'; readonly dot: Drawing }[] = [
  { what: 'now', dot: dots.office },
  { what: 'week', dot: dots.open },
  { what: 'months', dot: dots.open },
  { what: 'late', dot: dots.signed },
]

const Owed = ({ context: { t } }: { context: PageContext }): VNode => (
  <section>
    <h2>{t('start.owed.title')}</h2>
    <ol class="spine">
      {OWED.map(({ what, dot }) => (
        <li key={what}>
          <Draw of={dot} />
          <div>
            <span class="when">{t(`start.owed.${what}`)}</span>
            {t(`start.owed.${what}.text`)}
          </div>
        </li>
      ))}
    </ol>
  </section>
)
