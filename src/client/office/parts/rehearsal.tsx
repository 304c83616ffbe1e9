import type { VNode } from 'preact'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { useWords } from '../words.ts'

/** Says on every view that nothing here is real yet, until the office is opened. */
export const Rehearsal = (): VNode | null => {
  const t = useWords()
  const office = useCell(useDesk().office)
  if (office === null || !office.founded || office.open) return null
  return (
    <aside class="banner" aria-label={t('opening.rehearsal')}>
      {t('opening.banner')}
    </aside>
  )
}
