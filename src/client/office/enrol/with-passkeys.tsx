import type { ComponentChildren, VNode } from 'preact'
import { Heading } from '../parts/heading.tsx'
import { passkeysPossible } from '../passkey/possible.ts'
import { useLoaded } from '../use-loaded.ts'
import { useWords } from '../words.ts'

/** What ends in a passkey. Where the browser can make none, that is said before anything is filled in. */
export const WithPasskeys = ({ children }: { children: ComponentChildren }): VNode => {
  const t = useWords()
  const { value: possible } = useLoaded(passkeysPossible)
  if (possible === null) return <main />
  if (possible) return <>{children}</>
  return (
    <main class="sheet stack">
      <Heading>{t('enrol.unable')}</Heading>
      <p class="lead">{t('enrol.unable.lead')}</p>
    </main>
  )
}
