import type { ReporterKeys } from '../keys/case-key.ts'
import { sign } from '../sodium/index.ts'
import type { Bytes } from '../wire/bytes.ts'
import { readFileRequestBytes, readRequestBytes, uploadRequestBytes } from '../wire/requests.ts'

type Signer = Pick<ReporterKeys, 'signing'>

export interface SignedRequest {
  readonly key: Bytes
  readonly signature: Bytes
}

const signed = ({ signing }: Signer, request: Bytes): SignedRequest => ({
  key: signing.publicKey,
  signature: sign(request, signing.secretKey),
})

/** Signs a request for one page of the reporter's case (PROTOCOL 8.2). */
export const signRead = (keys: Signer, origin: string, challenge: Bytes, page: number): SignedRequest =>
  signed(keys, readRequestBytes(origin, challenge, keys.signing.publicKey, page))

/** Signs a request to begin the upload of a file (PROTOCOL 14.6). `upload` is 32 random bytes. */
export const signUpload = (
  keys: Signer,
  origin: string,
  challenge: Bytes,
  file: { readonly upload: Bytes; readonly chunks: number },
): SignedRequest => signed(keys, uploadRequestBytes(origin, challenge, keys.signing.publicKey, file))

/** Signs a request for one part of a file of the reporter's case (PROTOCOL 14.7). */
export const signReadFile = (
  keys: Signer,
  origin: string,
  challenge: Bytes,
  file: { readonly hash: Bytes; readonly part: number },
): SignedRequest => signed(keys, readFileRequestBytes(origin, challenge, keys.signing.publicKey, file))
