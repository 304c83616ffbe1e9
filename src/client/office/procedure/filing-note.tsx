import type { VNode } from 'preact'
import { daysBetween } from '../../../domain/days.ts'
import { actsOf } from '../../../domain/procedure/acts.ts'
import { filingOf } from '../../../domain/procedure/filing.ts'
import type { Progress, Setting } from '../../../domain/procedure/step.ts'
import { useWords } from '../words.ts'

/** Whether an act came within the time to file. Lateness is for two people to decide, with reasons. */
export const FilingNote = (props: { setting: Setting; progress: Progress; id: string }): VNode | null => {
  const { setting, progress, id } = props
  const t = useWords()
  const act = actsOf(progress.history).get(id)
  if (!act) return null
  const { last, late } = filingOf(setting.rules, progress.history, act)
  if (last === null) return <p class="hint">{t('step.filing.unknown')}</p>
  const days = daysBetween(last, act.filed)
  return <p class="hint">{late ? t('step.filing.late', { last, days }) : t('step.filing.in-time', { last })}</p>
}
