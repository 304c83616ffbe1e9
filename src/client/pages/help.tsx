import type { VNode } from 'preact'
import { href } from '../ui/href.ts'
import type { PageContext } from './page.ts'
import { DangerNumbers } from './parts/danger.tsx'
import { textPage } from './parts/text-page.tsx'

const Rest = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <>
      <Danger context={context} />
      <section class="stack">
        <h2>{t('help.office.title')}</h2>
        <p>{t('help.office.text')}</p>
        <p class="lines" data-office="contacts">
          {t('help.office.none')}
        </p>
        <p>{t('help.office.warning')}</p>
      </section>
      {(['files', 'outside'] as const).map((part) => (
        <section class="stack" key={part}>
          <h2>{t(`help.${part}.title`)}</h2>
          <p>{t(`help.${part}.text`)}</p>
        </section>
      ))}
      <WithoutScript context={context} />
    </>
  )
}

/** The other ways: emergency numbers first, then the office, then people outside. */
export const helpPage = textPage('help', { title: 'help.title', heading: 'help.heading', lead: 'help.lead' }, Rest)

const Danger = ({ context }: { context: PageContext }): VNode => (
  <section class="stack" id="danger">
    <h2>{context.t('help.danger.title')}</h2>
    <DangerNumbers context={context} />
  </section>
)

/** What helps without a script: what to change, and the form that is saved as a file. */
const WithoutScript = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  const link = (words: (VNode | string)[]) => (
    <a key="envelope" href={href(context, 'envelope')}>
      {words}
    </a>
  )
  return (
    <section class="stack" id="script">
      <h2>{t('help.script.title')}</h2>
      <p>{t('help.script.text')}</p>
      <ul class="dashed">
        <li>{t('help.script.tor')}</li>
        <li>{t('help.script.other')}</li>
        <li>{t.rich('help.script.file', { link })}</li>
      </ul>
    </section>
  )
}
