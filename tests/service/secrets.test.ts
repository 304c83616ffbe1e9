import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { verifyByWebCrypto } from '../../crypto/wire/ed25519.ts'
import { nativePrimitives } from '../../src/runtime/node/native-crypto.ts'
import { deriveSecrets } from '../../src/service/secrets.ts'
import { webPrimitives } from '../../src/service/web-primitives.ts'

const random = (length: number) => new Uint8Array(randomBytes(length))
const turned = (bytes: Uint8Array<ArrayBuffer>, at: number) => bytes.with(at, (bytes[at] ?? 0) ^ 1)

test('an office that moves from one runtime to the other keeps its key, its token and what it has wrapped', async () => {
  const secret = random(32)
  const [web, native] = [await deriveSecrets(secret, webPrimitives), await deriveSecrets(secret, nativePrimitives)]
  const [message, address, share, nonce] = [random(200), random(32), random(32), random(12)]
  expect([native.publicKey, native.foundingToken]).toEqual([web.publicKey, web.foundingToken])
  expect(await native.sign(message)).toEqual(await web.sign(message))
  expect(await verifyByWebCrypto(web.publicKey, message, await native.sign(message))).toBe(true)
  const wrapped = await native.wrap(address, share, nonce)
  expect(wrapped).toEqual(await web.wrap(address, share, nonce))
  expect(wrapped).toHaveLength(60)
  expect(await web.unwrap(address, wrapped)).toEqual(share)
  expect(await native.unwrap(address, wrapped)).toEqual(share)
})

for (const [name, primitives] of [
  ['WebCrypto', webPrimitives],
  ['Node', nativePrimitives],
] as const) {
  test(`a wrapped share opens for its own case and under its own secret alone, by ${name}`, async () => {
    const secrets = await deriveSecrets(random(32), primitives)
    const [address, share] = [random(32), random(32)]
    const wrapped = await secrets.wrap(address, share, random(12))
    const others = await deriveSecrets(random(32), primitives)
    await expect(others.unwrap(address, wrapped)).rejects.toThrow()
    await expect(secrets.unwrap(random(32), wrapped)).rejects.toThrow()
    for (let at = 0; at < wrapped.length; at++) {
      await expect(secrets.unwrap(address, turned(wrapped, at))).rejects.toThrow()
    }
  })
}

test('what the service knows beyond its database differs for each purpose', async () => {
  const secrets = await deriveSecrets(random(32))
  const purposes = ['read', 'passkey', 'kit', 'registration/a', 'registration/b']
  const keys = await Promise.all(purposes.map((purpose) => secrets.challenge(purpose)))
  const all = [...keys, secrets.checkpoint, secrets.publicKey].map((key) => Buffer.from(key).toString('hex'))
  expect(new Set(all).size).toBe(all.length)
})
