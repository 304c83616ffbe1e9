import { verdictLabel } from '../../../domain/pack/words.ts'
import { actDetails } from '../../../domain/procedure/act-details.ts'
import { actsOf, type Act as Standing } from '../../../domain/procedure/acts.ts'
import { filingOf } from '../../../domain/procedure/filing.ts'
import { actKind, actNumber } from '../../ui/act-words.ts'
import { h } from '../../ui/dom.ts'
import type { View } from './view.ts'

/** An act by its number and kind; by its name alone where nobody said what it is. */
export const actName = ({ t, opened, progress }: View, id: string): string => {
  const act = actDetails(opened.report.acts, progress.history).get(id)
  return t('act.title', { number: actNumber(id) ?? 0, what: act === undefined ? t('act.untyped') : actKind(t, act) })
}

/** What was decided on each act so far. */
export const actNodes = (view: View): Node[] => {
  const acts = [...actsOf(view.progress.history).values()]
  if (acts.length === 0) return []
  const rows = acts.map((act) =>
    h('li', {}, h('b', {}, actName(view, act.id)), ...actWords(view, act).map((words) => h('p', {}, words))),
  )
  return [h('h2', {}, view.t('case.acts.title')), h('ol', { class: 'dashed' }, ...rows)]
}

/** The same in lines of text. */
export const actLines = (view: View): string[] => {
  const acts = [...actsOf(view.progress.history).values()]
  if (acts.length === 0) return []
  return [
    view.t('case.acts.title'),
    ...acts.map((act) => [actName(view, act.id), ...actWords(view, act)].join(' ')),
    '',
  ]
}

/** The verdict, when it was given, and whether the act came late: that is the office's to decide, never the page's. */
const actWords = ({ t, setting, progress }: View, act: Standing): string[] => {
  const { late, last } = filingOf(setting.rules, progress.history, act)
  const judged = progress.history.find(({ sequence }) => sequence === act.judged)
  const verdict = verdictLabel(setting.rules.pack, act.verdict, t.language.tag)
  return [
    act.verdict === 'open' || judged === undefined ? verdict : t('case.acts.decided', { verdict, day: judged.day }),
    ...(late && last !== null && act.verdict === 'open' ? [t('case.acts.late', { day: last })] : []),
  ]
}
