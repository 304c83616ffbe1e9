import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approveCredential } from '../../crypto/index.ts'
import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import { createClient } from '../support/client.ts'
import { foundOffice, type Office, staffedOffice } from '../support/office.ts'
import { enrol, joinBody, newKit, newPasskey, type Officer, random, signIn } from '../support/officers.ts'
import { runtimes, type Server, startNode } from '../support/servers.ts'
import { type Overrides, softPasskey } from '../support/soft-passkey.ts'

/** Adds a further passkey of somebody who is signed in. */
async function addPasskey(officer: Officer, overrides?: Overrides) {
  const passkey = softPasskey(officer.client.origin)
  const options = await officer.client.call('passkeyOptions', { body: { label: 'Blue key' } })
  const { wrappedSecret } = newPasskey(officer, passkey, options)
  const body = { label: 'Blue key', response: passkey.create(options, overrides), wrappedSecret }
  return { passkey, result: await officer.client.ask('addCredential', { body }) }
}

const withPasskey = ({ client }: Officer, passkey: Officer['passkey']) => ({
  client: createClient(client.origin),
  passkey,
})

async function attempt(officer: Officer, overrides: Overrides): Promise<string | null> {
  const client = createClient(officer.client.origin)
  const response = officer.passkey.get(await client.call('signInOptions'), overrides)
  const { code } = await client.ask('signInByPasskey', { body: { response } })
  expect(client.cookie === null).toBe(code !== null)
  return code
}

describe.each(runtimes)('on %s', (_, start) => {
  let server: Server
  let office: Office
  let chief: Officer
  let idris: Officer
  let noor: Officer
  beforeAll(async () => {
    server = await start()
    office = await staffedOffice(server)
    for (const officer of office.people) await signIn(officer)
    ;[chief, idris, noor] = office.people as [Officer, Officer, Officer]
  })
  afterAll(() => server.stop())

  test('an officer signs in with a passkey that checked who they are, and with no other', async () => {
    expect(await attempt(idris, { userVerified: false })).toBe('passkey.refused')
    expect(await attempt(idris, {})).toBeNull()
  })

  test('a passkey that answered another site does not sign in here', async () => {
    expect(await attempt(idris, { origin: 'https://g00dfaith.example' })).toBe('passkey.refused')
    expect(await attempt(idris, { origin: `${server.origin}.evil.example` })).toBe('passkey.refused')
    expect(await attempt(idris, { origin: server.origin.replace('http:', 'https:') })).toBe('passkey.refused')
    expect(await attempt(idris, { domain: 'evil.example' })).toBe('passkey.refused')
    expect(await attempt(idris, {})).toBeNull()
  })

  test('a new passkey follows the same rules', async () => {
    const wrong: Overrides[] = [
      { userVerified: false },
      { origin: 'https://g00dfaith.example' },
      { domain: 'evil.example' },
    ]
    for (const overrides of wrong) expect((await addPasskey(idris, overrides)).result.code).toBe('passkey.unfit')
    expect((await idris.client.call('listCredentials')).credentials).toHaveLength(1)
  })

  test('the options demand a passkey that names its owner and checks the person, and ask for no secret', async () => {
    const creation = await idris.client.call('passkeyOptions', { body: { label: 'Blue key' } })
    expect(creation).toMatchObject({
      rp: { id: 'localhost' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    expect(JSON.stringify(creation)).not.toContain('prf')
    expect(await idris.client.call('signInOptions')).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
  })

  test('a stranger learns from nothing whether a passkey, a kit or a person exists', async () => {
    const [anybody, member] = [createClient(server.origin), idris.client]
    const shape = ({ challenge: _, ...options }: Record<string, unknown>) => options
    expect(shape(await anybody.call('signInOptions'))).toEqual(shape(await member.call('signInOptions')))
    expect(JSON.stringify(await anybody.call('signInOptions'))).not.toMatch(/allowCredentials":\[\{/)

    const unknown = softPasskey(server.origin)
    const answers = [
      { response: unknown.get(await anybody.call('signInOptions')) },
      {
        response: {
          ...unknown.get(await anybody.call('signInOptions')),
          id: idris.passkey.id,
          rawId: idris.passkey.id,
        },
      },
    ]
    const refusals = await Promise.all(answers.map(async (body) => anybody.ask('signInByPasskey', { body })))
    const seen = refusals.map(({ status, code }) => ({ status, code }))
    expect(seen).toEqual([
      { status: 401, code: 'passkey.refused' },
      { status: 401, code: 'passkey.refused' },
    ])
  })

  test('the last passkey cannot be deleted', async () => {
    const path = { id: idris.passkey.id }
    expect((await idris.client.ask('deleteCredential', { path })).code).toBe('credential.last')
    expect(await attempt(idris, {})).toBeNull()
  })

  test('a new passkey of somebody who has colleagues works only after one of them has approved it', async () => {
    const { passkey, result } = await addPasskey(idris)
    expect(result.answer).toMatchObject({ state: 'waiting' })
    const blue = withPasskey(idris, passkey)
    await expect(signIn(blue)).rejects.toThrow('credential.waiting')
    expect(blue.client.cookie).toBeNull()
    // While it waits it does not count: the one that works cannot be deleted.
    expect((await idris.client.ask('deleteCredential', { path: { id: idris.passkey.id } })).code).toBe(
      'credential.last',
    )

    const path = { id: passkey.id }
    const approval = async (by: Officer, whose: Officer, id = passkey.id) => ({
      signature: toBase64url(await approveCredential(whose.memberId, fromBase64url(id), by.keys)),
    })
    const own = await idris.client.ask('approveCredential', { path, body: await approval(idris, idris) })
    const forged = await noor.client.ask('approveCredential', { path, body: await approval(idris, idris) })
    const misdirected = await noor.client.ask('approveCredential', {
      path,
      body: await approval(noor, idris, noor.passkey.id),
    })
    const forAnother = await noor.client.ask('approveCredential', { path, body: await approval(noor, chief) })
    expect([own, forged, misdirected, forAnother].map(({ code }) => code)).toEqual(Array(4).fill('approval.refused'))
    await expect(signIn(blue)).rejects.toThrow('credential.waiting')

    expect((await noor.client.ask('approveCredential', { path, body: await approval(noor, idris) })).status).toBe(204)
    await signIn(blue)
    expect((await blue.client.call('readSession')).memberId).toBe(toBase64url(idris.memberId))
  })

  test('a colleague cannot delete a passkey that works, and may refuse one that waits', async () => {
    expect((await noor.client.ask('deleteCredential', { path: { id: chief.passkey.id } })).code).toBe(
      'credential.not_found',
    )
    const { passkey } = await addPasskey(chief)
    expect((await noor.client.call('listCredentials')).waiting.map(({ id }) => id)).toContain(passkey.id)
    expect((await noor.client.ask('deleteCredential', { path: { id: passkey.id } })).status).toBe(204)
    await expect(signIn(withPasskey(chief, passkey))).rejects.toThrow('passkey.refused')
  })

  test('a passkey belongs to one person: nobody enrols with one that is known', async () => {
    const { token } = await chief.client.call('invite', { body: { role: 'officer' } })
    const { officer } = await enrol(server.origin, token, 'officer', 'Ann Other')
    const options = await officer.client.call('passkeyOptions', { body: { token, label: officer.label } })
    const ann = { ...officer, memberId: fromBase64url(options.user.id) }
    const enrolment = { credential: newPasskey(ann, idris.passkey, options), kit: await newKit(ann, random(32)) }
    const { fingerprint } = await office.directory()
    const { code } = await ann.client.ask('join', { body: await joinBody(ann, enrolment, token, fingerprint) })
    expect(code).toBe('passkey.known')
  })

  test('who has joined and was not admitted does not get in', async () => {
    const { token } = await chief.client.call('invite', { body: { role: 'officer' } })
    const { officer, enrolment } = await enrol(server.origin, token, 'officer', 'Sam Waits')
    const { fingerprint } = await office.directory()
    await officer.client.call('join', { body: await joinBody(officer, enrolment, token, fingerprint) })
    await expect(signIn(officer)).rejects.toThrow('member.not_admitted')
    expect(officer.client.cookie).toBeNull()
  })
})

test('somebody who is alone in the office adds a passkey that works at once', async () => {
  const server = await startNode()
  const { chief } = await foundOffice(server)
  const { passkey, result } = await addPasskey(chief)
  expect(result.answer).toMatchObject({ state: 'ready' })
  await signIn(withPasskey(chief, passkey))
  expect((await chief.client.ask('deleteCredential', { path: { id: chief.passkey.id } })).status).toBe(204)
  expect((await chief.client.ask('deleteCredential', { path: { id: passkey.id } })).code).toBe('credential.last')
  await server.stop()
})
