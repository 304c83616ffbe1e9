import { type RequestField, requestFields } from '../../domain/steps.ts'
import type { Answers } from './answers.ts'

/** What is asked only if something was done, and only if it is feared; where that was left open, both may be answered. */
const ONLY: Readonly<Partial<Record<RequestField, string>>> = { acts: 'protection', feared: 'prevention' }

/** Whether this part of a request is asked, by what was answered before. */
export const isAsked = (field: RequestField, { track }: Answers): boolean =>
  track === undefined || ONLY[field] === undefined || ONLY[field] === track

/** The fields of a request for protection, from the answers of the form. */
export const requestOf = (answers: Answers): Partial<Record<RequestField, string | undefined>> =>
  Object.fromEntries(requestFields.filter((field) => isAsked(field, answers)).map((field) => [field, answers[field]]))
