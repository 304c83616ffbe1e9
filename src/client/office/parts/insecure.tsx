import type { VNode } from 'preact'
import { useWords } from '../words.ts'
import { Heading } from './heading.tsx'

/** Refuses where the page was not opened over a secure connection. */
export const InsecureContext = (): VNode => {
  const t = useWords()
  return (
    <main class="pages stack">
      <Heading>{t('unlock.insecure')}</Heading>
      <p class="lead">{t('unlock.insecure.lead')}</p>
    </main>
  )
}
