import { fold } from './fold.ts'

/** One group of a typed key: a word, or five digits. */
export interface Token {
  readonly kind: 'word' | 'digits'
  readonly text: string
}

const groupLength = 5

// Within a group of digits, letters that are easily read for one.
const misread: Readonly<Record<string, string>> = { o: '0', l: '1', i: '1' }

function tokenOf(text: string): Token {
  const asDigits = text.replaceAll(/[oli]/g, (letter) => misread[letter] as string)
  const digits = /\d/.test(text) && /^\d+$/.test(asDigits)
  return digits ? { kind: 'digits', text: asDigits } : { kind: 'word', text }
}

const regrouped = (digits: string): Token[] =>
  Array.from({ length: Math.ceil(digits.length / groupLength) }, (_, group) => ({
    kind: 'digits',
    text: digits.slice(group * groupLength, (group + 1) * groupLength),
  }))

/** Whether every word is followed by its digits, as both stand on a printed key. */
const paired = (tokens: readonly Token[]): boolean =>
  tokens.length === 24 && tokens.every(({ kind }, place) => kind === (place % 2 === 0 ? 'word' : 'digits'))

const isLong = ({ kind, text }: Token): boolean => kind === 'word' || text.length > 2

/** Digits alone: groups as they stand, or one long run however it was parted. */
function digitGroups(tokens: readonly Token[]): Token[] {
  const groups = tokens.filter(isLong)
  if (groups.length > 0 && groups.every(({ text }) => text.length === groupLength)) return groups
  const digits = tokens.map(({ text }) => text).join('')
  return digits.length % groupLength === 0 ? regrouped(digits) : groups
}

/** The groups of a typed key, in order. Whatever is no letter and no digit parts them; numbers of lines are left out. */
export function tokensOf(text: string): Token[] {
  const tokens = fold(text)
    .split(/[^\p{L}\d]+/u)
    .filter((part) => part !== '')
    .map(tokenOf)
  if (tokens.every(({ kind }) => kind === 'digits')) return digitGroups(tokens)
  const groups = tokens.filter(isLong)
  return paired(groups) ? groups.filter(({ kind }) => kind === 'word') : groups
}
