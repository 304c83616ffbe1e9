import type { VNode } from 'preact'
import { Draw } from '../../ui/draw/draw.tsx'
import { dots } from '../../ui/draw/icons.ts'
import { href } from '../../ui/href.ts'
import type { Page, PageContext } from '../page.ts'
import { MainButton } from '../parts/buttons.tsx'
import { Layout } from '../parts/layout.tsx'
import { Margin, Note, Sentences } from '../parts/sheet.tsx'

/** Where the form that works without a network is saved: with the office's directory in it by the script, or beside it without. */
export const envelopePage: Page = {
  path: 'envelope',
  side: 'reporter',
  script: 'reporter/envelope.ts',
  styles: ['ui/reporter.css'],
  render: (context): VNode => {
    const { t } = context
    return (
      <Layout context={context} title={t('envelope.title')}>
        <div class="sheet">
          <div class="body">
            <h1>{t('envelope.heading')}</h1>
            <p class="lead">{t('envelope.lead')}</p>
          </div>
          <Margin label={t('page.notes')}>
            <Note title={t('envelope.limits.title')}>
              <Sentences of={[t('envelope.limits.seen'), t('envelope.limits.files'), t('envelope.limits.name')]} />
              <p>{t.rich('envelope.limits.protection', { link: linkTo(context, 'request') })}</p>
            </Note>
          </Margin>
          <div class="body">
            <section class="stack">
              <h2>{t('envelope.when.title')}</h2>
              <ul class="dashed">
                {(['network', 'script', 'carried'] as const).map((when) => (
                  <li key={when}>{t(`envelope.when.${when}`)}</li>
                ))}
              </ul>
            </section>
            <How context={context} />
            <section class="stack" id="envelope-make" hidden>
              <h2>{t('envelope.save')}</h2>
              <p>{t('envelope.save.text')}</p>
              <div class="errors" id="envelope-errors" role="alert" tabIndex={-1} hidden />
              <div class="acts">
                <MainButton id="envelope-save">{t('envelope.save')}</MainButton>
              </div>
              <p id="envelope-status" role="status" />
            </section>
            <Plain context={context} />
          </div>
        </div>
      </Layout>
    )
  },
}

const linkTo = (context: PageContext, path: string) => (words: (VNode | string)[]) => (
  <a key={path} href={href(context, path)}>
    {words}
  </a>
)

const How = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  const steps = [
    t('envelope.how.save'),
    t('envelope.how.write'),
    t.rich('envelope.how.hand-in', { link: linkTo(context, 'hand-in') }),
    t.rich('envelope.how.return', { link: linkTo(context, 'case') }),
  ]
  return (
    <section>
      <h2>{t('envelope.how.title')}</h2>
      <ol class="spine">
        {steps.map((step, index) => (
          <li key={index}>
            <Draw of={dots.open} />
            <div>
              <span class="when">{t.number(index + 1)}</span>
              {step}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Two plain links, which need no script: the form, and what the form asks for when it is opened. */
const Plain = ({ context }: { context: PageContext }): VNode => {
  const { t, language } = context
  return (
    <section class="stack">
      <h2>{t('envelope.plain.title')}</h2>
      <p>{t('envelope.plain.text')}</p>
      <ul class="dashed">
        <li>
          <a href={`/forms/${language.tag}.html`} download="form.html">
            {t('envelope.plain.form')}
          </a>
        </li>
        <li>
          <a href="/api/directory" download="list.json">
            {t('envelope.plain.directory')}
          </a>
        </li>
      </ul>
      <p>{t('envelope.plain.safest')}</p>
    </section>
  )
}
