import type { Act, Course, DatedAct } from '../../domain/acts.ts'
import type { Day } from '../../domain/days.ts'
import { daysBetween } from '../../domain/days.ts'
import { actTitle, type Say } from './act-words.ts'
import type { DaysWords } from './draw/days.ts'

type CourseKey =
  | Parameters<Parameters<typeof actTitle>[0]>[0]
  | 'course.activity'
  | 'course.days'
  | 'course.after'
  | 'course.before'
  | 'course.act'

/** A point of the list that says what the drawing shows: the protected activity, or an act with the days since. */
export interface CourseRow {
  readonly day: Day
  readonly title: string
  readonly text: string
  readonly act: Act | null
  /** Days to the point before it; 0 for the first. */
  readonly gap: number
}

/** How far an act lies from the protected activity. */
const sinceWords = (t: Say<CourseKey>, { since }: DatedAct): string =>
  since < 0 ? t('course.before', { days: -since }) : t('course.after', { days: since })

/** The protected activity and the acts in the order of their days. */
export const courseRows = (t: Say<CourseKey>, { from, acts }: Course): readonly CourseRow[] => {
  const activity = { day: from, title: t('course.activity'), text: '', act: null }
  const points = acts.map((dated) => ({
    day: dated.day,
    title: actTitle(t, dated.act, dated.number),
    text: sinceWords(t, dated),
    act: dated.act,
  }))
  const all = [...points.filter(({ day }) => day < from), activity, ...points.filter(({ day }) => day >= from)]
  return all.map((point, index) => ({ ...point, gap: daysBetween(all[index - 1]?.day ?? point.day, point.day) }))
}

/** The sentence that says what the drawing shows. */
export const courseSentence = (t: Say<CourseKey>, { acts }: Course): string =>
  acts.map((dated) => t('course.act', { number: dated.number, since: sinceWords(t, dated) })).join(' ')

/** The words in the drawing itself. */
export const daysWords = (t: Say<CourseKey>): DaysWords => ({
  days: (days) => t('course.days', { days }),
  month: (day) => t.day(day, 'month'),
})
