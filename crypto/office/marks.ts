import type { OfficerKeys } from '../keys/officer-secret.ts'
import { sign } from '../sodium/index.ts'
import type { Bytes } from '../wire/bytes.ts'
import { type Mark, markBytes } from '../wire/mark.ts'
import { credentialBytes } from '../wire/requests.ts'

/** That this person saw this head on this day (PROTOCOL 4.6). */
export function signMark(head: Bytes, day: number, keys: OfficerKeys): Mark {
  const mark = { head, day, signer: keys.signing.publicKey }
  return { ...mark, signature: sign(markBytes(mark), keys.signing.secretKey) }
}

/** A second person's word that a new passkey is the member's own (PROTOCOL 3.5). */
export const approveCredential = async (memberId: Bytes, credentialId: Bytes, keys: OfficerKeys): Promise<Bytes> =>
  sign(await credentialBytes(memberId, credentialId), keys.signing.secretKey)
