import { describe, expect, it } from 'vitest'
import { clocks, lastDay } from '../../src/domain/clocks.ts'
import {
  addDays,
  addMonths,
  addWorkingDays,
  dayNumber,
  dayOf,
  daysBetween,
  isDay,
  rollOn,
} from '../../src/domain/days.ts'
import { firstSchedule, mayRelease } from '../../src/domain/schedule.ts'

const weekendsOnly = { holidays: [] }
const christmas = { holidays: ['2026-12-25', '2027-01-01'] }

describe('days as the headquarters counts them', () => {
  it('a day that does not exist is not a day', () => {
    expect(['2026-02-28', '2028-02-29', '1970-01-01'].every(isDay)).toBe(true)
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '1969-12-31', '', '2026-11-20T00:00'].some(isDay)).toBe(false)
  })

  it('the number of a day and back is the same day, across leap years', () => {
    for (const day of ['1970-01-01', '2000-02-29', '2026-11-20', '2100-03-01']) expect(dayOf(dayNumber(day))).toBe(day)
    expect(dayNumber('1970-01-02')).toBe(1)
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  })

  it('the day of the event is not counted', () => {
    expect(addDays('2026-11-20', 7)).toBe('2026-11-27')
    expect(addWorkingDays('2026-11-20', 3, weekendsOnly)).toBe('2026-11-25')
  })

  it('months are added at once, and end with the month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2027-11-30', 3)).toBe('2028-02-29')
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15')
  })

  it('a last day on a weekend or holiday rolls on', () => {
    expect(rollOn('2026-11-21', weekendsOnly)).toBe('2026-11-23')
    expect(rollOn('2026-12-25', christmas)).toBe('2026-12-28')
    expect(rollOn('2026-11-20', weekendsOnly)).toBe('2026-11-20')
  })

  it.each([
    ['acknowledgement', '2026-11-20', '2026-11-25'],
    ['acknowledgement', '2026-12-23', '2026-12-29'],
    ['acknowledgement-limit', '2026-11-20', '2026-11-27'],
    ['acknowledgement-limit', '2026-12-18', '2026-12-28'],
    ['feedback', '2026-11-30', '2027-03-01'],
  ] as const)('the %s clock that starts on %s ends on %s', (clock, start, end) => {
    expect(lastDay(clocks[clock], start, christmas)).toBe(end)
  })

  it('every first entry has the same schedule, and the release day can be moved 130 days ahead at most', () => {
    expect(firstSchedule('2026-11-20', weekendsOnly)).toEqual({ remind: '2026-11-25', release: '2026-11-27' })
    expect(mayRelease(addDays('2026-11-20', 130), '2026-11-20')).toBe(true)
    expect(mayRelease(addDays('2026-11-20', 131), '2026-11-20')).toBe(false)
    expect(mayRelease('2026-11-19', '2026-11-20')).toBe(false)
  })
})
