import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'
import { projectRoot } from '../../src/build/root.ts'
import type { Outcome } from '../../src/service/ports.ts'

const [from, known] = ['goodfaith@office.example', 'ines@office.example']
let send: (to: string, headerFrom?: string) => Promise<Outcome>
let stop: () => Promise<void>

beforeAll(async () => {
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false'
  const harness = createTestHarness({
    root: projectRoot,
    workers: [
      {
        config: {
          ...{ name: 'mail-bridge', main: 'tests/http/mail-bridge.ts', compatibility_date: '2026-10-15' },
          send_email: [{ name: 'MAIL', allowed_destination_addresses: [known] }],
        },
      },
    ],
  })
  const { url } = await harness.listen()
  send = async (to, headerFrom = from) => {
    const message = [`From: <${headerFrom}>`, `To: <${to}>`, 'Message-ID: <1@office.example>', '', 'Hello', ''].join(
      '\r\n',
    )
    const response = await fetch(url, { method: 'POST', body: JSON.stringify({ from, to, message }) })
    return (await response.text()) as Outcome
  }
  stop = () => harness.close()
})
afterAll(() => stop?.())

test('the platform takes a mail to an address that it may write to', async () => {
  expect(await send(known)).toBe('accepted')
})

test('an address that the platform will never write to is refused for ever', async () => {
  expect(await send('stranger@office.example')).toBe('refused')
})

test('whatever else the platform says against a mail is no word against its recipient', async () => {
  expect(await send(known, 'somebody-else@office.example')).toBe('later')
})
