import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { bodyOf, decodeBody, encodeBody } from '../../crypto/case/body.ts'
import { pad, unpad } from '../../crypto/case/padding.ts'
import { ready } from '../../crypto/index.ts'
import { type Bytes, bodyCommitment, buckets } from '../../crypto/wire/index.ts'
import { dice } from './support/dice.ts'

const text = fc.string({
  unit: fc.oneof(fc.constantFrom('a', 'é', 'ع', '報', '😀', '\n'), fc.string({ unit: 'grapheme', maxLength: 1 })),
  maxLength: 3000,
})
const name = fc.stringMatching(/^[a-z_]{1,30}$/)
const body = fc.dictionary(name, text, { maxKeys: 30, noNullPrototype: true })

const bucketOf = (padded: Bytes) => buckets.indexOf(padded.length)

describe('a body', () => {
  beforeAll(ready)

  it('comes back as it was written, in whatever script, in its order', async () => {
    await fc.assert(
      fc.asyncProperty(body, async (written) => {
        const { padded, commitment } = await encodeBody(written, dice('salts'))
        const read = bodyOf(await decodeBody(padded, commitment))
        expect(Object.entries(read)).toEqual(Object.entries(written))
      }),
      { numRuns: 60 },
    )
  })

  it('has one of seven lengths, whatever it says', async () => {
    await fc.assert(
      fc.property(fc.integer({ min: 0, max: 262_140 }), (length) => {
        const padded = pad(new Uint8Array(length))
        expect(bucketOf(padded)).toBeGreaterThanOrEqual(0)
        // The smallest that holds it: two bodies of one bucket cannot be told apart by their length.
        expect(padded.length === 4096 || padded.length / 2 < length + 4).toBe(true)
        expect(unpad(padded)).toHaveLength(length)
      }),
      { numRuns: 200 },
    )
  })

  it('may be as long as the limit and no longer', () => {
    expect(pad(new Uint8Array(262_140))).toHaveLength(262_144)
    expect(() => pad(new Uint8Array(262_141))).toThrow('body.too_long')
  })

  it('is refused before it is encoded if it is far too long', async () => {
    await expect(encodeBody({ story: 'x'.repeat(300_000) }, dice('salts'))).rejects.toThrow('body.too_long')
    await expect(encodeBody({ story: '報'.repeat(100_000) }, dice('salts'))).rejects.toThrow('body.too_long')
  })

  it('is refused with anything but zeros behind it, or in too large a size', () => {
    const padded = pad(new Uint8Array(10))
    for (const at of [14, 100, 4095]) {
      const bent = padded.slice()
      bent[at] = 1
      expect(() => unpad(bent)).toThrow('body.malformed')
    }
    const roomy = new Uint8Array(8192)
    roomy.set(padded)
    expect(() => unpad(roomy)).toThrow('body.malformed')
    expect(() => unpad(new Uint8Array(3))).toThrow('body.malformed')
    expect(() => unpad(new Uint8Array(4096).fill(255))).toThrow('body.malformed')
  })

  it('is refused if the header commits to other words, another order or other salts', async () => {
    const written = { type: 'message', text: 'Hello' }
    const { padded, commitment } = await encodeBody(written, dice('one'))
    const fields = await decodeBody(padded, commitment)
    const other = await encodeBody({ ...written, text: 'Hallo' }, dice('one'))
    const turned = await encodeBody({ text: 'Hello', type: 'message' }, dice('one'))
    const salted = await encodeBody(written, dice('two'))
    for (const { commitment: wrong } of [other, turned, salted]) {
      await expect(decodeBody(padded, wrong)).rejects.toThrow('body.bad_commitment')
    }
    expect(await bodyCommitment(fields)).toEqual(commitment)
  })

  it('without fields commits to nothing that could be guessed', async () => {
    const [one, two] = [await encodeBody({}, dice('one')), await encodeBody({}, dice('two'))]
    expect(one.padded).toEqual(two.padded)
    expect(one.commitment).not.toEqual(two.commitment)
    expect(bodyOf(await decodeBody(one.padded, one.commitment))).toEqual({})
  })
})
