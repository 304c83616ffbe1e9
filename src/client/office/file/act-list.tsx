import type { VNode } from 'preact'
import type { Act } from '../../../domain/acts.ts'
import { actRows, actTitle } from '../../ui/act-words.ts'
import { useWords } from '../words.ts'

/** The acts as the requester gave them, each with what is known of it. */
export const ActList = ({ acts }: { acts: readonly Act[] }): VNode => {
  const t = useWords()
  return (
    <ol class="act-list">
      {acts.map((act, index) => {
        const title = actTitle(t, act, index + 1)
        return (
          <li key={title}>
            <b>{title}</b>
            <ul>
              {actRows(t, act).map(([label, value]) => (
                <li key={label} class="lines" dir="auto">
                  <span class="quiet">{t('act.labelled', { label })}</span> {value}
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ol>
  )
}
