import type { files } from '../../contract/operations/files.ts'
import { keepPart } from '../../service/files/keep-part.ts'
import { readFile, readFileAsOfficer } from '../../service/files/read-file.ts'
import { beginUpload, beginUploadAsOfficer, cancelUpload, readUpload } from '../../service/files/uploads.ts'
import { bytesOf } from '../../service/json.ts'
import type { Handlers } from '../call.ts'

/** Parts are counted in the address; what is no number is no part of any file. */
const numberOf = (text: string): number => (/^\d{1,5}$/.test(text) ? Number(text) : -1)

/** Sealed files on their way in and out. */
export const filesHandlers: Handlers<keyof typeof files> = {
  beginUpload: async ({ world, body }) => {
    await beginUpload(world, body)
    return { answer: {} }
  },
  beginUploadAsOfficer: async ({ world, officer, body }) => {
    await beginUploadAsOfficer(world, officer, body)
    return { answer: {} }
  },
  sendPart: async ({ world, headers, body: bytes }) => {
    const [upload, hash] = [bytesOf(headers['gf-upload']), bytesOf(headers['gf-hash'])]
    await keepPart(world, { upload, part: Number(headers['gf-part']), hash, bytes })
    return { answer: {} }
  },
  readUpload: async ({ world, headers }) => ({ answer: await readUpload(world, bytesOf(headers['gf-upload'])) }),
  cancelUpload: async ({ world, headers }) => {
    await cancelUpload(world, bytesOf(headers['gf-upload']))
    return { answer: undefined }
  },
  readFile: async ({ world, body }) => ({ answer: await readFile(world, body) }),
  readFileAsOfficer: async ({ world, officer, part }) => {
    const wanted = { address: bytesOf(part('case')), hash: bytesOf(part('file')), part: numberOf(part('part')) }
    return { answer: await readFileAsOfficer(world, officer, wanted) }
  },
}
