import { type FileLines, partLines } from '../../files/lines.ts'
import { toBase64 } from './base64.ts'
import { CallError, type Caller } from './call.ts'

/** Files that an officer sends, and those of a case that they read, by its address in base64url. */
export const officeFileLines = (call: Caller, address: string): FileLines => ({
  ...partLines((code, status, options) => new CallError(code === 'network' ? 'line.lost' : code, status, options)),
  begin: async (upload, chunks) => {
    await call('beginUploadAsOfficer', { body: { upload: toBase64(upload), chunks } })
  },
  read: (hash, part) =>
    call('readFileAsOfficer', { path: { case: address, file: toBase64(hash), part: String(part) } }),
})
