import { Nothing } from '../cases.ts'
import { NamedUpload, ReadFileRequest, SentPart, SignedUpload, Upload, UploadState } from '../files.ts'
import { limits } from '../limits.ts'
import { define } from './operation.ts'

/**
 * Sealed files: sent part by part before the entry that names them, read part by part after it (PROTOCOL 14). What tells
 * one upload from another stands in headers: addresses are what proxies keep, and a hash would tie theirs to a case.
 */
export const files = define({
  beginUpload: {
    method: 'POST',
    path: '/api/files',
    access: 'reporter',
    status: 200,
    answer: Nothing,
    body: SignedUpload,
    most: limits.smallBody,
    summary: 'Begin to send a file, under a random name that nobody else knows; again is fine',
  },
  beginUploadAsOfficer: {
    method: 'POST',
    path: '/api/office/files',
    access: 'session',
    status: 200,
    answer: Nothing,
    body: Upload,
    most: limits.smallBody,
    summary: 'The same for an officer',
  },
  sendPart: {
    method: 'PUT',
    path: '/api/files',
    access: 'anybody',
    status: 200,
    answer: Nothing,
    headers: SentPart,
    body: 'bytes',
    most: limits.filePart,
    summary: 'Send one part, in any order; the same part again is fine, another in its place is refused',
  },
  readUpload: {
    method: 'GET',
    path: '/api/files',
    access: 'anybody',
    headers: NamedUpload,
    status: 200,
    answer: UploadState,
    summary: 'Which parts have come',
  },
  cancelUpload: {
    method: 'DELETE',
    path: '/api/files',
    access: 'anybody',
    headers: NamedUpload,
    status: 204,
    summary: 'Give up a file that no entry has named yet',
  },
  readFile: {
    method: 'POST',
    path: '/api/case/file',
    access: 'reporter',
    status: 200,
    answer: 'bytes',
    body: ReadFileRequest,
    most: limits.smallBody,
    summary: 'One part of a file of a case; the same 404 for an unknown key, file or part',
  },
  readFileAsOfficer: {
    method: 'GET',
    path: '/api/office/cases/:case/files/:file/parts/:part',
    access: 'session',
    status: 200,
    answer: 'bytes',
    summary: 'One part of a file of a case that one reads',
  },
})
