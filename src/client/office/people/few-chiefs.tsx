import type { VNode } from 'preact'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import type { Person } from '../vault/types.ts'
import { useWords } from '../words.ts'

/** How many chiefs are in standing. */
export const chiefsAmong = (people: readonly Pick<Person, 'role' | 'standing'>[]): number =>
  people.filter(({ role, standing }) => standing && role === 'chief').length

/**
 * What one or two chiefs cannot do once keys are lost: of exactly two, both sign every change (PROTOCOL 4.5), so that
 * neither can help the other, nor anybody else.
 * @param more chiefs that there would be besides those who stand
 */
export const FewChiefs = ({ more = 0 }: { more?: number }): VNode | null => {
  const t = useWords()
  const chiefs = chiefsAmong(useCell(useDesk().book)?.people ?? []) + more
  if (chiefs > 2) return null
  return <p class="box warn">{t(chiefs === 2 ? 'people.chiefs.two' : 'people.chiefs.one')}</p>
}
