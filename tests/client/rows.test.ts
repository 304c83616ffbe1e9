import { expect, test } from 'vitest'
import { readMessages } from '../../src/build/messages.ts'
import { projectRoot } from '../../src/build/root.ts'
import { compileMessages } from '../../src/client/i18n/compile/index.ts'
import { readRows, writeRows } from '../../src/client/i18n/rows.ts'

test('every message of every language comes out of a page as it went in', async () => {
  for (const sides of Object.values(await readMessages(projectRoot))) {
    const messages = compileMessages(Object.assign({}, ...Object.values(sides)))
    expect(readRows(writeRows(messages))).toEqual(messages)
  }
})

test.each([
  ['a text of two lines', { a: 'one\ntwo' }],
  ['a text that begins like a list', { a: '[one]' }],
  ['a text that begins like a choice', { a: '{one}' }],
  ['a key of two words', { 'a b': 'one' }],
  ['an empty key', { '': 'one' }],
])('%s stops the build instead of coming out as something else', (_, messages) => {
  expect(() => writeRows(messages)).toThrow(/cannot stand in a line/)
})
