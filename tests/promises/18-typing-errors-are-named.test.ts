import { describe, expect, test } from 'vitest'
import { caseKeyDigits, caseKeyWords, generateCaseKey, parseCaseKey } from '../../crypto/index.ts'
import { fold } from '../../crypto/words/fold.ts'
import { listNames, lists } from '../../crypto/words/lists.ts'
import { languages } from '../../src/domain/languages/index.ts'
import { dice } from '../crypto/support/dice.ts'
import { tags, wordsIn } from '../support/words.ts'

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

/** The lists of words that languages show their keys in: a key is typed as it was shown. */
const shownIn = [...new Set(languages.map(({ keyWords }) => keyWords))]

describe.each(shownIn)('a reporter whose key is in the words of the %s list', (list) => {
  const shown = caseKeyWords(key, list)

  test('writes a word that is in no list, and is told which one and which was probably meant', () => {
    for (const [place, word] of shown.entries()) {
      const parsed = parseCaseKey(withAt(shown, place, `${word.slice(0, 4)}${word.slice(5)}qx`).join(' '))
      expect(parsed).toMatchObject({
        ok: false,
        problems: [{ code: 'word', position: place + 1, suggestion: expect.any(String) }],
      })
    }
  })

  test('takes one word of the list for another, which is noticed at once fifteen times in sixteen', () => {
    const others = shown.flatMap((right, place) =>
      lists[list]
        .filter((word, index) => index % 8 === place % 8 && word !== right)
        .map((word) => withAt(shown, place, word)),
    )
    expect(others.length).toBeGreaterThan(3_000)
    const unnoticed = others.filter((typed) => parseCaseKey(typed.join(' ')).ok).length
    expect(unnoticed / others.length).toBeGreaterThan(0.05)
    expect(unnoticed / others.length).toBeLessThan(0.075)
  })

  test('leaves a word out or writes one too many, and is told how many there are', () => {
    expect(parseCaseKey(shown.slice(1).join(' '))).toMatchObject({ problems: [{ code: 'count', count: 11 }] })
    expect(parseCaseKey([...shown, shown[0]].join(' '))).toMatchObject({ problems: [{ code: 'count', count: 13 }] })
    expect(parseCaseKey('')).toMatchObject({ problems: [{ code: 'count', count: 0 }] })
  })
})

describe.each(tags)('what a reporter is told of a typing error (%s)', (tag) => {
  const t = wordsIn(tag)

  test('names the place, and the word that was probably meant', () => {
    const places = Array.from({ length: 12 }, (_, index) => index + 1)
    for (const said of ['case.key.digits', 'case.key.word'] as const) {
      const told = places.map((position) => t(said, { position }))
      for (const [index, sentence] of told.entries()) expect(sentence).toContain(t.number(index + 1))
      expect(new Set(told).size).toBe(12)
    }
    expect(t('case.key.word.suggestion', { position: 7, suggestion: 'velvet' })).toMatch(/7.*velvet|velvet.*7/s)
  })

  test('tells how many words there are, in the grammar of one, two or many', () => {
    const told = [1, 2, 3, 11, 13].map((count) => t('case.key.count', { count }))
    for (const sentence of told) expect(sentence).toContain(t.number(12))
    expect(told[3]).toContain(t.number(11))
    // The sentence differs by more than its number.
    expect(new Set(told.map((sentence) => sentence.replaceAll(/\p{Nd}+/gu, ''))).size).toBeGreaterThan(1)
  })
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
