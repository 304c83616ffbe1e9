import type { VNode } from 'preact'
import type { Course } from '../../../domain/acts.ts'
import { courseSentence, daysWords } from '../../ui/course-rows.ts'
import { daysDrawing } from '../../ui/draw/days.ts'
import { Draw } from '../../ui/draw/draw.tsx'
import { useWords } from '../words.ts'

/** The days from the protected activity to each act: a sentence, and on wide screens the drawing. */
export const DaysBetween = ({ course }: { course: Course }): VNode => {
  const t = useWords()
  return (
    <>
      <p>{courseSentence(t, course)}</p>
      <figure class="wide-only">
        <Draw of={daysDrawing(course, daysWords(t))} />
      </figure>
    </>
  )
}
