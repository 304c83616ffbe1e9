import { describe, expect, it } from 'vitest'
import { endOf, endWithPauses, lastDayOf, type Pause, settlePauses } from '../../src/domain/spans.ts'

const weekendsOnly = { holidays: [] }

const christmas = { holidays: ['2026-12-25', '2027-01-01'] }
const days = (length: number) => ({ unit: 'days', length }) as const
const working = (length: number) => ({ unit: 'working-days', length }) as const
const months = (length: number) => ({ unit: 'months', length }) as const

describe('how time is counted', () => {
  it.each([
    ['a limit of thirty days', days(30), '2026-11-25', '2026-12-25', '2026-12-28'],
    ['a limit that ends on New Year', days(7), '2026-12-25', '2027-01-01', '2027-01-04'],
    ['days across the night when clocks go forward', days(2), '2027-03-27', '2027-03-29', '2027-03-29'],
    ['days across the night when clocks go back', days(2), '2026-10-24', '2026-10-26', '2026-10-26'],
    ['days across a leap day', days(30), '2028-02-10', '2028-03-11', '2028-03-13'],
    ['days across a February without one', days(30), '2027-02-10', '2027-03-12', '2027-03-12'],
    ['a month from the last of January', months(1), '2027-01-31', '2027-02-28', '2027-03-01'],
    ['a month from the last of January in a leap year', months(1), '2028-01-31', '2028-02-29', '2028-02-29'],
    ['a year from a leap day', months(12), '2028-02-29', '2029-02-28', '2029-02-28'],
    ['six months over the turn of the year', months(6), '2026-08-31', '2027-02-28', '2027-03-01'],
    ['ten working days over Christmas', working(10), '2026-12-21', '2027-01-06', '2027-01-06'],
    ['working days from a Saturday', working(3), '2026-11-21', '2026-11-25', '2026-11-25'],
  ] as const)('%s', (_, span, start, end, last) => {
    expect(endOf(span, start, christmas)).toBe(end)
    expect(lastDayOf(span, start, christmas)).toBe(last)
  })

  it.each([
    ['a pause moves the end by its days', days(30), [['2026-12-01', '2026-12-11']], '2027-01-04'],
    [
      'two pauses add up',
      days(30),
      [
        ['2026-12-01', '2026-12-06'],
        ['2026-12-10', '2026-12-15'],
      ],
      '2027-01-04',
    ],
    ['a pause before the start counts only from the start', days(30), [['2026-11-15', '2026-11-30']], '2026-12-30'],
    ['a pause on the last day comes too late', days(30), [['2026-12-25', '2026-12-31']], '2026-12-25'],
    ['months are added first, then the pause', months(1), [['2026-12-01', '2026-12-11']], '2027-01-04'],
    ['paused working days are not counted', working(5), [['2026-11-26', '2026-12-01']], '2026-12-07'],
  ] as const)('%s', (_, span, pauses, end) => {
    const closed = pauses.map(([from, until]) => ({ from, until }))
    expect(endWithPauses(span, '2026-11-25', closed, weekendsOnly)).toBe(end)
  })

  it('pauses that overlap count once, and no more than their cap in all', () => {
    const pauses: Pause[] = [
      { from: '2026-12-05', until: '2026-12-20' },
      { from: '2026-12-01', until: '2026-12-10' },
      { from: '2026-12-31', until: null },
    ]
    const settle = (cap?: number) => settlePauses(pauses, '2027-01-10', cap)
    expect(settle().closed.at(-1)).toEqual({ from: '2026-12-31', until: '2027-01-10' })
    expect(settle().open).toBe(true)
    expect(settle(20).closed).toEqual([
      { from: '2026-12-01', until: '2026-12-10' },
      { from: '2026-12-10', until: '2026-12-20' },
      { from: '2026-12-31', until: '2027-01-01' },
    ])
    expect(settle(20).open).toBe(false)
  })
})
