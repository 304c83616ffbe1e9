import { describe, expect, test } from 'vitest'
import { compileMessages, usedKeys } from '../../src/client/i18n/compile/index.ts'
import type { Language } from '../../src/client/i18n/languages.ts'
import { translator } from '../../src/client/i18n/translate.ts'

const english: Language = {
  tag: 'en',
  locale: 'en-GB',
  dir: 'ltr',
  name: 'English',
  comma: ', ',
  colon: ': ',
  keyWords: 'english',
}
const french: Language = {
  tag: 'fr',
  locale: 'fr-FR',
  dir: 'ltr',
  name: 'Français',
  comma: ', ',
  colon: ': ',
  keyWords: 'english',
}
const arabic: Language = {
  tag: 'ar',
  locale: 'ar',
  dir: 'rtl',
  name: 'العربية',
  comma: ', ',
  colon: ': ',
  keyWords: 'english',
}

const say = (language: Language, source: string, values = {}): string =>
  translator<'m'>(language, compileMessages({ m: source }))('m', values)

describe('a message', () => {
  test('puts values where their names stand', () => {
    expect(say(english, 'Step {$n :number} of {$of :number}', { n: 3, of: 11 })).toBe('Step 3 of 11')
  })

  test('writes a civil day without any shift of time zone', () => {
    expect(say(english, 'by {$day :day style=week}', { day: '2026-11-25' })).toBe('by Wednesday 25 November')
    expect(say(french, 'le {$day :day style=week}', { day: '2026-11-25' })).toBe('le mercredi 25 novembre')
  })

  const days = '.input {$n :number} .match $n 0 {{last day}} one {{one day}} * {{{$n} days}}'
  test.each([
    [0, 'last day'],
    [1, 'one day'],
    [2, '2 days'],
    [1200, '1,200 days'],
  ])('chooses the form for %i', (n, words) => {
    expect(say(english, days, { n })).toBe(words)
  })

  test('counts nought as singular where the language does', () => {
    expect(say(french, '.input {$n :number} .match $n one {{{$n} jour}} * {{{$n} jours}}', { n: 0 })).toBe('0 jour')
  })

  test('prefers an exact number to a plural form, wherever it stands', () => {
    expect(say(english, '.input {$n :number} .match $n * {{many}} one {{some}} 1 {{just one}}', { n: 1 })).toBe(
      'just one',
    )
  })

  test('keeps a name that runs the other way from reordering its sentence', () => {
    expect(say(english, '{$who} wrote.', { who: 'ليلى' })).toBe('\u2068ليلى\u2069 wrote.')
    expect(say(english, '{$who} wrote.', { who: 'a\u202eb' })).toBe('\u2068a\u202eb\u2069 wrote.')
    expect(say(arabic, 'كتب {$who}.', { who: 'Ines' })).toBe('كتب \u2068Ines\u2069.')
    expect(say(english, '{$who} wrote.', { who: 'Ines' })).toBe('Ines wrote.')
  })

  test('hands the words of a tag to whoever draws it', () => {
    const t = translator<'m'>(english, compileMessages({ m: 'Call {#link}one {#b}of{/b} these{/link} now.' }))
    const draw = (tag: string) => (words: (string | object)[]) => ({ tag, words })
    expect(t.rich('m', { link: draw('a'), b: draw('b') })).toEqual([
      'Call ',
      { tag: 'a', words: ['one ', { tag: 'b', words: ['of'] }, ' these'] },
      ' now.',
    ])
    expect(t('m')).toBe('Call one of these now.')
  })

  test('is refused when a value is missing', () => {
    expect(() => say(english, 'Word {$n :number}')).toThrow('no value for n')
  })
})

describe('what a script takes along', () => {
  const keys = ['a.b', 'a.c.small', 'a.d.small', 'a.d.large', 'b']
  test('are the keys that it says, whole or by template', () => {
    expect(usedKeys([`t('a.b')`], keys)).toEqual(['a.b'])
    expect(usedKeys(['t(`a.${x}.small`)'], keys)).toEqual(['a.c.small', 'a.d.small'])
    expect(usedKeys(['t(`a.${x}`)'], keys)).toEqual(['a.b', 'a.c.small', 'a.d.small', 'a.d.large'])
  })
})
