import { known } from '../../../domain/pack/rules.ts'
import { timing } from '../../../domain/procedure/timing.ts'
import { h } from '../../ui/dom.ts'
import { inWords, labelIn, type View } from './view.ts'

/** Where the request stands, in the words of its rules, and whom it waits for now. */
export const placeNodes = (view: View): Node[] => {
  const { t, setting, progress } = view
  const { state, since } = progress.at.main
  const { label, help } = known(setting.rules.states, state)
  return [
    h('h2', {}, t('case.place.title')),
    h('p', { class: 'lead' }, h('b', {}, inWords(view, label)), ' ', t('case.place.since', { day: since })),
    h('p', {}, inWords(view, help)),
    ...waitWords(view).map((words) => h('p', {}, words)),
  ]
}

/** The same in lines of text. */
export const placeLines = (view: View): string[] => {
  const { t, setting, progress } = view
  const { state, since } = progress.at.main
  const { label, help } = known(setting.rules.states, state)
  const place = `${inWords(view, label)} (${t('case.place.since', { day: since })}). ${inWords(view, help)}`
  return [place, ...waitWords(view), '']
}

/** Whom the procedure waits for, and until when. */
const waitWords = (view: View): string[] => {
  const { t, setting, progress, today } = view
  const { waits_for, limit } = known(setting.rules.states, progress.at.main.state)
  if (waits_for === null) return []
  const last = limit === null ? null : (timing(setting, progress, limit, today)?.last ?? null)
  if (waits_for === 'reporter') return [last === null ? t('case.place.you') : t('case.place.you.until', { day: last })]
  const who = labelIn(view, setting.rules.pack.parties, waits_for)
  return [last === null ? t('case.place.waits', { who }) : t('case.place.waits.until', { who, day: last })]
}
