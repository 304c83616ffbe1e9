import { byId, show } from '../../ui/dom.ts'
import type { FilesField } from '../evidence/files-field.ts'
import { actLines, actNodes } from './acts.ts'
import { compareNodes } from './compare.ts'
import { courseLines, courseOfRequest } from './course.ts'
import { followUpLines, followUpNodes } from './follow-up.ts'
import { letterNodes } from './letters.ts'
import { limitLines, limitNodes } from './limits.ts'
import { measureLines, measureNodes } from './measures.ts'
import { movedNodes } from './moved.ts'
import { placeLines, placeNodes } from './place.ts'
import type { Send } from './procedure.ts'
import { stepNodes } from './steps.ts'
import type { View } from './view.ts'

/** Fills the places that the page of a case keeps for a request. */
export const showRequest = (view: View, send: Send, actFiles: FilesField): void => {
  const { broken, me } = view.opened.file
  const writable = broken === null
  // What the work was like before lies in the envelope of the first key.
  const compared = me === null && isRequest(view) ? compareNodes(view, send) : []
  // What a form took in stays in the page when the form goes.
  byId('act-files-home').append(byId(actFiles.id))
  put('request-moved', writable && me === null ? movedNodes(view, send) : [])
  put('request-place', placeNodes(view))
  put('request-letters', letterNodes(view))
  put('request-steps', writable ? [...stepNodes(view, send, actFiles), ...compared] : [])
  put('request-limits', limitNodes(view))
  put('request-acts', actNodes(view))
  put('request-measures', measureNodes(view))
  put('request-follow-up', followUpNodes(view))
  put('case-course', courseOfRequest(view))
  show(byId('request-appeal'), isRequest(view))
  show(byId('case-request'))
}

/** Advice has no acts, no work to compare with and no limits of an appeal before it becomes a request. */
const isRequest = ({ opened: { story } }: View): boolean => story.kind === 'protection'

const put = (id: string, nodes: readonly Node[]): void => byId(id).replaceChildren(...nodes)

/** The procedure as lines for the saved file. */
export const requestLines = (view: View): string[] => [
  ...placeLines(view),
  ...limitLines(view),
  ...actLines(view),
  ...measureLines(view),
  ...followUpLines(view),
  ...(isRequest(view) ? courseLines(view) : []),
]
