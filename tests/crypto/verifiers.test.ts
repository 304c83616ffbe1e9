import { beforeAll, describe, expect, it } from 'vitest'
import { ready, verifyBySodium } from '../../crypto/index.ts'
import { sign, signingPair } from '../../crypto/sodium/index.ts'
import { verifySignature } from '../../crypto/wire/ed25519.ts'
import { concat, verifyByWebCrypto } from '../../crypto/wire/index.ts'
import { useNativeCrypto } from '../../src/runtime/node/native-crypto.ts'
import { dice } from './support/dice.ts'
import { fromHex } from './support/hex.ts'

const order = 2n ** 252n + 27742317777372353535851937790883648493n
const littleEndian = (number: bigint) =>
  Uint8Array.from({ length: 32 }, (_, place) => Number((number >> BigInt(8 * place)) & 255n))
const toNumber = (bytes: Uint8Array) => bytes.reduceRight((value, byte) => value * 256n + BigInt(byte), 0n)

const flip = (point: string): string => {
  const bytes = fromHex(point)
  bytes[31] = (bytes[31] as number) ^ 0x80
  return Buffer.from(bytes).toString('hex')
}

/** Every encoding of a point of small order, lawful or not. */
const smallOrder = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
].flatMap((point) => [point, flip(point)])

useNativeCrypto()

for (const [name, verify] of [
  ['WebCrypto', verifyByWebCrypto],
  ['libsodium', verifyBySodium],
  ['Node’s own', verifySignature],
] as const) {
  describe(`signatures checked by ${name}`, () => {
    beforeAll(ready)
    const pair = () => signingPair(dice('verifier')(32))
    const message = dice('message')(100)

    it('hold for the message that was signed', async () => {
      expect(await verify(pair().publicKey, message, sign(message, pair().secretKey))).toBe(true)
    })

    it('are refused after any flipped bit of message, key or signature', async () => {
      const { publicKey, secretKey } = pair()
      const whole = concat(publicKey, sign(message, secretKey), message)
      for (let bit = 0; bit < whole.length * 8; bit += 3) {
        const bent = whole.slice()
        bent[bit >> 3] = (bent[bit >> 3] as number) ^ (1 << (bit & 7))
        expect(await verify(bent.slice(0, 32), bent.slice(96), bent.slice(32, 96))).toBe(false)
      }
    })

    it('are refused under a key of small order, which would sign anything', async () => {
      for (const point of smallOrder) {
        // R = A, S = 0 holds for some messages under such keys where a verifier does not look.
        const key = fromHex(point)
        for (let round = 0; round < 16; round++) {
          const signature = concat(key, new Uint8Array(32))
          expect(await verify(key, dice(`any ${round}`)(20), signature)).toBe(false)
        }
      }
    })

    it('are refused if their first half is of small order', async () => {
      for (const point of smallOrder) {
        const signature = concat(fromHex(point), sign(message, pair().secretKey).subarray(32))
        expect(await verify(pair().publicKey, message, signature)).toBe(false)
      }
    })

    it('are refused with a second form of the same number', async () => {
      const { publicKey, secretKey } = pair()
      const signature = sign(message, secretKey)
      const other = concat(signature.subarray(0, 32), littleEndian(toNumber(signature.subarray(32)) + order))
      expect(await verify(publicKey, message, other)).toBe(false)
    })

    it('are refused under what is no key at all', async () => {
      const signature = sign(message, pair().secretKey)
      for (const key of [new Uint8Array(0), new Uint8Array(31), new Uint8Array(33), fromHex('02'.padEnd(64, '0'))]) {
        expect(await verify(key, message, signature)).toBe(false)
      }
      expect(await verify(pair().publicKey, message, signature.slice(0, 63))).toBe(false)
    })
  })
}
