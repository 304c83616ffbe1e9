import type { VNode } from 'preact'
import type { PageContext } from './page.ts'
import { textPage } from './parts/text-page.tsx'

const SEES = ['days', 'sizes', 'count', 'files', 'readers', 'opened', 'key', 'keys', 'visits'] as const
const NEVER = ['words', 'kind', 'key'] as const
const DROPS = ['address', 'browser', 'cookies'] as const
const LIMITS = ['network', 'exit', 'script', 'platform', 'officer', 'words'] as const

const Rest = ({ context }: { context: PageContext }): VNode => {
  const { t } = context
  return (
    <>
      <Part context={context} title="privacy.sees.title" rows={SEES.map((row) => t(`privacy.sees.${row}`))} />
      <Part context={context} title="privacy.never.title" rows={NEVER.map((row) => t(`privacy.never.${row}`))} />
      <Part context={context} title="privacy.drops.title" rows={DROPS.map((row) => t(`privacy.drops.${row}`))} />
      <Part context={context} title="privacy.limits.title" rows={LIMITS.map((row) => t(`privacy.limits.${row}`))} />
      <section class="stack">
        <h2>{t('privacy.fingerprint.title')}</h2>
        <p>{t('privacy.fingerprint.text')}</p>
      </section>
    </>
  )
}

/** What the service can see, keeps, never sees, and what nobody should promise. Kept true by THREAT_MODEL.md. */
export const privacyPage = textPage(
  'privacy',
  { title: 'privacy.title', heading: 'privacy.heading', lead: 'privacy.lead' },
  Rest,
)

type Title = `privacy.${'sees' | 'never' | 'drops' | 'limits'}.title`

const Part = ({ context, title, rows }: { context: PageContext; title: Title; rows: readonly string[] }): VNode => (
  <section class="stack">
    <h2>{context.t(title)}</h2>
    <ul class="dashed">
      {rows.map((row) => (
        <li key={row}>{row}</li>
      ))}
    </ul>
  </section>
)
