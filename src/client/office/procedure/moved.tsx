import type { VNode } from 'preact'
import { expectedSchedule, isMovedAgainstPack } from '../../../domain/procedure/schedule.ts'
import type { Progress, Setting } from '../../../domain/procedure/step.ts'
import type { OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'

/** Said when the day on which the case would open to the substitute stands later than the rules allow. */
export const Moved = (props: { file: OpenedFile; setting: Setting; progress: Progress }): VNode | null => {
  const { file, setting, progress } = props
  const t = useWords()
  const expected = expectedSchedule(setting, progress)
  if (file.closed || expected.release === null || !isMovedAgainstPack(expected, file)) return null
  return (
    <p class="box warn">
      {file.release === null
        ? t('limit.gone', { day: expected.release })
        : t('limit.moved', { stands: file.release, day: expected.release })}
    </p>
  )
}
