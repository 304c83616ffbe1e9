import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kitSignIn, signMark, signRead, signStatement } from '../../crypto/index.ts'
import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import { dayOf } from '../../src/domain/days.ts'
import { createClient } from '../support/client.ts'
import { type Office, staffedOffice, statementJson } from '../support/office.ts'
import { newKit, newPasskey, type Officer, random, signIn } from '../support/officers.ts'
import { message, newReporter, open, report, seal, sealReport, send } from '../support/reporters.ts'
import { runtimes, type Server, startNode } from '../support/servers.ts'
import { softPasskey } from '../support/soft-passkey.ts'

const minute = 60_000

describe.each(runtimes)('on %s, a recording of what was sent', (_, start) => {
  let server: Server
  let office: Office
  let idris: Officer
  beforeAll(async () => {
    server = await start()
    office = await staffedOffice(server)
    idris = office.people[1] as Officer
    await signIn(idris)
  })
  afterAll(() => server.stop())

  test('brings a report in once: again it gets the same receipts and stores nothing', async () => {
    const reporter = await newReporter(server.origin)
    const body = await sealReport(reporter)
    const first = await reporter.client.ask('submitReport', { body })
    const before = await server.dump()
    const again = await createClient(server.origin).ask('submitReport', { body })
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.answer).toEqual(first.answer)
    expect(await server.dump()).toBe(before)
  })

  test('brings a message in once, from the reporter as from an officer, even after later ones', async () => {
    const reporter = await report(office)
    for (const writer of [reporter, idris]) {
      const batch = await seal(writer, reporter.address, message('Said once.'))
      const first = await send(writer, reporter.address, batch)
      const other = writer === idris ? reporter : idris
      await send(other, reporter.address, await seal(other, reporter.address, message('And later.')))
      const before = await server.dump()
      const again = await send(writer, reporter.address, batch)
      expect([first.status, again.status]).toEqual([201, 200])
      expect(again.answer).toEqual(first.answer)
      expect(await server.dump()).toBe(before)
    }
    expect((await open(reporter, reporter.address)).entries).toHaveLength(6)
  })

  test('does not sign anybody in a second time', async () => {
    const byPasskey = { response: idris.passkey.get(await idris.client.call('signInOptions')) }
    const { challenge } = await idris.client.call('kitChallenge')
    const { publicKey, signature } = kitSignIn(idris.kit, server.origin, fromBase64url(challenge))
    const byKit = { publicKey: toBase64url(publicKey), challenge, signature: toBase64url(signature) }
    const thief = createClient(server.origin)

    expect((await idris.client.ask('signInByPasskey', { body: byPasskey })).status).toBe(200)
    expect((await thief.ask('signInByPasskey', { body: byPasskey })).code).toBe('challenge.invalid')
    expect((await idris.client.ask('signInByKit', { body: byKit })).status).toBe(200)
    expect((await thief.ask('signInByKit', { body: byKit })).code).toBe('challenge.invalid')
    expect(thief.cookie).toBeNull()
    // The counter of the passkey moved on honestly: it still works.
    await signIn(idris)
  })

  test('does not register a passkey, prove a kit or state anything twice', async () => {
    const passkey = softPasskey(server.origin)
    const options = await idris.client.call('passkeyOptions', { body: { label: 'Blue key' } })
    const body = { label: 'Blue key', ...newPasskey(idris, passkey, options) }
    expect((await idris.client.ask('addCredential', { body })).status).toBe(201)
    expect((await idris.client.ask('addCredential', { body })).code).toMatch(/^(challenge\.invalid|passkey\.known)$/)

    const kit = await newKit(idris, random(32))
    expect((await idris.client.ask('replaceKit', { body: kit })).status).toBe(204)
    expect((await idris.client.ask('replaceKit', { body: kit })).code).toBe('challenge.invalid')

    const change = { memberId: idris.memberId, role: 'officer', clearance: 2, label: idris.label } as const
    const statement = signStatement(await office.directory(), await office.today(), 'change', change, office.chief.keys)
    const said = { body: statementJson(statement) }
    expect((await office.chief.client.ask('appendStatement', said)).status).toBe(201)
    expect((await office.chief.client.ask('appendStatement', said)).code).toBe('directory.head_moved')
  })

  test('does not found the office or use an invitation a second time', async () => {
    const { token } = await office.chief.client.call('invite', { body: { role: 'officer' } })
    const client = createClient(server.origin)
    expect((await client.ask('passkeyOptions', { body: { token, label: 'Ann' } })).status).toBe(200)
    const { invitations } = await office.chief.client.call('listInvitations')
    for (const { id } of invitations) await office.chief.client.call('withdrawInvitation', { path: { id } })
    expect((await client.ask('passkeyOptions', { body: { token, label: 'Ann' } })).code).toBe('invitation.invalid')
    const founding = { token: server.foundingToken, label: 'Ann' }
    expect((await client.ask('passkeyOptions', { body: founding })).code).toBe('invitation.invalid')
  })

  test('is of no use for another purpose', async () => {
    const reporter = await report(office)
    const { challenge } = await idris.client.call('kitChallenge')
    const { challenge: passkeyChallenge } = await idris.client.call('signInOptions')
    for (const foreign of [challenge, passkeyChallenge]) {
      const { key, signature } = signRead(reporter.keys, server.origin, fromBase64url(foreign), 0)
      const body = { key: toBase64url(key), challenge: foreign, page: 0, signature: toBase64url(signature) }
      expect((await reporter.client.ask('readCase', { body })).code).toBe('challenge.invalid')
    }
    const { challenge: forReading } = await reporter.client.call('caseChallenge')
    const response = idris.passkey.get({ challenge: forReading })
    expect((await idris.client.ask('signInByPasskey', { body: { response } })).code).toBe('challenge.invalid')
    const elsewhere = signRead(reporter.keys, 'https://elsewhere.example', fromBase64url(forReading), 0)
    const body = {
      key: toBase64url(elsewhere.key),
      challenge: forReading,
      page: 0,
      signature: toBase64url(elsewhere.signature),
    }
    expect((await reporter.client.ask('readCase', { body })).code).toBe('case.read_refused')
    const otherPage = signRead(reporter.keys, server.origin, fromBase64url(forReading), 1)
    const moved = { ...body, signature: toBase64url(otherPage.signature) }
    expect((await reporter.client.ask('readCase', { body: moved })).code).toBe('case.read_refused')
  })

  test('raises an alarm if it shows that a passkey was copied', async () => {
    const copied = office.people[2] as Officer
    await signIn(copied)
    await signIn(copied)
    const options = await copied.client.call('signInOptions')
    const behind = copied.passkey.get(options, { signCount: 1 })
    expect((await copied.client.ask('signInByPasskey', { body: { response: behind } })).code).toBe('passkey.refused')
    const { credentials } = await copied.client.call('listCredentials')
    expect(credentials.map(({ state }) => state)).toEqual(['suspect'])
    const ahead = copied.passkey.get(await copied.client.call('signInOptions'), { signCount: 99 })
    expect((await copied.client.ask('signInByPasskey', { body: { response: ahead } })).code).toBe('passkey.refused')
  })
})

describe('with time', () => {
  let now = Date.UTC(2026, 10, 20, 12)
  let server: Server
  let office: Office
  beforeAll(async () => {
    server = await startNode({ clock: () => now })
    office = await staffedOffice(server)
  })
  afterAll(() => server.stop())

  test('challenges expire after five minutes, for reporters and for officers', async () => {
    const reporter = await report(office)
    const { challenge } = await reporter.client.call('caseChallenge')
    const { key, signature } = signRead(reporter.keys, server.origin, fromBase64url(challenge), 0)
    const reading = { key: toBase64url(key), challenge, page: 0, signature: toBase64url(signature) }
    const { chief } = office
    const signingIn = { response: chief.passkey.get(await chief.client.call('signInOptions')) }

    now += 4 * minute
    expect((await reporter.client.ask('readCase', { body: reading })).status).toBe(200)
    now += 2 * minute
    expect((await reporter.client.ask('readCase', { body: reading })).code).toBe('challenge.invalid')
    expect((await chief.client.ask('signInByPasskey', { body: signingIn })).code).toBe('challenge.invalid')
  })

  test('an old mark, and a message sealed two days ago, are refused', async () => {
    const { chief } = office
    const reporter = await report(office)
    const stale = await seal(reporter, reporter.address, message('Sealed early.'))
    const { head } = await office.directory()
    const mark = signMark(head, await office.today(), chief.keys)
    now += 2 * 24 * 60 * minute
    await signIn(chief)
    const { day, signature } = mark
    const body = { head: toBase64url(head), day: dayOf(day), signature: toBase64url(signature) }
    expect((await chief.client.ask('mark', { body })).status).toBeGreaterThanOrEqual(400)
    expect((await send(reporter, reporter.address, stale)).code).toBe('entry.wrong_day')
  })
})
