import type { Course } from '../../domain/acts.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { courseRows, courseSentence, daysWords } from '../ui/course-rows.ts'
import { h, svg } from '../ui/dom.ts'
import { daysDrawing } from '../ui/draw/days.ts'
import { gapLine } from '../ui/draw/gap.ts'
import { dots } from '../ui/draw/icons.ts'
import { type AppealLimits, limitWords } from './appeal-limits.ts'

/** The days between as a drawing for wide pages, a sentence, and a list whose gaps are to scale. */
export const courseNodes = (t: ReporterTranslate, course: Course, limits: AppealLimits): Node[] => {
  const rows = courseRows(t, course)
  const longest = Math.max(...rows.map(({ gap }) => gap))
  return [
    h('figure', { class: 'wide-only' }, svg(daysDrawing(course, daysWords(t)))),
    h('p', { class: 'serif' }, courseSentence(t, course)),
    h(
      'ol',
      { class: 'spine' },
      ...rows.flatMap(({ day, title, text, act, gap }) => [
        ...(gap > 0
          ? [h('li', { class: 'between' }, svg(gapLine(gap, longest)), h('b', {}, t('course.days', { days: gap })))]
          : []),
        h(
          'li',
          { class: 'before' },
          svg(act === null ? dots.reporter : dots.act),
          h(
            'div',
            {},
            h('time', { datetime: day }, t.day(day)),
            h('b', {}, title),
            ...[text, ...(act === null || limits.length === 0 ? [] : [limitWords(t, act, limits)])]
              .filter(Boolean)
              .map((words) => h('p', {}, words)),
          ),
        ),
      ]),
    ),
  ]
}
