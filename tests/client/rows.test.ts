import { expect, test } from 'vitest'
import { readMessages } from '../../src/build/messages.ts'
import { projectRoot } from '../../src/build/root.ts'
import { compileMessages } from '../../src/client/i18n/compile/index.ts'
import type { Messages } from '../../src/client/i18n/message.ts'
import { readRows, writeRows } from '../../src/client/i18n/rows.ts'

test('every message of every language comes out of a page as it went in', async () => {
  for (const sides of Object.values(await readMessages(projectRoot))) {
    const messages = compileMessages(Object.assign({}, ...Object.values(sides)))
    expect(readRows(writeRows(messages))).toEqual(messages)
  }
})

test('keys that begin alike come out whole, in the order in which they went in', () => {
  const keys = ['a', 'a.b', 'a.b.c', 'a.b.cd', 'a.c.d', 'b.c.d', 'b.c', '1.2', '1.2.3', 'a.b.c.d.e.f.g.h.i.j.k.l']
  const messages = Object.fromEntries([...keys, `${keys.at(-1)}.m`].map((key) => [key, `say ${key}`]))
  expect(Object.entries(readRows(writeRows(messages)))).toEqual(Object.entries(messages))
})

test.each<[string, Messages]>([
  ['a text of two lines', { a: 'one\ntwo' }],
  ['a text that holds what looks like a value', { a: 'one {two}' }],
  ['a text that begins like a choice', { a: '|one' }],
  ['a bar in a choice', { a: { on: [['one', '']], of: [[['*'], 'two|three']] } }],
  ['a name with a colon', { a: [['$', 'one:two', '', '']] }],
  ['a key of two words', { 'a b': 'one' }],
  ['an empty key', { '': 'one' }],
])('%s stops the build instead of coming out as something else', (_, messages) => {
  expect(() => writeRows(messages)).toThrow(/cannot stand in a line/)
})
