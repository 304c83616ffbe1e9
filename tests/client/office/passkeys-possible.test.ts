import { afterEach, expect, test, vi } from 'vitest'
import { passkeysPossible } from '../../../src/client/office/passkey/possible.ts'

afterEach(() => vi.unstubAllGlobals())

/** A browser that says of itself what it can. */
const browser = (getClientCapabilities?: () => Promise<object>) =>
  vi.stubGlobal(
    'PublicKeyCredential',
    Object.assign(() => {}, { getClientCapabilities }),
  )

test('a browser without passkeys makes none that unlock keys, and neither does one that says so', async () => {
  expect(await passkeysPossible()).toBe(false)
  browser(async () => ({ conditionalGet: true, 'extension:prf': false }))
  expect(await passkeysPossible()).toBe(false)
})

test('a browser that does not tell may try', async () => {
  for (const tells of [
    undefined,
    async () => ({}),
    async () => ({ 'extension:prf': true }),
    async () => Promise.reject(new Error('not now')),
  ]) {
    browser(tells)
    expect(await passkeysPossible()).toBe(true)
  }
})
