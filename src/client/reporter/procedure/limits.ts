import { daysBetween } from '../../../domain/days.ts'
import { expectedSchedule } from '../../../domain/procedure/schedule.ts'
import { type Timing, timings } from '../../../domain/procedure/timing.ts'
import { h, svg } from '../../ui/dom.ts'
import { clockLine, clockState } from '../../ui/draw/clock.ts'
import { inWords, type View } from './view.ts'

/** Whose time it is: the office's, the reporter's own, or that of somebody else. */
type Whose = 'office' | 'yours' | 'others'

const whoseIs = ({ run: { clock } }: Timing): Whose =>
  clock.binds === 'office' ? 'office' : clock.binds === 'reporter' ? 'yours' : 'others'

const isOpen = ({ status }: Timing): boolean => status !== 'kept' && status !== 'missed' && status !== 'dropped'

/** The clocks that run now, the next one first; those of an ended case rest. */
const openClocks = ({ setting, progress, today }: View): readonly Timing[] =>
  timings(setting, progress, today)
    .filter(isOpen)
    .toSorted((a, b) => ((a.last ?? a.start) < (b.last ?? b.start) ? -1 : 1))

/** Every time limit that runs, on a measured line of its own, and those that are over folded away. */
export const limitNodes = (view: View): Node[] => {
  const { t } = view
  const open = openClocks(view)
  return [
    ...(['office', 'yours', 'others'] as const).flatMap((whose) => {
      const own = open.filter((timing) => whoseIs(timing) === whose)
      return own.length === 0 ? [] : [h('h2', {}, t(`case.limits.${whose}`)), ...own.flatMap((one) => row(view, one))]
    }),
    ...over(view),
  ]
}

/** The same in lines of text. */
export const limitLines = (view: View): string[] => {
  const open = openClocks(view).map((timing) => view.t.labelled(nameOf(view, timing), stateWords(view, timing)))
  return open.length === 0 ? [] : [view.t('case.limits.title'), ...open, '']
}

const nameOf = (view: View, { run }: Timing): string => inWords(view, run.clock.label)

const row = (view: View, timing: Timing): Node[] => {
  const { t, today } = view
  const { run, start, last } = timing
  const name = nameOf(view, timing)
  const notes = (run.clock.hard ? hardWords(view) : []).map((words) => h('p', { class: 'quiet' }, words))
  if (timing.status === 'waiting' || last === null)
    return [h('p', {}, h('b', {}, t.labelled(name, stateWords(view, timing)))), ...notes]
  const clock = { days: daysBetween(start, last), gone: Math.max(0, daysBetween(start, today)) }
  return [
    h(
      'div',
      { class: clockState(clock) === 'late' ? 'clock late' : 'clock' },
      h('b', {}, t.labelled(name, stateWords(view, timing))),
      svg(clockLine(clock)),
      h('span', {}, t('case.clock.started', { day: start })),
      h('span', {}, t(clock.gone > clock.days ? 'case.clock.was-due' : 'case.clock.due', { day: last })),
    ),
    ...notes,
  ]
}

/** How a clock stands today, in words that need no drawing. */
const stateWords = ({ t, today }: View, { status, start, last, run }: Timing): string => {
  if (last === null) return t('case.limits.paused')
  if (status === 'waiting')
    return t(run.clock.binds === 'reporter' ? 'case.limits.by-reading' : 'case.limits.waiting', { day: start })
  const left = daysBetween(today, last)
  return left < 0 ? t('case.limits.late', { days: -left, day: last }) : t('case.limits.left', { days: left, day: last })
}

/** What happens when a hard limit passes: the case opens to those who are held back, or nothing but this page says so. */
const hardWords = ({ t, setting, progress, opened: { file } }: View): string[] => {
  if (file.released !== null) return []
  const opens = expectedSchedule(setting, progress).release !== null && file.held.length > 0
  return [opens ? t('case.limits.hard', { names: t.list(file.held.map(({ label }) => label)) }) : t('case.limits.soft')]
}

/** What was kept and what was late before. */
const over = (view: View): Node[] => {
  const { t, setting, progress, today } = view
  const ended = timings(setting, progress, today).filter(({ status }) => status === 'kept' || status === 'missed')
  if (ended.length === 0) return []
  const rows = ended.map((timing) =>
    h(
      'li',
      {},
      t(timing.status === 'kept' ? 'case.limits.kept' : 'case.limits.missed', {
        what: nameOf(view, timing),
        day: timing.run.ended ?? today,
        due: timing.last ?? timing.start,
      }),
    ),
  )
  return [h('details', {}, h('summary', {}, t('case.limits.over')), h('ul', { class: 'dashed' }, ...rows))]
}
