import { describe, expect, test } from 'vitest'
import { type Act, actsText, appealStart, courseOf, dayOfAct, parseActs } from '../../src/domain/acts.ts'
import { lastAppealDay } from '../../src/domain/appeal.ts'
import { fieldsOf, type Step, stepOf } from '../../src/domain/steps.ts'

const acts: readonly Act[] = [
  { type: 'kept-off-projects', taken: '2026-05-04', by: 'the head of section' },
  { type: 'bad-appraisal', notified: '2026-06-19', witness: 'a colleague', witness_ask: 'first' },
]

describe('the acts of a request', () => {
  test('come out of the sealed field as they were put in', () => {
    expect(parseActs(actsText(acts))).toEqual(acts)
  })

  test('of which nothing was said are left out, and no acts at all leave the field out', () => {
    expect(parseActs(actsText([{}, ...acts, { by: '  ' }]))).toEqual(acts)
    expect(actsText([{}])).toBe('')
  })

  test('lose only the parts that do not hold', () => {
    const strange = [{ taken: '2026-02-30', by: 'him', witness_ask: 'perhaps', more: 'x', effect: 7 }, 'no act', null]
    expect(parseActs(JSON.stringify(strange))).toEqual([{ by: 'him' }, {}, {}])
    expect(parseActs('[{"__proto__":{"by":"him"}}]')).toEqual([{}])
  })

  test.each(['', 'three things', '{"by":"him"}', JSON.stringify(Array(101).fill({ by: 'him' }))])(
    'are not read from what the form cannot have made',
    (text) => {
      expect(parseActs(text)).toBeNull()
    },
  )
})

describe('the days between', () => {
  test('speaking up and each act are counted in calendar days, in the order of the days', () => {
    const course = courseOf('2026-04-14', [acts[1] ?? {}, acts[0] ?? {}])
    expect(course?.acts.map(({ number, day, since }) => [number, day, since])).toEqual([
      [2, '2026-05-04', 20],
      [1, '2026-06-19', 66],
    ])
  })

  test('are negative for an act that came first', () => {
    expect(courseOf('2026-05-05', acts)?.acts[0]?.since).toBe(-1)
  })

  test('cannot be counted while the day of speaking up or of every act is open', () => {
    expect(courseOf(undefined, acts)).toBeNull()
    expect(courseOf('in spring', acts)).toBeNull()
    expect(courseOf('2026-04-14', [{ about: 'in May' }])).toBeNull()
  })

  test('run to the day on which an act was done, and an appeal’s limit from the day of its notice', () => {
    const act = { known: '2026-05-01', taken: '2026-05-04', notified: '2026-05-06' }
    expect([dayOfAct(act), appealStart(act)]).toEqual(['2026-05-04', '2026-05-06'])
    expect([dayOfAct({ known: '2026-05-01' }), appealStart({ known: '2026-05-01' })]).toEqual([
      '2026-05-01',
      '2026-05-01',
    ])
  })
})

test('the last day of an appeal is counted only from a day that is known, and does not roll on', () => {
  const limit = { label: 'Internal appeal', unit: 'days', length: 60 } as const
  expect(lastAppealDay({ notified: '2026-05-06' }, limit)).toBe('2026-07-05')
  expect(lastAppealDay({ taken: '2026-01-31' }, { ...limit, unit: 'months', length: 1 })).toBe('2026-02-28')
  expect(lastAppealDay({ about: 'in May' }, limit)).toBeNull()
})

describe('the sealed form', () => {
  test('of a request keeps what it says, and of the baseline in the envelope too', () => {
    const request: Step = {
      type: 'report',
      kind: 'protection',
      mode: 'anonymous',
      language: 'en',
      story: 'I was taken off.',
      for_whom: 'me',
      track: 'protection',
      activity_when: '2026-04-14',
      acts: actsText(acts),
      measures: 'separate',
    }
    expect(stepOf(fieldsOf(request))).toEqual(request)
    const baseline = { type: 'identity', work_duties: 'Travel claims', work_leave: 'July' } as const
    expect(stepOf(fieldsOf(baseline))).toEqual(baseline)
  })

  test('of a report from before there were requests is read as it was', () => {
    const before = {
      type: 'report',
      kind: 'protection',
      mode: 'open',
      language: 'fr',
      story: 'On m’a muté.',
      name: 'Zoé',
    }
    expect(stepOf(before)).toEqual(before)
    expect(stepOf({ type: 'identity', name: 'Zoé' })).toEqual({ type: 'identity', name: 'Zoé' })
  })
})
