import { endingOf } from '../ending.ts'
import { requestReview } from '../request-review.ts'

/** Makes the end of the page where a request for protection is written. */
export const makeEnding = endingOf(requestReview)
