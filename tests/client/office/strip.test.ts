import { expect, test } from 'vitest'
import { placeOf, strip } from '../../../src/client/office/inbox/strip.ts'

const classesOf = (due: string | null) => strip(due, '2026-11-20').shapes.map(({ attributes }) => attributes.class)

test('days further away never stand nearer, and what is beyond the scale stands at its end', () => {
  const places = Array.from({ length: 200 }, (_, index) => placeOf(index - 20))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect([placeOf(-400), placeOf(0), placeOf(7), placeOf(30), placeOf(120), placeOf(400)]).toEqual([
    0, 60, 144, 206, 268, 268,
  ])
})

test('a late case is drawn to the left of today, one due within three days is filled, and one without a clock is empty', () => {
  expect(classesOf('2026-11-18')).toContain('k-late')
  expect(classesOf('2026-11-20')).toContain('k-soon')
  expect(classesOf('2026-11-23')).toContain('k-soon')
  expect(classesOf('2026-11-24')).toContain('k-left')
  expect(classesOf(null)).toEqual(['k-grid', 'k-today'])
})
