import { expect, test } from 'vitest'
import { delivery } from '../../src/domain/delivery.ts'
import { nextSlot } from '../../src/service/delivery/slots.ts'

const at = (moment: string, timeZone: string, hours: readonly number[] = delivery.hours): string =>
  new Date(nextSlot(Date.parse(moment), timeZone, hours) * 60_000).toISOString().slice(0, 16)

test.each([
  ['2027-03-10T05:00Z', 'Europe/Rome', '2027-03-10T07:00'],
  ['2027-03-10T07:00Z', 'Europe/Rome', '2027-03-10T13:00'],
  ['2027-03-10T06:58Z', 'Europe/Rome', '2027-03-10T07:00'],
  ['2027-03-10T06:59Z', 'Europe/Rome', '2027-03-10T13:00'],
  ['2027-03-10T13:01Z', 'Europe/Rome', '2027-03-11T07:00'],
  ['2027-03-10T12:00Z', 'America/New_York', '2027-03-10T13:00'],
  ['2027-03-10T12:00Z', 'Asia/Kathmandu', '2027-03-11T02:15'],
  ['2027-03-10T12:00Z', 'Pacific/Chatham', '2027-03-10T18:15'],
])('what happens at %s leaves in %s at %s', (moment, timeZone, slot) => {
  expect(at(moment, timeZone)).toBe(slot)
})

test('mail leaves at eight and at two by the clock on the wall, in the nights when clocks change too', () => {
  // In Rome clocks go forward on 28 March 2027 and back on 31 October.
  expect(at('2027-03-27T20:00Z', 'Europe/Rome')).toBe('2027-03-28T06:00')
  expect(at('2027-10-30T20:00Z', 'Europe/Rome')).toBe('2027-10-31T07:00')
})

test('urgent mail leaves at the next full hour, also at one that comes twice or not at all', () => {
  const urgent = (moment: string, timeZone = 'Europe/Rome') => at(moment, timeZone, delivery.urgentHours)
  expect(urgent('2027-03-10T12:20Z')).toBe('2027-03-10T13:00')
  expect(urgent('2027-03-28T00:30Z')).toBe('2027-03-28T01:00')
  expect(urgent('2027-10-31T00:30Z')).toBe('2027-10-31T01:00')
  expect(urgent('2027-03-10T12:20Z', 'Asia/Kolkata')).toBe('2027-03-10T12:30')
})

test('every minute of a year leads to a later time of leaving, and never to an earlier one than the minute before', () => {
  let before = 0
  for (let moment = Date.UTC(2027, 0, 1); moment < Date.UTC(2028, 0, 1); moment += 7 * 60_000) {
    const slot = nextSlot(moment, 'Europe/Rome', delivery.hours)
    if (slot * 60_000 <= moment || slot < before) throw new Error(new Date(moment).toISOString())
    before = slot
  }
  expect(before).toBe(Date.UTC(2028, 0, 1, 7) / 60_000)
})
