import { expect, test } from 'vitest'
import { civilDay, civilDayNumber } from '../../src/domain/headquarters-day.ts'

test('it is another day at another headquarters', () => {
  const moment = Date.UTC(2026, 11, 31, 23, 30)
  expect(civilDay(moment, 'UTC')).toBe('2026-12-31')
  expect(civilDay(moment, 'Europe/Paris')).toBe('2027-01-01')
  expect(civilDay(moment, 'America/New_York')).toBe('2026-12-31')
  expect(civilDay(moment, 'Pacific/Kiritimati')).toBe('2027-01-01')
})

test('summer time moves midnight', () => {
  const winter = Date.UTC(2026, 0, 15, 22, 30)
  const summer = Date.UTC(2026, 6, 15, 22, 30)
  expect(civilDay(winter, 'Europe/Paris')).toBe('2026-01-15')
  expect(civilDay(summer, 'Europe/Paris')).toBe('2026-07-16')
})

test('days count from 1970', () => {
  expect(civilDayNumber(0, 'UTC')).toBe(0)
  expect(civilDayNumber(Date.UTC(2026, 0, 1), 'UTC')).toBe(20_454)
})
