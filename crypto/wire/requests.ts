import { type Bytes, concat } from './bytes.ts'
import { encode, text, u16, u32, v16 } from './codec.ts'
import { sha256 } from './hash.ts'
import { tag } from './tag.ts'

const origins = text(300)

/** What a reporter signs to read one page of their case (PROTOCOL 8.2). */
export const readRequestBytes = (origin: string, challenge: Bytes, key: Bytes, page: number): Bytes =>
  concat(tag('read'), encode(origins, origin), challenge, key, encode(u16, page))

/** What a reporter signs to begin the upload of a file of so many chunks (PROTOCOL 14.6). */
export const uploadRequestBytes = (
  origin: string,
  challenge: Bytes,
  key: Bytes,
  { upload, chunks }: { readonly upload: Bytes; readonly chunks: number },
): Bytes => concat(tag('upload'), encode(origins, origin), challenge, key, upload, encode(u32, chunks))

/** What a reporter signs to read one part of a file of their case (PROTOCOL 14.7). */
export const readFileRequestBytes = (
  origin: string,
  challenge: Bytes,
  key: Bytes,
  { hash, part }: { readonly hash: Bytes; readonly part: number },
): Bytes => concat(tag('read-file'), encode(origins, origin), challenge, key, hash, encode(u16, part))

/** What a reporter signs to leave the mark of a visit (PROTOCOL 18.2). */
export const visitBytes = async (origin: string, challenge: Bytes, key: Bytes, cell: Bytes): Promise<Bytes> =>
  concat(tag('visit'), encode(origins, origin), challenge, key, await sha256(cell))

/** What the key of an earlier case signs, to prove to the readers of another who wrote it (PROTOCOL 8.4). */
export const authorshipBytes = (key: Bytes, otherCase: Bytes): Bytes => concat(tag('authorship'), key, otherCase)

/** What a recovery kit signs to sign in (PROTOCOL 3.4). */
export const kitSignInBytes = (origin: string, challenge: Bytes, kitKey: Bytes): Bytes =>
  concat(tag('sign-in'), encode(origins, origin), encode(v16(), challenge), kitKey)

/** What a second person signs to confirm a member's new passkey (PROTOCOL 3.5). */
export const credentialBytes = async (memberId: Bytes, credentialId: Bytes): Promise<Bytes> =>
  concat(tag('credential'), memberId, await sha256(credentialId))
