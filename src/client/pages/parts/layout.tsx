import type { ComponentChildren, VNode } from 'preact'
import { languages } from '../../i18n/languages.ts'
import { officeCut } from '../../ui/draw/cut.ts'
import { Draw } from '../../ui/draw/draw.tsx'
import { mark } from '../../ui/draw/mark.ts'
import { NEUTRAL_EXIT } from '../../ui/exit-address.ts'
import { href } from '../../ui/href.ts'
import type { PageContext, SiteContext } from '../page.ts'
import { Document } from './document.tsx'
import { Exit } from './exit.tsx'

/** A page of the reporter's side: the exit first of all, then the skip link, the head, the page itself and the foot. */
export const Layout = (props: {
  context: SiteContext
  title: string
  labels?: boolean
  children: ComponentChildren
}): VNode => {
  const { t } = props.context
  return (
    <Document context={props.context} title={props.title} labels={props.labels}>
      <div class="page">
        <nav class="out" aria-label={t('exit.leave')}>
          <Exit t={t} to={NEUTRAL_EXIT} />
          <a class="skip" href="#main">
            {t('page.skip')}
          </a>
        </nav>
        <Head context={props.context} />
        <main id="main" tabIndex={-1}>
          {props.children}
        </main>
        <Foot context={props.context} />
      </div>
    </Document>
  )
}

const Head = ({ context }: { context: PageContext }): VNode => (
  <header class="top noprint">
    <div>
      <a class="name" href={href(context, '')}>
        <Draw of={mark()} />
        <span>
          Goodfaith
          <small data-office="name">{context.t('page.tagline')}</small>
        </span>
      </a>
      <Tongues context={context} />
    </div>
    <Draw of={officeCut()} />
    <p class="banner" id="rehearsal" hidden>
      {context.t('page.rehearsal')}
    </p>
  </header>
)

/** The links to this same page in the other languages, each written in its own. */
const Tongues = ({ context }: { context: PageContext }): VNode => (
  <nav class="tongues" aria-label={context.t('page.languages')}>
    {languages.map((language) =>
      language.tag === context.language.tag ? (
        <b key={language.tag} aria-current="true">
          {language.name}
        </b>
      ) : (
        <a key={language.tag} href={href({ language }, context.path)} lang={language.tag} hreflang={language.tag}>
          {language.name}
        </a>
      ),
    )}
  </nav>
)

const Foot = ({ context }: { context: PageContext }): VNode => (
  <footer class="foot">
    <div>
      <p class="lead quiet" id="fingerprint" hidden>
        {context.t.rich('page.fingerprint', { number: () => <b class="num" data-office="fingerprint" /> })}
      </p>
      <ul>
        {(['privacy', 'rules', 'help', 'accessibility'] as const).map((path) => (
          <li key={path}>
            <a href={href(context, path)}>{context.t(`page.to.${path}`)}</a>
          </li>
        ))}
      </ul>
    </div>
  </footer>
)
