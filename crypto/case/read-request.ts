import type { ReporterKeys } from '../keys/case-key.ts'
import { sign } from '../sodium/index.ts'
import type { Bytes } from '../wire/bytes.ts'
import { readRequestBytes } from '../wire/requests.ts'

/** Signs a request for one page of the reporter's case (PROTOCOL 8.2). */
export function signRead(
  keys: Pick<ReporterKeys, 'signing'>,
  origin: string,
  challenge: Bytes,
  page: number,
): { key: Bytes; signature: Bytes } {
  const key = keys.signing.publicKey
  return { key, signature: sign(readRequestBytes(origin, challenge, key, page), keys.signing.secretKey) }
}
