import { keyCodeHash, type PublicKeys } from '../keys/public-keys.ts'
import type { Bytes } from '../wire/bytes.ts'
import { joinCodeHash } from '../wire/join.ts'
import { type ListName, wordsAt } from '../words/lists.ts'

const words = 8
const bitsAWord = 11n

/** What two people compare over another channel before one admits the other, from their join bytes (PROTOCOL 2.5). */
export const comparisonCode = async (join: Bytes, list: ListName): Promise<string[]> =>
  codeWords(await joinCodeHash(join), list)

/** The same before a further key is let in, from its public keys (PROTOCOL 15.3). */
export const keyCode = async (keys: PublicKeys, list: ListName): Promise<string[]> =>
  codeWords(await keyCodeHash(keys), list)

/** The first 88 bits of a hash as 8 words. */
function codeWords(hash: Bytes, list: ListName): string[] {
  const number = hash.subarray(0, 11).reduce((value, byte) => value * 256n + BigInt(byte), 0n)
  const indexes = Array.from({ length: words }, (_, place) =>
    Number((number >> (bitsAWord * BigInt(words - 1 - place))) & 2047n),
  )
  return wordsAt(indexes, list)
}
