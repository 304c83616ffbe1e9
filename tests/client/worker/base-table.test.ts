import { ed25519 } from '@noble/curves/ed25519.js'
import { expect, test } from 'vitest'
import { baseTable } from '../../../src/client/worker/base-table.ts'
import { packModule, tableInBase64, unpackModule } from '../../../src/client/worker/packed-module.ts'

const { Fp } = ed25519.Point
const { d } = ed25519.Point.CURVE()

/** What each limb of a number counts: ten of 26 and 25 bits in turn. */
const weights = [0, 26, 51, 77, 102, 128, 153, 179, 204, 230].map((bits) => 2n ** BigInt(bits))

/** The numbers that a table holds. */
const numbersIn = (table: Uint8Array): bigint[] => {
  const view = new DataView(table.buffer)
  return Array.from({ length: table.length / 40 }, (_, number) =>
    Fp.create(
      weights.reduce((sum, weight, limb) => sum + weight * BigInt(view.getInt32(number * 40 + limb * 4, true)), 0n),
    ),
  )
}

test('whoever signs does so by the multiples of the base point that another library reckons as well', () => {
  const expected = Array.from({ length: 256 }, (_, place) => {
    const times = BigInt((place % 8) + 1) * 256n ** BigInt(Math.floor(place / 8))
    const { x, y } = ed25519.Point.BASE.multiply(times % ed25519.Point.Fn.ORDER).toAffine()
    return [Fp.add(y, x), Fp.sub(y, x), Fp.mul(Fp.mul(2n, d), Fp.mul(x, y))]
  })
  expect(numbersIn(baseTable())).toEqual(expected.flat())
})

test('a module with the table arrives as it was sent, whatever else is in it', () => {
  const other = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  const module = Buffer.concat([other, baseTable(), other])
  const packed = packModule(module)
  expect(packed).toHaveLength(2 * other.length + 1)
  expect(unpackModule(packed)).toBe(module.toString('base64'))
})

test.each([0, 1, 2])('the table is found in a text of base64, %i bytes of it written with those before it', (skip) => {
  const before = (3 - skip) % 3
  const text = Buffer.concat([Buffer.alloc(before, 7), baseTable(), Buffer.alloc(5, 9)]).toString('base64')
  expect(text).toContain(tableInBase64(skip))
})
