import type { VNode } from 'preact'
import { type Day, daysBetween } from '../../../domain/days.ts'
import { useCell } from '../cell.ts'
import { type Desk, useDesk } from '../desk/desk.ts'
import type { Own } from '../desk/own.ts'
import type { Book } from '../vault/types.ts'
import { useWords } from '../words.ts'

/** Days after which nobody having looked at the directory is worth a warning (PROTOCOL 4.6). */
const OLD_MARK_DAYS = 14

type Warning = 'entered-by-kit' | 'no-kit' | 'suspect' | 'old-mark'

/** What this person should set right, from what is known at sign-in. */
export const warningsFor = (
  by: 'passkey' | 'kit',
  own: Own | null,
  book: Book | null,
  today: Day | null,
): Warning[] => {
  const ready = own?.credentials.filter(({ state }) => state === 'ready').length ?? 0
  const age = book?.newestMark && today ? daysBetween(book.newestMark, today) : 0
  return [
    ...(by === 'kit' ? (['entered-by-kit'] as const) : []),
    ...(own && own.kit === null && ready < 2 ? (['no-kit'] as const) : []),
    ...(own?.credentials.some(({ state }) => state === 'suspect') ? (['suspect'] as const) : []),
    ...(age > OLD_MARK_DAYS ? (['old-mark'] as const) : []),
  ]
}

/** The warnings of who is signed in, above whatever view is shown. */
export const Warnings = (): VNode | null => {
  const t = useWords()
  const desk: Desk = useDesk()
  const me = useCell(desk.me)
  const own = useCell(desk.own)
  const book = useCell(desk.book)
  const office = useCell(desk.office)
  const warnings = me === null ? [] : warningsFor(me.by, own, book, office?.day ?? null)
  if (warnings.length === 0) return null
  return (
    <section class="warnings noprint" aria-label={t('warn.label')}>
      {warnings.map((warning) => (
        <p key={warning} class="box warn">
          {t(`warn.${warning}`)} {warning !== 'old-mark' && <a href="#keys">{t('warn.keys')}</a>}
        </p>
      ))}
    </section>
  )
}
