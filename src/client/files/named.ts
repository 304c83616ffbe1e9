import { type Bytes, fromBase64url, toBase64url } from '../../../crypto/wire/index.ts'
import { type EvidenceFile, filesIn } from '../../domain/files.ts'
import type { Fields } from '../../domain/steps.ts'

/** A file as the sealed body of its entry describes it, with the count of chunks that the signed header names. */
export interface NamedEvidence extends EvidenceFile {
  readonly chunks: number
}

/** Hears how far a file has come, in bytes. */
export type TellProgress = (progress: { readonly done: number; readonly total: number }) => void

/** The files of an opened entry: those of its body that its header names too (PROTOCOL 14.8). */
export const evidenceOf = (entry: {
  readonly files: readonly { readonly hash: Bytes; readonly chunks: number }[]
  readonly body: Fields | null
}): readonly NamedEvidence[] => {
  const chunks = new Map(entry.files.map((file) => [toBase64url(file.hash), file.chunks]))
  return filesIn(entry.body ?? {}).flatMap((file) => {
    const count = chunks.get(file.hash)
    return count === undefined ? [] : [{ ...file, chunks: count }]
  })
}

/** The files of an entry as the rules read them. */
export const bringing = (files: readonly EvidenceFile[]): { readonly files?: readonly string[] } =>
  files.length === 0 ? {} : { files: files.map(({ hash }) => hash) }

/** What the worker needs of a file to open it. */
export const bytesOf = ({ hash, key, chunks, size }: NamedEvidence) => ({
  ...{ hash: fromBase64url(hash), key: fromBase64url(key) },
  ...{ chunks, size },
})
