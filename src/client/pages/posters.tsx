import type { ComponentChildren, VNode } from 'preact'
import type { Page, PageContext } from './page.ts'
import { Layout } from './parts/layout.tsx'

/** As many as an A4 sheet has room for, at the size of a bank card. */
const CARDS = Array.from({ length: 10 }, (_, index) => index)

/** Posters and cards with which people find the service, for whoever wants to print them. */
export const postersPage: Page = {
  path: 'posters',
  side: 'reporter',
  script: 'reporter/posters.ts',
  styles: ['ui/reporter.css', 'ui/posters.css'],
  render: (context): VNode => {
    const { t } = context
    return (
      <Layout context={context} title={t('posters.title')}>
        <div class="sheet noprint">
          <div class="body">
            <h1>{t('posters.heading')}</h1>
            <p class="lead">{t('posters.lead')}</p>
            <p>{t('posters.where')}</p>
            <p class="box" id="no-office" hidden>
              {t('posters.none')}
            </p>
          </div>
        </div>
        <div id="posters" hidden>
          <Print of="poster" heading={t('posters.poster')} print={t('posters.print.poster')}>
            <Poster context={context} />
          </Print>
          <Print of="cards" heading={t('posters.cards')} print={t('posters.print.cards')}>
            <div class="cards">
              {CARDS.map((index) => (
                <Card context={context} key={index} />
              ))}
            </div>
          </Print>
        </div>
      </Layout>
    )
  },
}

const Print = (props: {
  of: 'poster' | 'cards'
  heading: string
  print: string
  children: ComponentChildren
}): VNode => (
  <section class="to-print" data-of={props.of}>
    <div class="to-print-head noprint">
      <h2>{props.heading}</h2>
      <button type="button" class="btn two" data-print={props.of}>
        {props.print}
      </button>
    </div>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a telephone, it is scrolled by keys where there is no pointer. */}
    <section class="preview" aria-label={props.heading} tabIndex={0}>
      {props.children}
    </section>
  </section>
)

const Poster = ({ context: { t } }: { context: PageContext }): VNode => (
  <div class="poster">
    <p class="poster-office" data-office="name" />
    <p class="poster-claim">{t('poster.claim')}</p>
    <p class="poster-offer">{t('poster.offer')}</p>
    <div class="poster-way">
      <Code />
      <div>
        <p class="poster-address">
          <bdi dir="ltr" data-office="address" />
        </p>
        <p>{t('poster.device')}</p>
        <p>{t('poster.emergency')}</p>
      </div>
    </div>
    <ul class="poster-facts">
      <li>{t('poster.sealed')}</li>
      <li>{t('poster.protected')}</li>
      <li>{t('poster.key')}</li>
    </ul>
    <OfficeNumber label={t('poster.number')} />
  </div>
)

const Card = ({ context: { t } }: { context: PageContext }): VNode => (
  <div class="card">
    <Code />
    <div>
      <p class="card-claim">{t('poster.offer')}</p>
      <p class="poster-address">
        <bdi dir="ltr" data-office="address" />
      </p>
      <p>{t('poster.device')}</p>
      <OfficeNumber label={t('poster.number.card')} />
    </div>
  </div>
)

/** Where the script draws the code; the address beside it says the same. */
const Code = (): VNode => <div class="poster-code" data-code />

const OfficeNumber = ({ label }: { label: string }): VNode => (
  <p class="poster-number">
    {label} <bdi dir="ltr" class="num" data-office="fingerprint" />
  </p>
)
