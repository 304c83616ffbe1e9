import type { Day } from '../../domain/days.ts'
import type { Owed, Story } from '../../domain/story.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { h, svg } from '../ui/dom.ts'
import { type Clock, clockLine, clockState } from '../ui/draw/clock.ts'
import { icons } from '../ui/draw/icons.ts'
import { clockOf, type Headline } from './case-state.ts'

/** The clock of what is owed next, what happens if it is late, and the promises that were kept or broken before. */
export const clockSection = (t: ReporterTranslate, story: Story, headline: Headline, today: Day): Node[] => [
  ...('owed' in headline ? running(t, headline.owed, headline.by, today) : []),
  ...story.owed.flatMap((owed) => (owed.kept === null ? [] : [kept(t, owed, owed.kept)])),
]

const running = (t: ReporterTranslate, owed: Owed, by: Day, today: Day): Node[] => {
  const clock = clockOf(owed, by, today)
  const late = clockState(clock) === 'late'
  const firm = owed.limit > by ? [h('p', { class: 'quiet' }, t('case.clock.limit', { day: owed.limit }))] : []
  return [
    h(
      'div',
      { class: late ? 'clock late' : 'clock' },
      h('b', {}, clockWords(t, clock)),
      svg(clockLine(clock)),
      h('span', {}, t('case.clock.started', { day: owed.from })),
      h('span', {}, t(late ? 'case.clock.was-due' : 'case.clock.due', { day: by })),
    ),
    ...(late ? [] : [...firm, h('p', { class: 'quiet' }, t('case.clock.if-late'))]),
  ]
}

const clockWords = (t: ReporterTranslate, { days, gone }: Clock): string =>
  gone > days ? t('case.clock.late', { days: gone - days }) : t('case.clock.day', { of: days, left: days - gone })

const kept = (t: ReporterTranslate, { what, due, limit }: Owed, day: Day): HTMLElement =>
  day > limit
    ? h('p', { class: 'box warn' }, t('case.kept.late', { day, due: limit }))
    : h('p', { class: 'box kept done' }, svg(icons.tick), h('span', {}, t(`case.kept.${what}`, { day, due })))
