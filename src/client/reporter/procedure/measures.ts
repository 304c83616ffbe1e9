import { known } from '../../../domain/pack/rules.ts'
import { lastOf } from '../../../domain/procedure/history.ts'
import { h } from '../../ui/dom.ts'
import { inWords, labelIn, type View } from './view.ts'

const ASKS = ['request-measures', 'request-urgent-measures']

/** Which measures were asked for last, by their labels. */
const asked = (view: View): readonly string[] =>
  (lastOf(view.progress.history, ASKS)?.facts.measures ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((id) => labelIn(view, view.setting.rules.pack['interim-measures'], id))

/** Where the interim measures stand, beside the main track. */
export const measureNodes = (view: View): Node[] => {
  const [title, ...lines] = measureLines(view)
  return [h('h2', {}, title ?? ''), ...lines.filter(Boolean).map((line) => h('p', {}, line))]
}

/** The same in lines of text. */
export const measureLines = (view: View): string[] => {
  const { t, setting, progress } = view
  const { state, since } = progress.at.measures
  const { label, help } = known(setting.rules.states, state)
  const first = progress.at.measures.from === null
  const what = asked(view)
  return [
    t('case.measures.title'),
    `${inWords(view, label)}${first ? '.' : ` (${t('case.place.since', { day: since })}).`} ${inWords(view, help)}`,
    ...(what.length === 0 || first ? [] : [t('case.measures.asked', { what: t.list(what) })]),
    '',
  ]
}
