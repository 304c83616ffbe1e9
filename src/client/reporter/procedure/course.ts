import { type Course, courseOf, parseActs } from '../../../domain/acts.ts'
import type { ReporterTranslate } from '../../i18n/translate.ts'
import { actTitle } from '../../ui/act-words.ts'
import { courseSentence } from '../../ui/course-rows.ts'
import { byId, show } from '../../ui/dom.ts'
import { appealLimits, limitWords } from '../appeal-limits.ts'
import type { OpenedCase } from '../opened-case.ts'
import { courseNodes } from '../show-course.ts'

type Request = OpenedCase['report']

const courseIn = ({ activity_when, acts }: Request): Course | null =>
  courseOf(activity_when, parseActs(acts ?? '') ?? [])

/** The notice on appeals, and the days between. */
export const showCourse = (t: ReporterTranslate, { report }: OpenedCase): void => {
  show(byId('case-request'))
  const course = courseIn(report)
  byId('case-course').replaceChildren(...(course === null ? [] : courseNodes(t, course, appealLimits())))
}

/** The same for the file of the case: the notice, and the days between in a sentence. */
export const courseLines = (t: ReporterTranslate, report: Request): string[] => {
  const course = courseIn(report)
  const limits = appealLimits()
  const last = (parseActs(report.acts ?? '') ?? []).map(
    (act, index) => `${actTitle(t, act, index + 1)}. ${limitWords(t, act, limits)}`,
  )
  return [
    `${t('appeal.title')}. ${t('appeal.text')}`,
    ...(last.length === 0 ? [t('appeal.unknown')] : last),
    ...(course === null ? [] : [courseSentence(t, course)]),
    '',
  ]
}
