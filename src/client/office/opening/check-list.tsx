import type { VNode } from 'preact'
import type { CheckPoint } from '../../../contract/office.ts'
import { Draw } from '../../ui/draw/draw.tsx'
import { icons } from '../../ui/draw/icons.ts'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { useWords } from '../words.ts'

/** Whether a point of the check-list is met. */
export const isMet = (point: CheckPoint): boolean => point.have >= point.needed

/** What an office needs before it may open, with its present state. */
export const CheckList = ({ points }: { points: readonly CheckPoint[] }): VNode => {
  const t = useWords()
  const people = useCell(useDesk().book)?.people ?? []
  const names = (members: readonly string[]): string =>
    t.list(people.filter(({ id }) => members.includes(id)).map(({ label }) => label))
  return (
    <ul class="checklist">
      {points.map((point) => (
        <li key={point.point} class={isMet(point) ? 'registry' : 'ochre'}>
          <Draw of={isMet(point) ? icons.tick : icons.alert} />
          <span>
            <b>{isMet(point) ? t('opening.met') : t('opening.open-point')}</b>{' '}
            {t(`opening.point.${point.point}`, { needed: point.needed, have: point.have })}
            {point.members.length > 0 && <small>{t('opening.who', { names: names(point.members) })}</small>}
          </span>
        </li>
      ))}
    </ul>
  )
}
