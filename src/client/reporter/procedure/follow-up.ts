import { checkIns } from '../../../domain/procedure/check-ins.ts'
import { itemsOf } from '../../../domain/procedure/items.ts'
import { h } from '../../ui/dom.ts'
import { labelIn, type View } from './view.ts'

/** What management promised, one by one, and the check-ins, with what was answered. */
export const followUpNodes = (view: View): Node[] => {
  const { t } = view
  const list = (title: string, lines: readonly string[]): Node[] =>
    lines.length === 0
      ? []
      : [h('h2', {}, title), h('ul', { class: 'dashed' }, ...lines.map((line) => h('li', {}, line)))]
  return [...list(t('case.items.title'), itemLines(view)), ...list(t('case.check-ins.title'), checkInLines(view))]
}

/** The same in lines of text. */
export const followUpLines = (view: View): string[] => {
  const { t } = view
  const list = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [title, ...lines, ''])
  return [...list(t('case.items.title'), itemLines(view)), ...list(t('case.check-ins.title'), checkInLines(view))]
}

const itemLines = ({ t, progress }: View): string[] =>
  [...itemsOf(progress.history).values()].map(({ id, due, reported, answered }) =>
    t(`case.item.${answered ?? reported ?? 'promised'}`, { what: id, day: due }),
  )

/** A check-in that nobody answered is "not reached", never "no change". */
const checkInLines = (view: View): string[] =>
  checkIns(view.setting, view.progress, view.today).map(({ id, due, closes, status }) =>
    view.t(`case.check-in.${status}`, {
      what: labelIn(view, view.setting.rules.pack['check-ins'], id),
      day: due,
      until: closes,
    }),
  )
