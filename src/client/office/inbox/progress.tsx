import type { VNode } from 'preact'
import { useWords } from '../words.ts'
import type { InboxState } from './inbox.ts'

/** How far the opening of the summaries is. It is said aloud only at its end, not at every lot. */
export const Progress = ({ state, busy }: { state: InboxState | null; busy: boolean }): VNode => {
  const t = useWords()
  const opened = state?.opened ?? 0
  const total = state?.total ?? 0
  return (
    <>
      {busy && (state === null || opened < total) && (
        <div class="progress">
          <progress max={Math.max(1, total)} value={opened} aria-label={t('inbox.opening')} />
          <span class="quiet">{total === 0 ? t('inbox.opening') : t('inbox.progress', { opened, total })}</span>
        </div>
      )}
      <p class="vh" role="status">
        {!busy && state !== null && t('inbox.ready', { count: total })}
      </p>
    </>
  )
}
