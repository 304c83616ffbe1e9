import { pad } from '../case/padding.ts'
import { caseKeyDigits, caseKeyWords } from '../keys/case-key-text.ts'
import type { OfficerKeys } from '../keys/officer-secret.ts'
import type { Random } from '../random.ts'
import { sign } from '../sodium/index.ts'
import { type Bytes, concat } from '../wire/bytes.ts'
import { encode } from '../wire/codec.ts'
import { must } from '../wire/errors.ts'
import { sha256 } from '../wire/hash.ts'
import { tag } from '../wire/tag.ts'
import type { ListName } from '../words/lists.ts'
import { fitsInside, type Letter, letterStatement, sealedPart, signedLetter } from './format.ts'
import { letterKeys } from './letter-keys.ts'

/** A letter in its container, and the key that opens it, in words and in digits. The key goes another way than the file. */
export interface SealedLetter {
  readonly container: Bytes
  readonly words: readonly string[]
  readonly digits: readonly string[]
}

/** Signs a letter and seals it under a fresh key of 16 random bytes (PROTOCOL 17). Throws `body.too_long`. */
export async function sealLetter(
  letter: Letter,
  { signing }: Pick<OfficerKeys, 'signing'>,
  list: ListName,
  random: Random,
): Promise<SealedLetter> {
  must(fitsInside(letter), 'body.too_long')
  const [key, salt] = [random(16), random(32)]
  const { check, lock } = await letterKeys(key, salt)
  const statement = encode(letterStatement, { ...letter, salt, check, author: signing.publicKey })
  const signature = sign(concat(tag('letter'), statement), signing.secretKey)
  const ciphertext = await lock(pad(encode(signedLetter, { statement, signature })))
  const sealed = encode(sealedPart, { salt, check, ciphertext })
  const container = concat(sealed, await sha256(sealed))
  return { container, words: caseKeyWords(key, list), digits: caseKeyDigits(key) }
}
