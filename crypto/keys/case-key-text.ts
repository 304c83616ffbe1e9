import type { Bytes } from '../wire/bytes.ts'
import { digitGroup } from '../words/digits.ts'
import { indexesOf, type ListName, wordsAt } from '../words/lists.ts'
import { type KeyProblem, readKey } from '../words/read-key.ts'

/** The case key as 12 words of a list (PROTOCOL 2.1). */
export const caseKeyWords = (key: Bytes, list: ListName): string[] => wordsAt(indexesOf(key), list)

/** The case key as 12 groups of five digits, for any language (PROTOCOL 2.2). */
export const caseKeyDigits = (key: Bytes): string[] =>
  indexesOf(key).map((index, place) => digitGroup(index, place + 1))

export type ParsedCaseKey =
  | { readonly ok: true; readonly key: Bytes; readonly list: ListName | null }
  | { readonly ok: false; readonly problems: readonly KeyProblem[] }

/** Reads a case key however it was typed; what is wrong is named group by group. */
export function parseCaseKey(text: string): ParsedCaseKey {
  const read = readKey(text, 12)
  return read.ok ? { ok: true, key: read.entropy, list: read.list } : read
}
