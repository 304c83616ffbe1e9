import { expect, test } from 'vitest'
import { correctionsIn, targetText } from '../../src/domain/corrections.ts'
import { fieldsOf, type Step, stepOf } from '../../src/domain/steps.ts'

const report: Step = { type: 'report', kind: 'report', mode: 'anonymous', language: 'en', story: 'Split.', when: 'May' }
const correcting = (corrects: string): Step => ({ type: 'message', text: 'It was June.', corrects })
const said = (sequence: number, author: string | null, step: Step) => ({
  sequence,
  author,
  step,
  day: '2026-11-21' as const,
})

test('somebody puts right one answer of their report, or a whole message', () => {
  const entries = [
    said(0, null, report),
    said(1, null, correcting(targetText({ sequence: 0, field: 'when' }))),
    said(2, null, correcting(targetText({ sequence: 1, field: null }))),
  ]
  expect(correctionsIn(entries)).toEqual([
    { sequence: 0, field: 'when', by: 1, day: '2026-11-21' },
    { sequence: 1, field: null, by: 2, day: '2026-11-21' },
  ])
})

test.each([
  ['the words of somebody else', 'marika', '0'],
  ['an answer that was not given', null, '0 place'],
  ['itself', null, '1'],
  ['an entry that is to come', null, '7'],
  ['nothing that can be read', null, '0 when; all'],
])('nobody puts right %s', (_, author, corrects) => {
  expect(correctionsIn([said(0, null, report), said(1, author, correcting(corrects))])).toEqual([])
})

test('nobody who helps puts right the reporter’s own words', () => {
  const helper = { ...said(1, null, correcting('0 when')), further: { id: 'a further key' } }
  expect(correctionsIn([said(0, null, report), helper])).toEqual([])
})

test('what a message puts right is sealed with it', () => {
  expect(stepOf(fieldsOf(correcting('0 when')))).toEqual(correcting('0 when'))
})
