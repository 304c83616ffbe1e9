import { expect, test } from 'vitest'
import { known } from '../../../src/domain/pack/rules.ts'
import { aboutWords } from '../../../src/domain/procedure/about-words.ts'
import { letterWords } from '../../../src/domain/procedure/letters.ts'
import { beginning, withStep } from '../../../src/domain/procedure/run.ts'
import { person, rules, setting } from './support/cast.ts'

const naming = {
  ...{ language: 'en', unknown: 'not known', person: (id: string) => id },
  day: (day: string) => `on ${day}`,
  list: (items: readonly string[]) => items.join(' and '),
  labelled: (label: string, value: string) => `${label}: ${value}`,
  act: (id: string) => `the act ${id.slice(-1)}`,
}
const words = (transition: string, about: Readonly<Record<string, string>>) =>
  aboutWords(setting, known(rules.transitions, transition), about, naming)

test('people read what was said of each act, promise and check-in by its name, never by an id', () => {
  expect(words('add-act', { 'act-3': '2026-11-21', 'act-4': 'unknown' })).toEqual([
    ['the act 3', 'on 2026-11-21'],
    ['the act 4', 'not known'],
  ])
  expect(words('report-items', { 'Restore the duties': 'done' })).toEqual([['Restore the duties', 'Done']])
  const [checkIn] = rules.pack['check-ins']
  if (checkIn === undefined) throw new Error('no check-in')
  expect(words('check-in', { [checkIn.id]: 'changed' })[0]?.[0]).toBe(checkIn.label.en)
})

test('people read a letter by its number and recipient', () => {
  const shown = withStep(rules, beginning(rules, '2026-11-20'), {
    ...{ sequence: 0, day: '2026-11-20', author: person('ines'), transition: 'show-letter' },
    facts: { letter: 'letter-1', recipient: 'The head of personnel', purpose: 'An order', text: 'Please stop.' },
  })
  expect(letterWords(shown, 'letter', 'letter-1')).toBe('1, The head of personnel')
  expect(letterWords(shown, 'letter', 'letter-2')).toBeNull()
  expect(letterWords(shown, 'person', 'letter-1')).toBeNull()
})
