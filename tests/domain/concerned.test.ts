import { expect, it } from 'vitest'
import { concernedIn } from '../../src/domain/concerned.ts'
import { known } from '../../src/domain/pack/rules.ts'
import type { History } from '../../src/domain/procedure/step.ts'
import { maySeeTitle, type Summary } from '../../src/domain/summary.ts'
import { rules } from './procedure/support/cast.ts'

const transition = known(rules.transitions, 'add-act')
const addedLater: History = [
  {
    ...{ sequence: 3, day: '2026-11-23', transition, signers: [{ role: 'reporter', id: 'reporter-0' }], moved: null },
    ...{
      facts: { acts: JSON.stringify([{ by: 'The new deputy', effect: 'No desk' }]) },
      about: { 'act-3': 'unknown' },
      files: [],
    },
  },
]

it('whoever is asked about conflicts sees the names of a request, acts added since included, and nothing of its story', () => {
  const story = 'They took my desk.'
  const found = concernedIn(
    {
      ...{ type: 'report', kind: 'protection', mode: 'open', language: 'en', story, title: 'The desk' },
      ...{ activity_what: 'I reported travel.', activity_to: 'Internal audit', persons: ' Head of section ' },
      ...{ evidence: 'A photograph', name: 'Rosa Lind' },
      acts: JSON.stringify([{ by: 'The director', effect: 'No desk' }, { witness: 'A colleague' }]),
    },
    addedLater,
  )
  expect(found).toEqual([
    { field: 'persons', value: 'Head of section' },
    { field: 'activity_to', value: 'Internal audit' },
    { field: 'by', act: 1, value: 'The director' },
    { field: 'witness', act: 2, value: 'A colleague' },
    { field: 'by', act: 3, value: 'The new deputy' },
  ])
})

it('the title of a request is for those who declared, that of a report for all who read it', () => {
  const summary: Summary = {
    ...{ title: 'The desk', kind: 'protection', state: 'received', received: '2026-11-20', owed: null },
    ...{ last: 'reporter', declared: 'AbcdEfgh' },
  }
  expect(maySeeTitle(summary, 'Efgh-the-rest')).toBe(true)
  // Four characters that stand across two marks are nobody's.
  expect(maySeeTitle(summary, 'cdEf-the-rest')).toBe(false)
  expect(maySeeTitle({ ...summary, kind: 'report', declared: '' }, 'cdEf')).toBe(true)
})
