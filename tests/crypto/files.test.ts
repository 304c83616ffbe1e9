import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openingStream, ready, sealingStream } from '../../crypto/index.ts'
import {
  type Bytes,
  fileHash,
  lawfulChunks,
  paddedChunks,
  partLength,
  partsOf,
  sha256,
} from '../../crypto/wire/index.ts'
import { openStream } from '../support/independent-stream.ts'
import { dice } from './support/dice.ts'

beforeAll(ready)

const MiB = 1024 * 1024
const key = dice('file key')(32)

/** Bytes that repeat nowhere near a part's length. */
const contents = (size: number): Bytes => {
  const bytes = new Uint8Array(size)
  for (let at = 0; at < size; at += 1) bytes[at] = (at * 31 + (at >>> 8) * 17 + (at >>> 16)) & 255
  return bytes
}

function sealed(plain: Bytes, under = key): Bytes[] {
  const stream = sealingStream(under, plain.length)
  const parts = partsOf(paddedChunks(plain.length))
  return Array.from({ length: parts }, (_, part) => stream(plain.slice(part * MiB, (part + 1) * MiB)))
}

function opened(parts: readonly Bytes[], size: number, under = key): Uint8Array {
  const stream = openingStream(under, { size, chunks: paddedChunks(size) })
  return Buffer.concat(parts.map(stream))
}

const altered = expect.objectContaining({ code: 'file.altered' })
const thrown = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return error
  }
}

describe('a sealed file', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, MiB - 1, MiB, MiB + 1, 2 * MiB + 5])(
    'of %i bytes opens again, byte by byte, from parts of the lengths that its size gives',
    (size) => {
      const plain = contents(size)
      const parts = sealed(plain)
      expect(parts.map(({ length }) => length)).toEqual(parts.map((_, part) => partLength(paddedChunks(size), part)))
      expect(Buffer.from(opened(parts, size)).equals(plain)).toBe(true)
    },
  )

  it('opens for somebody who has only the text of the protocol', () => {
    const plain = contents(3 * 65_536 + 77)
    const bytes = Buffer.concat(sealed(plain))
    const chunks = Array.from({ length: 4 }, (_, place) => bytes.subarray(place * 65_553, (place + 1) * 65_553))
    const open = openStream(key, chunks)
    expect(Buffer.from(open.subarray(0, plain.length)).equals(plain)).toBe(true)
    expect(open.length).toBe(4 * 65_536)
    expect(open.subarray(plain.length).every((byte) => byte === 0)).toBe(true)
  })

  it('does not open with a part twice, left out, out of order, shorter, or with any byte of it changed', () => {
    const size = 3 * MiB + 9
    const [first, second, third, last] = sealed(contents(size)) as [Bytes, Bytes, Bytes, Bytes]
    const flipped = second.slice()
    flipped[second.length - 20] = (flipped[second.length - 20] as number) ^ 1
    const wrong = [
      [first, first, third, last],
      [first, third, second, last],
      [second],
      [first, second.slice(0, -1), third, last],
      [first, second.slice(0, -65_553), third, last],
      [first, flipped, third, last],
      [first, second, third, last, last],
    ]
    for (const parts of wrong) expect(thrown(() => opened(parts, size))).toEqual(altered)
    expect(thrown(() => opened([first, second, third, last], size, dice('another')(32)))).toEqual(altered)
    expect(opened([first, second, third, last], size).length).toBe(size)
  })

  it('does not open at another size than its author sealed', () => {
    const parts = sealed(contents(100_000))
    expect(thrown(() => opened(parts, 99_999))).toEqual(altered)
    expect(thrown(() => opened(parts, 65_536))).toEqual(altered)
    expect(thrown(() => openingStream(key, { size: 100_000, chunks: 3 }))).toEqual(altered)
  })

  it('takes the bytes of each part and no others', () => {
    expect(() => sealingStream(key, 10)(new Uint8Array(9))).toThrow(RangeError)
    const stream = sealingStream(key, 10)
    stream(new Uint8Array(10))
    expect(() => stream(new Uint8Array(0))).toThrow(RangeError)
  })

  it('has a name that any change of its parts or of their order changes', async () => {
    const [one, two] = [await sha256(dice('1')(8)), await sha256(dice('2')(8))]
    const names = await Promise.all([fileHash(32, [one, two]), fileHash(32, [two, one]), fileHash(30, [one, two])])
    expect(new Set(names.map((name) => Buffer.from(name).toString('hex'))).size).toBe(3)
  })
})

describe('the padding of files', () => {
  it('adds at most an eighth, or less than a chunk, and leaves few sizes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1024 * MiB }), (size) => {
        const needed = Math.max(1, Math.ceil(size / 65_536))
        const chunks = paddedChunks(size)
        expect(chunks).toBeGreaterThanOrEqual(needed)
        expect(chunks).toBeLessThanOrEqual(Math.max(needed, Math.floor(needed * 1.125)))
        expect(lawfulChunks(chunks)).toBe(true)
      }),
    )
    const lawful = Array.from({ length: 16_385 }, (_, chunks) => chunks).filter(lawfulChunks)
    expect(lawful.length).toBe(140)
    expect(lawful.slice(0, 12)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16])
  })

  it('refuses a file of more than a gibibyte', () => {
    expect(paddedChunks(1024 * MiB)).toBe(16_384)
    expect(thrown(() => paddedChunks(1024 * MiB + 1))).toEqual(expect.objectContaining({ code: 'file.too_large' }))
  })
})
