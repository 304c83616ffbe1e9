import { describe, expect, test } from 'vitest'
import { clockLine, clockState } from '../../src/client/ui/draw/clock.ts'
import { caseCut, officeCut } from '../../src/client/ui/draw/cut.ts'
import { stepsLine } from '../../src/client/ui/draw/steps.ts'

const heightsOf = (d: unknown): number[] => [...String(d).matchAll(/(?:M0 |V)([\d.]+)H/g)].map(([, y]) => Number(y))

describe('a cut', () => {
  const hash = Uint8Array.from({ length: 32 }, (_, index) => index)

  test('of a case has 12 steps of 4 heights, from the bytes of its hash', () => {
    const heights = heightsOf(caseCut(hash).shapes[1]?.attributes.d)
    expect(heights).toEqual([2, 6, 10, 14, 2, 6, 10, 14, 2, 6, 10, 14])
  })

  test('of two cases differs', () => {
    expect(caseCut(hash)).not.toEqual(caseCut(hash.toReversed()))
  })

  test('of an office is straight as long as nothing is known of it', () => {
    expect(new Set(heightsOf(officeCut().shapes[1]?.attributes.d)).size).toBe(1)
    expect(new Set(heightsOf(officeCut(hash).shapes[1]?.attributes.d)).size).toBe(4)
  })
})

describe('a clock', () => {
  test.each([
    [{ days: 30, gone: 11 }, 'running'],
    [{ days: 10, gone: 7 }, 'soon'],
    [{ days: 7, gone: 7 }, 'soon'],
    [{ days: 7, gone: 8 }, 'late'],
    [{ days: 3, gone: 2, kept: true }, 'kept'],
  ] as const)('%o is %s', (clock, state) => {
    expect(clockState(clock)).toBe(state)
    expect(clockLine(clock).shapes.some(({ attributes }) => String(attributes.class) === `k-${BARS[state]}`)).toBe(true)
  })

  const BARS = { running: 'left', soon: 'soon', late: 'late', kept: 'kept' }

  test('of no days at all can still be drawn', () => {
    expect(JSON.stringify(clockLine({ days: 0, gone: 0 }))).not.toContain('NaN')
  })
})

test('the progress line is filled as far as the step', () => {
  expect(stepsLine(6, 9).shapes.find(({ tag }) => tag === 'rect')?.attributes.width).toBe(180)
})
