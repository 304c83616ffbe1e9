import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { wordlist as french } from '@scure/bip39/wordlists/french.js'
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js'
import type { Bytes } from '../wire/bytes.ts'

/** The BIP-39 lists in which keys are written. A word's place in its list is what counts; the same place, the same key. */
export const lists = { english, french, spanish } as const
export type ListName = keyof typeof lists
export const listNames = Object.keys(lists) as ListName[]

/** The places (0 to 2047) of the words for 16 or 32 bytes: 12 or 24 of them, the last with a checksum (PROTOCOL 2.1). */
export const indexesOf = (entropy: Bytes): number[] =>
  entropyToMnemonic(entropy, english)
    .split(' ')
    .map((word) => english.indexOf(word))

/** The bytes for these places, or `null` if their checksum does not hold. */
export function entropyOf(indexes: readonly number[]): Bytes | null {
  try {
    return mnemonicToEntropy(indexes.map((index) => english[index]).join(' '), english) as Bytes
  } catch {
    return null
  }
}

/** The words at these places, as people write them: accents composed. */
export const wordsAt = (indexes: readonly number[], list: ListName): string[] =>
  indexes.map((index) => (lists[list][index] as string).normalize('NFC'))
