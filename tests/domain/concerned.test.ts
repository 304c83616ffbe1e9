import { expect, it } from 'vitest'
import { concernedIn } from '../../src/domain/concerned.ts'
import { maySeeTitle, type Summary } from '../../src/domain/summary.ts'

it('whoever is asked about conflicts sees the names of a request and nothing of its story', () => {
  const story = 'They took my desk.'
  const found = concernedIn({
    ...{ type: 'report', kind: 'protection', mode: 'open', language: 'en', story, title: 'The desk' },
    ...{ activity_what: 'I reported travel.', activity_to: 'Internal audit', persons: ' Head of section ' },
    ...{ evidence: 'A photograph', name: 'Rosa Lind' },
    acts: JSON.stringify([{ by: 'The director', effect: 'No desk' }, { witness: 'A colleague' }]),
  })
  expect(found).toEqual([
    { field: 'persons', value: 'Head of section' },
    { field: 'activity_to', value: 'Internal audit' },
    { field: 'by', act: 1, value: 'The director' },
    { field: 'witness', act: 2, value: 'A colleague' },
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
