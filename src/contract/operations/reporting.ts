import * as v from 'valibot'
import * as cases from '../cases.ts'
import * as directory from '../directory.ts'
import * as entries from '../entries.ts'
import { limits } from '../limits.ts'
import { define } from './operation.ts'

/** What a reporter, or anybody, may call: no cookie, no account. */
export const reporting = define({
  officeState: {
    method: 'GET',
    path: '/api/office',
    access: 'anybody',
    status: 200,
    answer: directory.OfficeState,
    summary: 'Whether there is an office, whether it is open, and what day it is there',
  },
  readDirectory: {
    method: 'GET',
    path: '/api/directory',
    access: 'anybody',
    status: 200,
    answer: directory.DirectoryAnswer,
    summary: 'Every statement of the directory and the newest mark of each person',
  },
  readCheckpoints: {
    method: 'GET',
    path: '/api/checkpoints',
    access: 'anybody',
    status: 200,
    answer: directory.Checkpoints,
    query: v.strictObject({ from: v.optional(v.pipe(v.string(), v.isoDate()), '1970-01-01') }),
    summary: 'The signed roots of the days that are over, from a day on',
  },
  submitReport: {
    method: 'POST',
    path: '/api/reports',
    access: 'reporter',
    status: 201,
    answer: entries.Receipts,
    body: entries.FirstBatch,
    most: limits.reportBody,
    summary: 'Hand in a sealed report; the very same one again gets the same receipts, with 200',
  },
  handIn: {
    method: 'POST',
    path: '/api/sealed-reports',
    access: 'reporter',
    status: 201,
    answer: entries.Receipts,
    body: 'bytes',
    most: limits.envelope,
    summary:
      'Hand in a report that was sealed without a connection; the same file again gets the same receipts, with 200',
  },
  caseChallenge: {
    method: 'POST',
    path: '/api/case/challenge',
    access: 'anybody',
    status: 200,
    answer: cases.Challenge,
    body: cases.Nothing,
    most: limits.smallBody,
    summary: 'A challenge to sign before reading, valid for five minutes',
  },
  readCase: {
    method: 'POST',
    path: '/api/case/read',
    access: 'reporter',
    status: 200,
    answer: 'page',
    body: cases.ReadRequest,
    most: limits.smallBody,
    summary: 'One page of a case, of the same size whether there is such a case or not',
  },
  markVisit: {
    method: 'POST',
    path: '/api/case/visit',
    access: 'reporter',
    status: 200,
    answer: cases.VisitMark,
    body: cases.VisitRequest,
    most: limits.smallBody,
    summary:
      'Leave the sealed mark of a visit and get the one before it, of the same size whether there is such a case or not',
  },
  appendAsReporter: {
    method: 'POST',
    path: '/api/case/entries',
    access: 'reporter',
    status: 201,
    answer: entries.Receipts,
    body: entries.ReporterBatch,
    most: limits.batchBody,
    summary: 'Append sealed entries to a case; the very same ones again get the same receipts, with 200',
  },
})
