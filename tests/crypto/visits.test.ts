import { beforeAll, describe, expect, test } from 'vitest'
import { openVisit, ready, sealVisit } from '../../crypto/index.ts'
import { openVisitMark } from '../support/independent-reader.ts'
import { dice } from './support/dice.ts'
import { flip } from './support/flip.ts'
import { today } from './support/office.ts'

beforeAll(ready)

const key = dice('a case key')(16)

describe('the mark of a visit', () => {
  test('tells its day and its number to the next visit with the same key', () => {
    const { visit, cell } = sealVisit(today, key, dice('visit'))
    expect(visit.day).toBe(today)
    expect(openVisit(cell, key)).toEqual(visit)
    expect(openVisitMark(cell, key)).toEqual(visit)
    expect(cell).toHaveLength(47)
  })

  test('has another number each time', () => {
    const random = dice('visits')
    const numbers = Array.from({ length: 20 }, () => sealVisit(today, key, random).visit.number)
    expect(new Set(numbers).size).toBeGreaterThan(15)
  })

  test('tells nothing to another key, nor where it was altered', () => {
    const { cell } = sealVisit(today, key, dice('visit'))
    expect(openVisit(cell, dice('another')(16))).toBeNull()
    expect(openVisit(dice('filler')(47), key)).toBeNull()
    for (const bit of [0, 200, 47 * 8 - 1]) expect(openVisit(flip(cell, bit), key)).toBeNull()
  })
})
