import type { VNode } from 'preact'
import { Heading } from '../parts/heading.tsx'
import { useWords } from '../words.ts'

/** What is shown while nobody has founded the office: only the link that the service printed leads on. */
export const NoOffice = (): VNode => {
  const t = useWords()
  return (
    <main class="sheet stack">
      <Heading>{t('unlock.none')}</Heading>
      <p class="lead">{t('unlock.none.lead')}</p>
    </main>
  )
}
