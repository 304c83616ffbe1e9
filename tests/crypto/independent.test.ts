import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { ed25519 } from '@noble/curves/ed25519.js'
import { blake2b } from '@noble/hashes/blake2.js'
import { ml_kem768_x25519 as xwing } from '@noble/post-quantum/hybrid.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { ready } from '../../crypto/index.ts'
import {
  decapsulate,
  decrypt,
  derive,
  encapsulate,
  encrypt,
  sealingPair,
  sign,
  signingPair,
} from '../../crypto/sodium/index.ts'
import { concat, tag, utf8, verifyByWebCrypto } from '../../crypto/wire/index.ts'
import { dice } from './support/dice.ts'

/** Another implementation by other people agrees with what seals and signs here. */
describe('an independent implementation', () => {
  beforeAll(ready)
  const random = dice('independent')

  it('opens what was sealed here and the other way round, for 1,000 seeds', () => {
    for (let round = 0; round < 1000; round++) {
      const seed = random(32)
      const [ours, theirs] = [sealingPair(seed), xwing.keygen(seed)]
      expect(theirs.publicKey).toEqual(ours.publicKey)
      if (round % 2 === 0) {
        const { ciphertext, shared } = encapsulate(ours.publicKey, random(64))
        expect(xwing.decapsulate(ciphertext, theirs.secretKey)).toEqual(shared)
      } else {
        const { cipherText, sharedSecret } = xwing.encapsulate(theirs.publicKey, random(64))
        expect(decapsulate(new Uint8Array(cipherText), ours.secretKey)).toEqual(sharedSecret)
      }
    }
  })

  it('encrypts to the same bytes', () => {
    for (let length = 0; length < 300; length += 7) {
      const [key, nonce, aad, message] = [random(32), random(24), random(length % 50), random(length)]
      const ours = encrypt(key, nonce, aad, message)
      expect(xchacha20poly1305(key, nonce, aad).encrypt(message)).toEqual(ours)
      expect(decrypt(key, nonce, aad, ours)).toEqual(message)
    }
  })

  it('derives the same keys', () => {
    for (const length of [32, 64] as const) {
      const [secret, part, other] = [random(16), random(1120), random(1)]
      const message = concat(tag('seal'), utf8('\0\0\u0004\u0060'), part, Uint8Array.of(0, 0, 0, 1), other)
      expect(blake2b(message, { key: secret, dkLen: length })).toEqual(derive(secret, 'seal', [part, other], length))
    }
  })

  it('makes the same signatures and accepts ours', async () => {
    for (let round = 0; round < 20; round++) {
      const [seed, message] = [random(32), random(round * 11)]
      const { publicKey, secretKey } = signingPair(seed)
      const signature = sign(message, secretKey)
      expect(ed25519.sign(message, seed)).toEqual(signature)
      expect(ed25519.verify(signature, message, publicKey)).toBe(true)
      expect(await verifyByWebCrypto(publicKey, message, signature)).toBe(true)
    }
  })
})
