import { expect, test } from 'vitest'
import { descriptionOf } from '../../src/contract/description.ts'
import { description } from '../support/office.ts'

test('what an office says of itself is read as it was written, and nothing beside it', () => {
  expect(descriptionOf({ ...description, motto: 'Listen first' })).toEqual(description)
})

test('a description without one of its parts is none', () => {
  for (const part of Object.keys(description)) {
    const { [part as 'name']: _, ...rest } = description
    expect(descriptionOf(rest), part).toBeNull()
  }
  for (const value of [null, 'text', 7, [], [description]]) expect(descriptionOf(value)).toBeNull()
})

test.each<[string, Readonly<Record<string, unknown>>]>([
  ['a later form of it', { version: 2 }],
  ['no name at all', { name: {} }],
  ['a name in something that is no language', { name: { english: 'Ethics Office' } }],
  ['a name that is no text', { name: { en: 7 } }],
  ['contacts in a list', { contacts: ['Room 12'] }],
  ['a text of more than 2,000 characters', { emergency: { en: 'x'.repeat(2_001) } }],
  ['an exit without TLS', { exitAddress: 'http://weather.example/' }],
  ['an exit that is a script', { exitAddress: 'javascript:alert(1)' }],
  ['an exit that no browser can go to', { exitAddress: 'https://weather<.example/' }],
  ['an exit without a host', { exitAddress: 'https://' }],
  ['a time zone that does not exist', { timeZone: 'Europe/Atlantis' }],
  ['a hash that is too short', { pack: description.pack.slice(1) }],
])('%s is refused', (_, part) => {
  expect(descriptionOf({ ...description, ...part })).toBeNull()
})
