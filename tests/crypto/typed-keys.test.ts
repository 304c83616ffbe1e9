import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { caseKeyDigits, caseKeyWords, generateCaseKey, type ListName, parseCaseKey, ready } from '../../crypto/index.ts'
import { fold } from '../../crypto/words/fold.ts'
import { lists } from '../../crypto/words/lists.ts'
import { dice } from './support/dice.ts'

const key = generateCaseKey(dice('typed'))
const words = (list: ListName) => caseKeyWords(key, list)
const digits = caseKeyDigits(key)
const read = { ok: true, key }

const arabic = (text: string) => text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x0660 + Number(digit)))
const persian = (text: string) => text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x06f0 + Number(digit)))
const replaced = (groups: readonly string[], place: number, group: string) => groups.with(place, group).join(' ')

describe('a reporter who types the key', () => {
  beforeAll(ready)

  it.each(['english', 'french', 'spanish'] as const)('is understood in %s words', (list) => {
    expect(parseCaseKey(words(list).join(' '))).toEqual({ ...read, list })
  })

  it('is understood for any key in any form', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.constantFrom<ListName>('english', 'french', 'spanish'),
        (any, list) => {
          const bytes = new Uint8Array(any)
          expect(parseCaseKey(caseKeyWords(bytes, list).join(' '))).toMatchObject({ ok: true, key: bytes })
          expect(parseCaseKey(caseKeyDigits(bytes).join(' '))).toMatchObject({ ok: true, key: bytes })
        },
      ),
      { numRuns: 300 },
    )
  })

  it('may mix words of several lists and digits', () => {
    const mixed = words('english').map(
      (word, place) => [word, words('french')[place], digits[place]][place % 3] as string,
    )
    expect(parseCaseKey(mixed.join(' '))).toMatchObject(read)
  })

  it('may type capitals, hyphens, commas, numbers of lines and no accents', () => {
    const french = words('french')
    expect(parseCaseKey(french.join(' - ').toUpperCase())).toMatchObject(read)
    expect(parseCaseKey(french.map((word, place) => `${place + 1}. ${word},\n`).join(''))).toMatchObject(read)
    expect(
      parseCaseKey(
        french
          .join(' ')
          .normalize('NFD')
          .replaceAll(/\p{Mn}/gu, ''),
      ),
    ).toMatchObject(read)
    expect(parseCaseKey(`\u200f${words('spanish').join('\u00a0\u200b')}\u202c`)).toMatchObject(read)
  })

  it('may copy a whole printed slip, with the digits beside each word', () => {
    const slip = words('english')
      .map((word, place) => `${place + 1} ${word} ${digits[place]}`)
      .join('\n')
    expect(parseCaseKey(slip)).toMatchObject(read)
  })

  it('may use letters that only look right', () => {
    const cyrillic = words('english').join(' ').replaceAll('a', 'а').replaceAll('o', 'о').replaceAll('e', 'е')
    expect(parseCaseKey(cyrillic)).toMatchObject(read)
    expect(parseCaseKey(digits.join(' ').replaceAll('0', 'O').replaceAll('1', 'l'))).toMatchObject(read)
  })

  it('may type digits of any keyboard, in one run or in groups', () => {
    for (const typed of [
      digits.join(' '),
      digits.join(''),
      digits.join('-'),
      digits.join('\n').replaceAll(/(\d\d)/g, '$1 '),
    ]) {
      expect(parseCaseKey(typed)).toMatchObject(read)
      expect(parseCaseKey(arabic(typed))).toMatchObject(read)
      expect(parseCaseKey(persian(typed))).toMatchObject(read)
    }
  })

  it('is told the very group in which one digit is wrong, whichever it is', () => {
    for (const [place, group] of digits.entries()) {
      for (let at = 0; at < group.length; at++) {
        for (let digit = 0; digit < 10; digit++) {
          const wrong = group.slice(0, at) + digit + group.slice(at + 1)
          if (wrong === group) continue
          const problems = [{ code: 'digits', position: place + 1 }]
          expect(parseCaseKey(replaced(digits, place, wrong))).toEqual({ ok: false, problems })
        }
      }
    }
  })

  it('is told when groups changed places', () => {
    for (let place = 0; place < 11; place++) {
      const [a, b] = [digits[place] as string, digits[place + 1] as string]
      if (a.slice(0, 4) === b.slice(0, 4)) continue
      expect(
        parseCaseKey(
          digits
            .with(place, b)
            .with(place + 1, a)
            .join(' '),
        ),
      ).toMatchObject({ ok: false })
    }
  })

  it('is told which word stands in no list, and which was probably meant', () => {
    const english = words('english')
    const meant = english[4] as string
    const problems = [{ code: 'word', position: 5, suggestion: meant }]
    for (const typed of [`${meant}s`, `${meant.slice(0, 4)}zz`]) {
      expect(parseCaseKey(replaced(english, 4, typed))).toEqual({ ok: false, problems })
    }
    expect(parseCaseKey(replaced(english, 4, 'xqxqxqxq'))).toEqual({
      ok: false,
      problems: [{ code: 'word', position: 5 }],
    })
  })

  it('is told every group that is wrong, not only the first', () => {
    const typed = digits.with(0, '99999').with(7, '123').with(11, 'xqxqxq').join(' ')
    const read = parseCaseKey(typed)
    expect(read.ok ? [] : read.problems.map(({ code, position }) => [code, position])).toEqual([
      ['digits', 1],
      ['digits', 8],
      ['word', 12],
    ])
  })

  it('is told how many words are missing or too many', () => {
    const english = words('english')
    expect(parseCaseKey(english.slice(1).join(' '))).toEqual({
      ok: false,
      problems: [{ code: 'count', position: 0, count: 11 }],
    })
    expect(parseCaseKey([...english, 'abandon'].join(' '))).toEqual({
      ok: false,
      problems: [{ code: 'count', position: 0, count: 13 }],
    })
    expect(parseCaseKey('')).toMatchObject({ ok: false, problems: [{ code: 'count', count: 0 }] })
  })

  it('is told by the checksum of about 15 in 16 wrong words', () => {
    const english = words('english')
    const others = lists.english.filter((word) => word !== english[3])
    const passed = others.filter((word) => parseCaseKey(replaced(english, 3, word)).ok)
    expect(passed.length / others.length).toBeGreaterThan(0.03)
    expect(passed.length / others.length).toBeLessThan(0.1)
  })
})

describe('the lists of words', () => {
  it('stay apart when accents and capitals are folded', () => {
    for (const list of Object.values(lists)) expect(new Set(list.map(fold)).size).toBe(2048)
  })
})
