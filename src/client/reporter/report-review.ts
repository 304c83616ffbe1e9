import { reportAnswer } from '../ui/report-answer.ts'
import type { ReadBack } from './review.ts'
import { rows } from './shared-fields.ts'

/** How a report is read back, and a request for advice. */
export const reportReview: ReadBack = {
  words: reportAnswer,
  rows: {
    need: ['field.kind'],
    how: rows.how,
    what: rows.what,
    details: rows.details,
    told: ['field.reported_before'],
    safety: rows.safety,
    evidence: rows.evidence,
    contact: rows.contact,
    exclude: rows.exclude,
  },
}
