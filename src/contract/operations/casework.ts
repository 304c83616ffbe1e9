import * as v from 'valibot'
import * as cases from '../cases.ts'
import * as entries from '../entries.ts'
import { limits } from '../limits.ts'
import { define } from './operation.ts'

const digits = v.pipe(v.string(), v.regex(/^\d{1,9}$/))

/** What an officer does with the cases that they read. */
export const casework = define({
  listCases: {
    method: 'GET',
    path: '/api/office/cases',
    access: 'session',
    status: 200,
    answer: cases.CaseLines,
    query: v.strictObject({
      after: v.optional(v.pipe(v.string(), v.maxLength(43)), ''),
      limit: v.optional(digits, String(limits.cases)),
    }),
    summary: 'The cases that one reads, with their sealed summaries',
  },
  readCaseAsOfficer: {
    method: 'GET',
    path: '/api/office/cases/:case',
    access: 'session',
    status: 200,
    answer: cases.CaseEntries,
    query: v.strictObject({ after: v.optional(digits, '0') }),
    summary: 'The entries of a case that one reads; the same 404 for a case one does not read and for none',
  },
  appendAsOfficer: {
    method: 'POST',
    path: '/api/office/cases/:case/entries',
    access: 'session',
    status: 201,
    answer: entries.Receipts,
    body: entries.Batch,
    most: limits.batchBody,
    summary: 'Append sealed entries to a case that one reads',
  },
  openIdentity: {
    method: 'POST',
    path: '/api/office/cases/:case/identity-share',
    access: 'session',
    status: 200,
    answer: cases.IdentityShare,
    body: cases.Nothing,
    most: limits.smallBody,
    summary: 'The service’s share of the identity, for the author of an accepted identity-opened entry',
  },
})
