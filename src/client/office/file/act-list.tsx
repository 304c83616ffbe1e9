import type { VNode } from 'preact'
import type { Act } from '../../../domain/acts.ts'
import type { Day } from '../../../domain/days.ts'
import type { Act as Standing } from '../../../domain/procedure/acts.ts'
import { actNumber, actRows, actTitle } from '../../ui/act-words.ts'
import { useWords } from '../words.ts'

interface ListProps {
  /** By their names in the procedure. */
  readonly acts: ReadonlyMap<string, Act>
  readonly standing: ReadonlyMap<string, Standing>
  /** The day of the request; an act that was put before the office later says so. */
  readonly received: Day | undefined
}

/** The acts as the requester gave them, with the request or later, each with what is known of it. */
export const ActList = ({ acts, standing, received }: ListProps): VNode => {
  const t = useWords()
  const rowsOf = (id: string, act: Act): readonly (readonly [string, string])[] => {
    const filed = standing.get(id)?.filed
    const added = filed === undefined || filed === received ? [] : [[t('file.act.added'), t.day(filed)] as const]
    return [...actRows(t, act), ...added]
  }
  return (
    <ol class="act-list">
      {[...acts].map(([id, act]) => (
        <li key={id}>
          <b>{actTitle(t, act, actNumber(id) ?? 0)}</b>
          <ul>
            {rowsOf(id, act).map(([label, value]) => (
              <li key={label} class="lines" dir="auto">
                <span class="quiet">{t('act.labelled', { label })}</span> {value}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
