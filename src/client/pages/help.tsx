import type { VNode } from 'preact'
import type { PageContext } from './page.ts'
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
      {(['files', 'outside', 'script'] as const).map((part) => (
        <section class="stack" key={part}>
          <h2>{t(`help.${part}.title`)}</h2>
          <p>{t(`help.${part}.text`)}</p>
        </section>
      ))}
    </>
  )
}

/** The other ways: emergency numbers first, then the office, then people outside. */
export const helpPage = textPage('help', { title: 'help.title', heading: 'help.heading', lead: 'help.lead' }, Rest)

const Danger = ({ context: { t } }: { context: PageContext }): VNode => (
  <section class="stack" id="danger">
    <h2>{t('help.danger.title')}</h2>
    <p>{t('help.danger.text')}</p>
    <ul class="dashed">
      {(['europe', 'america', 'other'] as const).map((where) => (
        <li key={where}>{t.rich(`help.danger.${where}`, { b: (words) => <b>{words}</b> })}</li>
      ))}
    </ul>
    <p class="lines" data-office="emergency" hidden />
  </section>
)
