import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytes, bytesUpTo, day } from '../../src/contract/binary.ts'
import { parse } from '../../src/contract/parse.ts'

const text = (value: Uint8Array) => Buffer.from(value).toString('base64url')

test('bytes of the right length are taken, in their one form and in no other', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 100 }), (value) => {
      const encoded = text(value)
      expect(parse(bytes(value.length), encoded).ok).toBe(true)
      expect(parse(bytes(value.length + 1), encoded).ok).toBe(false)
      expect(parse(bytesUpTo(value.length), encoded).ok).toBe(true)
      expect(parse(bytesUpTo(value.length - 1), encoded).ok).toBe(false)
      for (const other of [`${encoded}=`, `${encoded} `, `+${encoded.slice(1)}`, `${encoded}A`]) {
        expect(parse(bytes(value.length), other).ok).toBe(false)
      }
    }),
  )
})

test('text with leftover bits is another text for the same bytes and is refused', () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const taken = (head: string, length: number) => [...letters].filter((last) => parse(bytes(length), head + last).ok)
  expect(taken('A', 1).join('')).toBe('AQgw')
  expect(taken('AA', 2)).toHaveLength(16)
  expect(taken('AAA', 3)).toHaveLength(64)
})

test('a day exists', () => {
  const real = ['2026-02-28', '2028-02-29', '1970-01-01']
  const unreal = ['2026-02-29', '2026-13-01', '2026-1-1', '20260101', '2026-01-01T00:00:00Z', '']
  expect([...real, ...unreal].filter((each) => parse(day, each).ok)).toEqual(real)
})
