import { type Bytes, concat, equal } from './bytes.ts'
import { encode, u32 } from './codec.ts'
import type { Directory } from './directory.ts'
import { type Verify, verifySignature } from './ed25519.ts'
import { must } from './errors.ts'
import { tag } from './tag.ts'

/** That a person saw this head of the directory on this day (PROTOCOL 4.6). */
export interface Mark {
  head: Bytes
  day: number
  signer: Bytes
  signature: Bytes
}

/** What the person signs. */
export const markBytes = (mark: Omit<Mark, 'signature'>): Bytes =>
  concat(tag('mark'), mark.head, encode(u32, mark.day), mark.signer)

/** Throws `mark.wrong_signer` unless a person in standing at that head signs, `mark.bad_signature` unless they signed this. */
export async function checkMark(mark: Mark, directory: Directory, verify: Verify = verifySignature): Promise<void> {
  const members = directory.at(mark.head)?.members ?? []
  must(
    members.some((member) => member.standing && equal(member.signingKey, mark.signer)),
    'mark.wrong_signer',
  )
  must(await verify(mark.signer, markBytes(mark), mark.signature), 'mark.bad_signature')
}

/** The newest day of a valid mark over the present head; 0 if there is none. A page warns when it is more than 14 days old. */
export async function newestMark(
  marks: readonly Mark[],
  directory: Directory,
  verify: Verify = verifySignature,
): Promise<number> {
  const newestFirst = marks.filter((mark) => equal(mark.head, directory.head)).toSorted((a, b) => b.day - a.day)
  for (const mark of newestFirst) {
    const valid = await checkMark(mark, directory, verify).then(
      () => true,
      () => false,
    )
    if (valid) return mark.day
  }
  return 0
}
