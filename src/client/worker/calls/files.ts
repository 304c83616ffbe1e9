import {
  reporterSigning,
  type SignedRequest,
  signUpload as signOpening,
  signReadFile as signRead,
} from '../../../../crypto/index.ts'
import type { Bytes } from '../../../../crypto/wire/index.ts'
import type { Desk } from '../desk.ts'
import { FileOpening, type FileToOpen } from '../file-opening.ts'
import { FileSealing, type SealedFile, type SealedPart } from '../file-sealing.ts'

/** A file that the worker has in hand, by a number. */
interface InHand {
  readonly file: number
}

/** Takes a file in hand to seal it under a key of its own. Throws `file.too_large`. */
export function beginSealing(desk: Desk, { blob }: { blob: Blob }): InHand & { readonly chunks: number } {
  const sealing = new FileSealing(blob, desk.random(32))
  return { file: desk.keepFile(sealing), chunks: sealing.chunks }
}

/** The next part, sealed. Throws `file.changed`. */
export const sealPart = (desk: Desk, { file }: InHand): Promise<SealedPart> => desk.fileAt(FileSealing, file).next()

/** What the file is called, after its last part. Throws `file.changed`. */
export const endSealing = (desk: Desk, { file }: InHand): Promise<SealedFile> => desk.fileAt(FileSealing, file).end()

/** Takes a file in hand to open it. Throws `file.altered`. */
export const beginOpening = (desk: Desk, { named }: { named: FileToOpen }): InHand => ({
  file: desk.keepFile(new FileOpening(named)),
})

/** The bytes of the next part. Throws `file.altered`. */
export const openPart = (desk: Desk, { file, sealed }: InHand & { readonly sealed: Bytes }): Promise<Bytes> =>
  desk.fileAt(FileOpening, file).next(sealed)

/** Lets go of a file, whether or not it came to its end. */
export const dropFile = (desk: Desk, { file }: InHand): void => desk.dropFile(file)

interface Asked {
  /** The case key, 16 bytes. */
  readonly key: Bytes
  readonly origin: string
  readonly challenge: Bytes
}

/** Signs a request to begin an upload, of a case or of one that is to begin (PROTOCOL 14.6). */
export const signUpload = (
  _: Desk,
  { key, origin, challenge, ...file }: Asked & { readonly upload: Bytes; readonly chunks: number },
): SignedRequest => signOpening({ signing: reporterSigning(key) }, origin, challenge, file)

/** Signs a request for one part of a file of the case (PROTOCOL 14.7). */
export const signReadFile = (
  _: Desk,
  { key, origin, challenge, ...file }: Asked & { readonly hash: Bytes; readonly part: number },
): SignedRequest => signRead({ signing: reporterSigning(key) }, origin, challenge, file)
