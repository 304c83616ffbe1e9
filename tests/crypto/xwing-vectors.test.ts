import { beforeAll, describe, expect, it } from 'vitest'
import { ready } from '../../crypto/index.ts'
import { decapsulate, encapsulate, sealingPair } from '../../crypto/sodium/index.ts'
import vectors from '../vectors/xwing-draft-10.json' with { type: 'json' }
import { fromHex, toHex } from './support/hex.ts'

/** Published in draft-connolly-cfrg-xwing-kem-10, appendix C; of keys and ciphertexts the first and last 36 bytes. */
describe('the published X-Wing vectors', () => {
  beforeAll(ready)
  for (const { seed, eseed, pk, ct, ss } of vectors) {
    it(`hold for the seed ${seed.slice(0, 8)}`, () => {
      const pair = sealingPair(fromHex(seed))
      const { ciphertext, shared } = encapsulate(pair.publicKey, fromHex(eseed))
      expect(pair.publicKey.length).toBe(1216)
      expect(ciphertext.length).toBe(1120)
      expect([toHex(pair.publicKey.subarray(0, 36)), toHex(pair.publicKey.subarray(-36))]).toEqual(pk)
      expect([toHex(ciphertext.subarray(0, 36)), toHex(ciphertext.subarray(-36))]).toEqual(ct)
      expect(toHex(shared)).toBe(ss)
      expect(toHex(decapsulate(ciphertext, pair.secretKey))).toBe(ss)
    })
  }
})
