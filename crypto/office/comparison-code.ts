import type { Bytes } from '../wire/bytes.ts'
import { joinCodeHash } from '../wire/join.ts'
import { type ListName, wordsAt } from '../words/lists.ts'

const words = 8
const bitsAWord = 11n

/** What two people compare over another channel before one admits the other: 88 bits as 8 words (PROTOCOL 2.5). */
export async function comparisonCode(join: Bytes, list: ListName): Promise<string[]> {
  const hash = await joinCodeHash(join)
  const number = hash.subarray(0, 11).reduce((value, byte) => value * 256n + BigInt(byte), 0n)
  const indexes = Array.from({ length: words }, (_, place) =>
    Number((number >> (bitsAWord * BigInt(words - 1 - place))) & 2047n),
  )
  return wordsAt(indexes, list)
}
