import type { VNode } from 'preact'
import type { Act } from '../../../domain/acts.ts'
import type { Day } from '../../../domain/days.ts'
import type { Act as Standing } from '../../../domain/procedure/acts.ts'
import { actNumber, actRows, actTitle } from '../../ui/act-words.ts'
import type { EvidenceRow } from '../evidence/rows.ts'
import { useWords } from '../words.ts'

interface ListProps {
  /** By their names in the procedure. */
  readonly acts: ReadonlyMap<string, Act>
  readonly standing: ReadonlyMap<string, Standing>
  /** The day of the request; an act that was put before the office later says so. */
  readonly received: Day | undefined
  /** The files of the case; those that show an act are named with it. */
  readonly files: readonly EvidenceRow[]
}

/** The acts as the requester gave them, with the request or later, each with what is known of it. */
export const ActList = ({ acts, standing, received, files }: ListProps): VNode => {
  const t = useWords()
  const rowsOf = (id: string, act: Act): readonly (readonly [string, string])[] => {
    const filed = standing.get(id)?.filed
    const added = filed === undefined || filed === received ? [] : [[t('file.act.added'), t.day(filed)] as const]
    const names = files.filter(({ evidence }) => evidence.act === id).map(({ name }) => name)
    const shown = names.length === 0 ? [] : [[t('files.title'), t.list(names)] as const]
    return [...actRows(t, act), ...added, ...shown]
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
