import type { Bytes } from '../wire/bytes.ts'
import { indexOfGroup } from './digits.ts'
import { fold } from './fold.ts'
import { entropyOf, type ListName, listNames, lists } from './lists.ts'
import { suggest } from './suggest.ts'
import { type Token, tokensOf } from './tokens.ts'

/**
 * What is wrong with a typed key: a `word` that stands in no list, a group of `digits` with a wrong one, a wrong `count`
 * of groups, or a `checksum` that shows that some group is wrong without saying which.
 */
export interface KeyProblem {
  readonly code: 'word' | 'digits' | 'count' | 'checksum'
  /** The group, from 1; 0 where the problem is of the whole. */
  readonly position: number
  /** The word that was probably meant. */
  readonly suggestion?: string
  /** How many groups were typed, where the count is wrong. */
  readonly count?: number
}

export type ReadKey =
  | { readonly ok: true; readonly entropy: Bytes; readonly list: ListName | null }
  | { readonly ok: false; readonly problems: readonly KeyProblem[] }

type Folded = Readonly<Record<ListName, ReadonlyMap<string, number>>>

const byFoldedWord = (name: ListName): ReadonlyMap<string, number> =>
  new Map(lists[name].map((word, index) => [fold(word), index]))

let made: Folded | undefined

/** Places by folded words. Made at the first reading: most who load this never type a key. */
const folded = (): Folded => {
  made ??= { english: byFoldedWord('english'), french: byFoldedWord('french'), spanish: byFoldedWord('spanish') }
  return made
}

/** The lists, the one that knows most of the words first; and those that know as many as it does. */
function byCoverage(tokens: readonly Token[]): { order: ListName[]; likely: ListName[] } {
  const known = (name: ListName) => tokens.filter(({ text }) => folded()[name].has(text)).length
  const order = listNames.toSorted((a, b) => known(b) - known(a))
  return { order, likely: order.filter((name) => known(name) === known(order[0] as ListName)) }
}

/** The place of a token. A word that stands in several lists is read in the first that has it. */
const placeOf = (token: Token, position: number, order: readonly ListName[]): number | null =>
  token.kind === 'digits'
    ? indexOfGroup(token.text, position)
    : (order.map((name) => folded()[name].get(token.text)).find((index) => index !== undefined) ?? null)

function problemOf(token: Token, position: number, list: ListName): KeyProblem {
  if (token.kind === 'digits') return { code: 'digits', position }
  const meant = suggest(token.text, [...folded()[list].keys()])
  const word = meant === undefined ? undefined : lists[list][folded()[list].get(meant) as number]?.normalize('NFC')
  return { code: 'word', position, ...(word === undefined ? {} : { suggestion: word }) }
}

/** Reads a key of `count` groups typed as words of any of the lists, as digits, or mixed (PROTOCOL 2.1, 2.2). */
export function readKey(text: string, count: 12 | 24): ReadKey {
  const tokens = tokensOf(text)
  const { order, likely } = byCoverage(tokens)
  const main = order[0] as ListName
  if (tokens.length !== count) {
    return { ok: false, problems: [{ code: 'count', position: 0, count: tokens.length }] }
  }
  const unread = tokens
    .map((token, place) => ({ token, position: place + 1 }))
    .filter(({ token, position }) => placeOf(token, position, order) === null)
  if (unread.length > 0) {
    return { ok: false, problems: unread.map(({ token, position }) => problemOf(token, position, main)) }
  }
  const words = tokens.some(({ kind }) => kind === 'word')
  // Every further reading would let one more typing error in sixteen pass: a word of two lists is read in the likely one.
  for (const first of likely) {
    const reading = [first, ...order.filter((name) => name !== first)]
    const entropy = entropyOf(tokens.map((token, place) => placeOf(token, place + 1, reading) as number))
    if (entropy) return { ok: true, entropy, list: words ? main : null }
  }
  return { ok: false, problems: [{ code: 'checksum', position: 0 }] }
}
