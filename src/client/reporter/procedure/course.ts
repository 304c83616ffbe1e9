import { type Act, type Course, courseOf } from '../../../domain/acts.ts'
import { actDetails } from '../../../domain/procedure/act-details.ts'
import { actTitle } from '../../ui/act-words.ts'
import { courseSentence } from '../../ui/course-rows.ts'
import { appealLimits, limitWords } from '../appeal-limits.ts'
import { courseNodes } from '../show-course.ts'
import type { View } from './view.ts'

/** The acts of the request and those added since. */
const actsIn = ({ opened: { report }, progress }: View): readonly Act[] => [
  ...actDetails(report.acts, progress.history).values(),
]

const courseIn = (view: View): Course | null => courseOf(view.opened.report.activity_when, actsIn(view))

/** The days between speaking up and each act, drawn. */
export const courseOfRequest = (view: View): Node[] => {
  const course = courseIn(view)
  return course === null ? [] : courseNodes(view.t, course, appealLimits())
}

/** The same for the file of the case: the notice on appeals, and the days between in a sentence. */
export const courseLines = (view: View): string[] => {
  const { t } = view
  const course = courseIn(view)
  const limits = appealLimits()
  const last = actsIn(view).map((act, index) => `${actTitle(t, act, index + 1)}. ${limitWords(t, act, limits)}`)
  return [
    `${t('appeal.title')}. ${t('appeal.text')}`,
    ...(last.length === 0 ? [t('appeal.unknown')] : last),
    ...(course === null ? [] : [courseSentence(t, course)]),
    '',
  ]
}
