import { endingOf } from '../ending.ts'
import { reportReview } from '../report-review.ts'

/** Makes the end of the page where a report is written. */
export const makeEnding = endingOf(reportReview)
