import { expect, test } from 'vitest'
import { hmacHolds, hmacUnder, sha256 } from '../../crypto/wire/hash.ts'
import { useNativeCrypto } from '../../src/runtime/node/native-crypto.ts'
import { dice } from './support/dice.ts'

const secret = dice('secret')(32)
const parts = [dice('first')(20), dice('second')(0), dice('third')(300)]

const all = async () => {
  const mac = await hmacUnder(secret)
  return [await sha256(), await sha256(...parts), await sha256(dice('one')(64)), await mac(), await mac(...parts)]
}

test('whichever runtime an office runs on, it hashes the same', async () => {
  const web = await all()
  useNativeCrypto()
  expect(await all()).toEqual(web)
})

test('a code holds for what it was made of, and no other code does', async () => {
  const code = await (await hmacUnder(secret))(...parts)
  expect(await hmacHolds(secret, code, ...parts)).toBe(true)
  expect(await hmacHolds(dice('other')(32), code, ...parts)).toBe(false)
  expect(await hmacHolds(secret, code, ...parts.slice(1))).toBe(false)
  const others = [code.slice(0, 31), new Uint8Array([...code, 0]), new Uint8Array(0)]
  for (let bit = 0; bit < 256; bit++) others.push(code.with(bit >> 3, (code[bit >> 3] ?? 0) ^ (1 << (bit & 7))))
  for (const other of others) expect(await hmacHolds(secret, other, ...parts)).toBe(false)
})
