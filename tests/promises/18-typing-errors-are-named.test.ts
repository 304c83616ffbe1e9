import { expect, test } from 'vitest'
import { caseKeyDigits, caseKeyWords, generateCaseKey, parseCaseKey } from '../../crypto/index.ts'
import { fold } from '../../crypto/words/fold.ts'
import { listNames, lists } from '../../crypto/words/lists.ts'
import { dice } from '../crypto/support/dice.ts'

const key = generateCaseKey(dice('a reporter who types from paper'))
const groups = caseKeyDigits(key)
const words = caseKeyWords(key, 'english')

const withAt = <Item>(items: readonly Item[], place: number, item: Item): Item[] => items.with(place, item)
const reads = (text: string) => {
  const parsed = parseCaseKey(text)
  return parsed.ok && Buffer.from(parsed.key).equals(Buffer.from(key))
}

test('a reporter who mistypes any one digit is told in which group it is', () => {
  const mistyped = groups.flatMap((group, place) =>
    [...group].flatMap((right, at) =>
      [...'0123456789']
        .filter((digit) => digit !== right)
        .map((digit) => ({ place, group: group.slice(0, at) + digit + group.slice(at + 1) })),
    ),
  )
  expect(mistyped).toHaveLength(12 * 5 * 9)
  for (const { place, group } of mistyped) {
    expect(parseCaseKey(withAt(groups, place, group).join(' '))).toEqual({
      ok: false,
      problems: [{ code: 'digits', position: place + 1 }],
    })
  }
})

test('a reporter who swaps two groups of digits is told which two', () => {
  const swapped = withAt(withAt(groups, 3, groups[8] as string), 8, groups[3] as string)
  expect(parseCaseKey(swapped.join(' '))).toMatchObject({
    problems: [
      { code: 'digits', position: 4 },
      { code: 'digits', position: 9 },
    ],
  })
})

test('a reporter who writes a word that is in no list is told which one, and which was probably meant', () => {
  for (const [place, word] of words.entries()) {
    const parsed = parseCaseKey(withAt(words, place, `${word.slice(0, 4)}${word.slice(5)}qx`).join(' '))
    expect(parsed).toMatchObject({
      ok: false,
      problems: [{ code: 'word', position: place + 1, suggestion: expect.any(String) }],
    })
  }
})

test('of all ways to take one word of the list for another, fifteen in sixteen are noticed at once', () => {
  const others = words.flatMap((right, place) =>
    lists.english
      .filter((word, index) => index % 8 === place % 8 && word !== right)
      .map((word) => withAt(words, place, word)),
  )
  expect(others.length).toBeGreaterThan(3_000)
  const unnoticed = others.filter((typed) => parseCaseKey(typed.join(' ')).ok).length
  expect(unnoticed / others.length).toBeGreaterThan(0.05)
  expect(unnoticed / others.length).toBeLessThan(0.075)
})

test('a reporter who leaves a word out or writes one too many is told how many there are', () => {
  expect(parseCaseKey(words.slice(1).join(' '))).toMatchObject({ problems: [{ code: 'count', count: 11 }] })
  expect(parseCaseKey([...words, 'zoo'].join(' '))).toMatchObject({ problems: [{ code: 'count', count: 13 }] })
  expect(parseCaseKey('')).toMatchObject({ problems: [{ code: 'count', count: 0 }] })
})

const arabic = (text: string) => text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))
const persian = (text: string) => text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x6f0 + Number(digit)))
const cyrillic: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', y: 'у', x: 'х', i: 'і' }
const rightToLeft = '\u200f'

const waysToWriteWords: Readonly<Record<string, string>> = {
  'in capitals': words.join(' ').toUpperCase(),
  'with hyphens': words.join('-'),
  'with commas and line breaks': words.join(',\n'),
  'with wide and unbreakable spaces': `\u00a0${words.join(' \u00a0\u3000')}\u00a0`,
  'as a numbered list': words.map((word, place) => `${place + 1}. ${word}`).join('\n'),
  'with marks of direction': `${rightToLeft}${words.join(` ${rightToLeft}`)}\u202c`,
  'with invisible letters inside': words.map((word) => `${word[0]}\u200b${word.slice(1)}`).join(' '),
  'with letters of another keyboard': words.join(' ').replaceAll(/[aeopcyxi]/g, (letter) => cyrillic[letter] ?? letter),
  'in full-width letters': words
    .join(' ')
    .replaceAll(/[a-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) - 0x61 + 0xff41)),
  'together with their digits': words.map((word, place) => `${word} ${groups[place]}`).join('\n'),
}

test.each(Object.entries(waysToWriteWords))('the words are read %s', (_, text) => {
  expect(reads(text)).toBe(true)
})

const waysToWriteDigits: Readonly<Record<string, string>> = {
  'in one run': groups.join(''),
  'with hyphens': groups.join('-'),
  'with odd gaps': groups.join('').replaceAll(/(\d{7})/g, '$1 '),
  'in Arabic digits': arabic(groups.join(' ')),
  'in Persian digits': persian(groups.join(' ')),
  'in Arabic digits with marks of direction': `${rightToLeft}${arabic(groups.join(`${rightToLeft} `))}`,
  'with the letters O and l for nought and one': groups
    .map((group) => group.slice(0, 1) + group.slice(1).replaceAll('0', 'O').replaceAll('1', 'l'))
    .join(' '),
}

test.each(Object.entries(waysToWriteDigits))('the digits are read %s', (_, text) => {
  expect(reads(text)).toBe(true)
})

test.each(listNames)('the words of the %s list are read with accents, without them, and decomposed', (list) => {
  const written = caseKeyWords(key, list).join(' ')
  for (const text of [written, written.normalize('NFD'), written.normalize('NFD').replaceAll(/\p{Mn}/gu, '')]) {
    expect(reads(text)).toBe(true)
  }
})

test.each(listNames)('no two words of the %s list become one when accents and capitals are left out', (list) => {
  expect(new Set(lists[list].map(fold)).size).toBe(2048)
})
