import { readdir } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { ruleCodes, wireCodes } from '../../crypto/wire/index.ts'
import { readMessages, readSources } from '../../src/build/messages.ts'
import { checkMessages } from '../../src/client/i18n/compile/index.ts'
import { errorStatus } from '../../src/contract/errors.ts'

const root = new URL('../../', import.meta.url).pathname
const messages = await readMessages(root)
const sources = await readSources(root)

describe('the messages', () => {
  test('stand in every language, can be read, are alike and are used', () => {
    expect(checkMessages({ messages, sources })).toEqual([])
  })

  test.each(['src/client/i18n/messages', 'src/domain/packs/model/words'])(
    'lie in %s for the languages there are, and for no others',
    async (folder) => {
      expect((await readdir(`${root}${folder}`)).toSorted()).toEqual(Object.keys(messages).toSorted())
    },
  )

  test.each(Object.keys(messages))('have a sentence for every error code in %s', (tag) => {
    const errors = messages[tag]?.errors ?? {}
    const codes = [...Object.keys(errorStatus), ...wireCodes, ...ruleCodes]
    expect(codes.filter((code) => !errors[`error.${code}`])).toEqual([])
  })

  test('are calm: no exclamation marks, no dashes, no pleading', () => {
    const loud = Object.entries(messages).flatMap(([tag, sides]) =>
      Object.values(sides).flatMap((all) =>
        Object.entries(all).flatMap(([key, text]) =>
          /[!\u2013\u2014]|please note|unfortunately|veuillez noter|malheureusement/i.test(text)
            ? [`${tag} ${key}`]
            : [],
        ),
      ),
    )
    expect(loud).toEqual([])
  })

  test('in French keep their marks on the line of the word before', () => {
    const loose = Object.values(messages.fr ?? {}).flatMap((all) =>
      Object.entries(all).flatMap(([key, text]) =>
        /[ \p{L}][?;]| :(?! ?number| ?day)/u.test(plain(text)) ? [key] : [],
      ),
    )
    expect(loose).toEqual([])
  })

  test('in Spanish open every question that they close', () => {
    const halved = Object.values(messages.es ?? {}).flatMap((all) =>
      Object.entries(all).flatMap(([key, text]) => (text.split('?').length === text.split('¿').length ? [] : [key])),
    )
    expect(halved).toEqual([])
  })
})

/** Without placeholders and the grammar of variants. */
const plain = (text: string): string => text.replaceAll(/\{[$#/][^}]*\}|\.input \{[^}]*\}/g, '')

describe('the checker', () => {
  const good = { en: { shared: { 'a.b': 'One {$x}' } }, fr: { shared: { 'a.b': 'Un {$x}' } } }
  const used = { 'a.ts': `t('a.b')` }

  test('accepts what is in order', () => {
    expect(checkMessages({ messages: good, sources: used })).toEqual([])
  })

  const broken: readonly (readonly [string, Parameters<typeof checkMessages>[0], RegExp])[] = [
    ['a missing translation', { messages: { ...good, fr: { shared: {} } }, sources: used }, /missing in fr/],
    ['an unused message', { messages: good, sources: {} }, /no source uses it/],
    [
      'another placeholder',
      { messages: { ...good, fr: { shared: { 'a.b': 'Un {$y}' } } }, sources: used },
      /fr has \$y/,
    ],
    [
      'a broken syntax',
      { messages: { ...good, fr: { shared: { 'a.b': 'Un {$x' } } }, sources: used },
      /cannot be read/,
    ],
    [
      'another side',
      { messages: { ...good, fr: { office: { 'a.b': 'Un {$x}' } } }, sources: used },
      /stands in office/,
    ],
    [
      'a key that stands twice',
      {
        messages: { en: { ...good.en, office: good.en.shared }, fr: { ...good.fr, office: good.fr.shared } },
        sources: used,
      },
      /stands twice in en/,
    ],
  ]
  test.each(broken)('notices %s', (_, input, problem) => {
    expect(checkMessages(input)).toEqual(expect.arrayContaining([expect.stringMatching(problem)]))
  })
})
