import type { Ref, VNode } from 'preact'
import { useWords } from '../words.ts'
import { inView, type View, views } from './filter.ts'
import type { InboxRow } from './row.ts'

interface ToolsProps {
  readonly rows: readonly InboxRow[]
  readonly seen: Parameters<typeof inView>[2]
  readonly view: View
  readonly onView: (view: View) => void
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly search: Ref<HTMLInputElement>
}

/** Which cases to show, and a search that never leaves this device. */
export const Tools = ({ rows, seen, view, onView, typed, onType, search }: ToolsProps): VNode => {
  const t = useWords()
  return (
    <div class="tools noprint">
      <fieldset class="views" aria-label={t('inbox.views')}>
        {views.map((name) => (
          <button key={name} type="button" aria-pressed={name === view} onClick={() => onView(name)}>
            {t(`inbox.view.${name}`, { count: inView(rows, name, seen).length })}
          </button>
        ))}
      </fieldset>
      <input
        ref={search}
        class="in"
        type="search"
        autocomplete="off"
        aria-label={t('inbox.search')}
        placeholder={t('inbox.search')}
        value={typed}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      <span class="keys quiet" aria-hidden="true">
        <kbd>/</kbd> {t('inbox.key.search')} <kbd>J</kbd> <kbd>K</kbd> {t('inbox.key.move')} <kbd>Enter</kbd>{' '}
        {t('inbox.key.open')}
      </span>
    </div>
  )
}
