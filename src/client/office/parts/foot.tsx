import type { VNode } from 'preact'
import { daysBetween } from '../../../domain/days.ts'
import { Draw } from '../../ui/draw/draw.tsx'
import { mark } from '../../ui/draw/mark.ts'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { useWords } from '../words.ts'

/** Days after which the newest mark is called old (PROTOCOL 4.6). */
const OLD_MARK_DAYS = 14

/** The quiet line at the foot: what was verified in this page. */
export const Foot = (): VNode | null => {
  const t = useWords()
  const desk = useDesk()
  const book = useCell(desk.book)
  const office = useCell(desk.office)
  if (book === null || office === null) return null
  const age = book.newestMark === null ? null : daysBetween(book.newestMark, office.day)
  return (
    <footer class="verify">
      <span>
        <Draw of={mark('whole', 'small')} />
        {t('foot.directory', { head: book.head.slice(0, 8) })}
      </span>
      <span>{t('foot.fingerprint', { digits: book.digits.slice(0, 2).join(' ') })}</span>
      <span class={age === null || age > OLD_MARK_DAYS ? 'ochre' : undefined}>
        {age === null ? t('foot.unmarked') : t('foot.marked', { days: age })}
      </span>
    </footer>
  )
}
