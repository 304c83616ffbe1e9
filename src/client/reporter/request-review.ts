import { answerWords } from '../ui/answer-words.ts'
import type { ReadBack } from './review.ts'
import { rows } from './shared-fields.ts'

/** How a request for protection is read back. */
export const requestReview: ReadBack = {
  words: answerWords,
  rows: {
    whom: ['field.kind', 'field.for_whom', 'field.track'],
    how: rows.how,
    what: rows.what,
    spoke: [
      'field.activity_what',
      'field.activity_to',
      'field.activity_when',
      'field.activity_about',
      'field.activity_how',
    ],
    acts: ['field.acts', 'field.feared'],
    link: [
      'field.knowledge_who',
      'field.knowledge_since',
      'field.knowledge_timing',
      'field.knowledge_comparators',
      'field.knowledge_departures',
      'field.knowledge_reasons',
    ],
    wanted: ['field.measures'],
    work: [
      'field.work_duties',
      'field.work_appraiser',
      'field.work_contract_end',
      'field.work_place',
      'field.work_pay',
      'field.work_leave',
    ],
    details: rows.details,
    safety: rows.safety,
    evidence: rows.evidence,
    contact: rows.contact,
    exclude: rows.exclude,
  },
}
