import * as v from 'valibot'
import { bytes, hash, publicKey, signature } from './binary.ts'
import { limits } from './limits.ts'

const chunks = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.fileChunks))
const part = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(limits.fileParts - 1))

/** Begins the upload of a file of so many chunks. `upload` is random; its parts are sent under it (PROTOCOL 14.6). */
export const Upload = v.strictObject({ upload: bytes(limits.upload), chunks })
export type Upload = v.InferOutput<typeof Upload>

/** The same by the reporter, of a case or of one that is to begin: signed. */
export const SignedUpload = v.strictObject({
  ...Upload.entries,
  key: publicKey,
  challenge: bytes(limits.challenge),
  signature,
})
export type SignedUpload = v.InferOutput<typeof SignedUpload>

/** Headers by which a request names an upload. */
export const NamedUpload = v.object({ 'gf-upload': bytes(limits.upload) })

/** Headers of a part on its way: of which upload, its number, counted from 0, and its hash. */
export const SentPart = v.object({
  ...NamedUpload.entries,
  'gf-part': v.pipe(v.string(), v.regex(/^\d{1,4}$/)),
  'gf-hash': hash,
})

/** Which parts of a file have come, in their order. */
export const UploadState = v.strictObject({ parts: v.array(part) })
export type UploadState = v.InferOutput<typeof UploadState>

/** A reporter's signed question for one part of a file of their case (PROTOCOL 14.7). */
export const ReadFileRequest = v.strictObject({
  key: publicKey,
  challenge: bytes(limits.challenge),
  file: hash,
  part,
  signature,
})
export type ReadFileRequest = v.InferOutput<typeof ReadFileRequest>
