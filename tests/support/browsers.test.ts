import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, launchFirefox } from './browsers.ts'
import { attachPasskeys } from './virtual-passkeys.ts'

const server = createServer((_request, response) =>
  response.setHeader('content-type', 'text/html').end('<!doctype html><title>Test</title>'),
)
let origin = ''

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
})

afterAll(() => server.close())

/** Makes a passkey in the page and returns how many bytes PRF gave at its making and at its use. */
const prfLengths = async (): Promise<readonly (number | undefined)[]> => {
  const prf = { eval: { first: new Uint8Array(32).fill(7) } }
  const made = (await navigator.credentials.create({
    publicKey: {
      challenge: new Uint8Array(32),
      rp: { name: 'Test' },
      user: { id: new Uint8Array(16), name: 'a', displayName: 'a' },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      extensions: { prf },
    },
  })) as PublicKeyCredential
  const used = (await navigator.credentials.get({
    publicKey: { challenge: new Uint8Array(32), userVerification: 'required', extensions: { prf } },
  })) as PublicKeyCredential
  return [made, used].map((passkey) => passkey.getClientExtensionResults().prf?.results?.first.byteLength)
}

describe('the browsers of the tests', () => {
  test('a person in Chromium makes and uses a passkey that yields an unlock secret', async () => {
    const browser = await launchChromium()
    const page = await browser.newPage()
    const passkeys = await attachPasskeys(page)
    await page.goto(origin)
    expect(await page.evaluate(prfLengths)).toEqual([32, 32])
    expect(await passkeys.count()).toBe(1)
    await passkeys.lose()
    await browser.close()
  })

  test('a person at the Safer level of Tor Browser has no WebAssembly', async () => {
    const [usual, safer] = await Promise.all([launchFirefox(), launchFirefox({ safer: true })])
    const wasmIn = async (browser: typeof usual) => {
      const page = await browser.newPage()
      await page.goto(origin)
      return page.evaluate(() => typeof WebAssembly)
    }
    expect([await wasmIn(usual), await wasmIn(safer)]).toEqual(['object', 'undefined'])
    await Promise.all([usual.close(), safer.close()])
  })
})
