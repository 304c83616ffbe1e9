import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { officerKeys, parseKit, unwrapSecret } from '../../crypto/index.ts'
import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import type { OperationName } from '../../src/contract/operations.ts'
import { launchChromium } from '../support/browsers.ts'
import { createClient } from '../support/client.ts'
import { press, signInAtConsole } from '../support/console.ts'
import { directoryOf, foundingBody, type Office, staffedOffice } from '../support/office.ts'
import { enrol, joinBody, newPasskey, type Officer, signIn } from '../support/officers.ts'
import { type Recorder, recorder } from '../support/recorder.ts'
import { runtimes, type Server, startNode } from '../support/servers.ts'
import { softPasskey } from '../support/soft-passkey.ts'
import { tracesOf } from '../support/traces.ts'
import { type Lived, liveThrough } from '../support/whole-journey.ts'

describe('an officer who founds, reads, answers, locks and signs in again', () => {
  let server: Server
  let browser: Browser
  let traffic: Recorder
  let lived: Lived
  const unlockSecrets = new Set<string>()
  const wrapped: { memberId: string; wrappedSecret: string }[] = []
  let secrets: Record<string, Uint8Array | string>

  /** Looks over the shoulder of the page: what PRF gave it, and what the service gave it to unlock. */
  const watch = async (page: Page): Promise<void> => {
    await traffic.watch(page)
    await page.exposeFunction('seePrf', (hex: string) => unlockSecrets.add(hex))
    await page.addInitScript(() => {
      const { getClientExtensionResults } = PublicKeyCredential.prototype
      PublicKeyCredential.prototype.getClientExtensionResults = function () {
        const results = getClientExtensionResults.call(this)
        const first = (results.prf?.results?.first ?? null) as ArrayBuffer | null
        const hex = first && Array.from(new Uint8Array(first), (byte) => byte.toString(16).padStart(2, '0')).join('')
        if (hex) (window as unknown as { seePrf(hex: string): void }).seePrf(hex)
        return results
      }
    })
    page.on('response', async (response) => {
      if (response.url().endsWith('/sign-in/passkey') && response.ok()) wrapped.push(await response.json())
    })
  }

  beforeAll(async () => {
    server = await startNode()
    browser = await launchChromium()
    traffic = recorder()
    lived = await liveThrough({ server, browser, say: (place) => `Something about ${place}.`, watch })
    await press(lived.chief, 'Lock')
    await signInAtConsole(lived.chief)
    const [prf, ...others] = [...unlockSecrets].map((hex) => new Uint8Array(Buffer.from(hex, 'hex')))
    const [answer] = wrapped
    const kit = parseKit(lived.kit.join(' '))
    if (!prf || !answer || !kit.ok) throw new Error('Nobody unlocked anything')
    expect(others).toEqual([])
    const secret = unwrapSecret(
      fromBase64url(answer.wrappedSecret),
      { by: 'passkey', key: prf },
      fromBase64url(answer.memberId),
    )
    const { signing, sealing } = await officerKeys(secret)
    // The key that was found is really the one that the directory names.
    const { members } = await directoryOf(createClient(server.origin))
    expect(members.map(({ signingKey }) => toBase64url(signingKey))).toEqual([toBase64url(signing.publicKey)])
    secrets = {
      'the output of PRF': prf,
      'the officer’s secret': secret,
      'the signing key': signing.secretKey.slice(0, 32),
      'the sealing key': sealing.secretKey,
      'the kit': kit.kit,
      'the kit’s words': lived.kit.slice(0, 3).join(' '),
      'the kit’s last words': lived.kit.slice(-3).join(' '),
    }
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const found = (where: Buffer): string[] =>
    Object.entries(secrets).flatMap(([name, secret]) => tracesOf(secret, where).map((way) => `${name}: ${way}`))

  test('sends nothing that unlocks or signs', async () => {
    expect(found(traffic.sent())).toEqual([])
    expect(found(await traffic.received())).toEqual([])
    expect(tracesOf(fromBase64url(wrapped[0]?.wrappedSecret ?? ''), await traffic.received())).not.toEqual([])
  })

  test('leaves nothing of it with the service', async () => {
    expect(found(Buffer.concat([await server.stored(), Buffer.from(server.log().join('\n'))]))).toEqual([])
    expect(tracesOf(fromBase64url(wrapped[0]?.wrappedSecret ?? ''), await server.stored())).not.toEqual([])
  })

  test('leaves nothing in the browser but the cookie, which scripts cannot read', async () => {
    const { page } = lived.chief
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      cookie: document.cookie,
      history: JSON.stringify(history.state),
    }))
    expect(kept).toEqual({ local: 0, session: 0, databases: 0, caches: 0, cookie: '', history: 'null' })
    expect((await page.context().cookies()).map(({ httpOnly }) => httpOnly)).toEqual([true])
    expect(found(Buffer.from(`${page.url()} ${await page.content()}`))).toEqual([])
  })

  /** Has the crypto worker sign with the officer's key, as somebody could who had taken the page over. */
  const signInWorker = () =>
    lived.chief.page.workers()[0]?.evaluate(
      () =>
        new Promise<object>((resolve) => {
          const send = self.postMessage
          self.postMessage = ((answer: { id: number }) => {
            if (answer.id !== -1) return send.call(self, answer)
            self.postMessage = send
            resolve(answer)
          }) as typeof self.postMessage
          const args = { memberId: new Uint8Array(16), credentialId: new Uint8Array(32) }
          self.dispatchEvent(new MessageEvent('message', { data: { id: -1, name: 'approveCredential', args } }))
        }),
    )

  test('takes the keys away by locking: nothing can be signed any more', async () => {
    expect(await signInWorker()).toHaveProperty('value')
    await press(lived.chief, 'Lock')
    await lived.chief.page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor()
    expect(await signInWorker()).toEqual({ id: -1, code: 'worker.locked' })
  })
})

describe.each(runtimes)('on %s', (_, start) => {
  let server: Server
  let office: Office
  let idris: Officer
  beforeAll(async () => {
    server = await start()
    office = await staffedOffice(server)
    for (const officer of office.people) await signIn(officer)
    idris = office.people[1] as Officer
  })
  afterAll(() => server.stop())

  /** What a careless page would send: all that the browser's own `toJSON` gives. */
  const careless = <Response extends object>(response: Response, prf: Uint8Array) => ({
    ...response,
    clientExtensionResults: { prf: { enabled: true, results: { first: toBase64url(prf as Uint8Array<ArrayBuffer>) } } },
  })

  async function bodies(): Promise<readonly (readonly [OperationName, object, Uint8Array])[]> {
    const { client } = idris
    const added = softPasskey(server.origin)
    const adding = newPasskey(idris, added, await client.call('passkeyOptions', { body: { label: 'Blue key' } }))
    const { token } = await office.chief.client.call('invite', { body: { role: 'officer' } })
    const { officer, enrolment } = await enrol(server.origin, token, 'officer', 'Ann Other')
    const { fingerprint } = await office.directory()
    const joining = await joinBody(officer, enrolment, token, fingerprint)
    const { prf } = idris.passkey
    const signing = idris.passkey.get(await client.call('signInOptions'))
    const { response } = joining.credential
    return [
      ['signInByPasskey', { response: careless(signing, prf) }, prf],
      ['addCredential', { label: 'Blue key', ...adding, response: careless(adding.response, added.prf) }, added.prf],
      [
        'join',
        { ...joining, credential: { ...joining.credential, response: careless(response, officer.passkey.prf) } },
        officer.passkey.prf,
      ],
      ['submitReport', { prf: { results: { first: toBase64url(prf) } } }, prf],
      ['signOut', { prf: { results: {} } }, prf],
    ]
  }

  test('a body that holds the output of PRF is refused, and nothing of it is kept or logged', async () => {
    for (const [name, body, prf] of await bodies()) {
      const before = await server.dump()
      const { status, code } = await idris.client.ask(name, { body } as never)
      expect([name, status, code]).toEqual([name, 400, 'request.malformed'])
      expect(await server.dump()).toBe(before)
      const kept = Buffer.concat([await server.stored(), Buffer.from(server.log().join('\n'))])
      expect(tracesOf(prf, kept)).toEqual([])
    }
  })

  test('the very same bodies without it are taken', async () => {
    const client = createClient(server.origin)
    const response = idris.passkey.get(await client.call('signInOptions'))
    expect(response.clientExtensionResults).toEqual({ prf: { enabled: true } })
    expect((await client.ask('signInByPasskey', { body: { response } })).status).toBe(200)
  })
})

test('a founding that would hand over the output of PRF founds nothing', async () => {
  const server = await startNode()
  const { officer, body } = await foundingBody(server)
  const prf = { results: { first: toBase64url(officer.passkey.prf) } }
  const response = { ...body.credential.response, clientExtensionResults: { prf } }
  const spoilt = { ...body, credential: { ...body.credential, response } }
  expect((await officer.client.ask('foundOffice', { body: spoilt as never })).code).toBe('request.malformed')
  expect((await officer.client.call('officeState')).founded).toBe(false)
  expect((await officer.client.ask('foundOffice', { body })).status).toBe(201)
  await server.stop()
})
