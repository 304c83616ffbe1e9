import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approveCredential, reporterKeys, signRead } from '../../crypto/index.ts'
import type { Keys } from '../../crypto/keys/keys.ts'
import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import type { Batch } from '../../src/contract/entries.ts'
import { type OperationName, operations } from '../../src/contract/operations.ts'
import { type Client, createClient } from '../support/client.ts'
import { admit, join, type Office, staffedOffice } from '../support/office.ts'
import { type Officer, random, signIn } from '../support/officers.ts'
import { act, message, note, type Reporter, report, seal } from '../support/reporters.ts'
import { runtimes, type Server } from '../support/servers.ts'
import { resigned } from '../support/tamper.ts'

/** Who may call at all. Written down here a second time, so that the contract cannot widen it unseen. */
const mayCall: Readonly<Record<OperationName, 'anybody' | 'officers' | 'chiefs'>> = {
  officeState: 'anybody',
  readDirectory: 'anybody',
  readCheckpoints: 'anybody',
  submitReport: 'anybody',
  handIn: 'anybody',
  caseChallenge: 'anybody',
  readCase: 'anybody',
  markVisit: 'anybody',
  appendAsReporter: 'anybody',
  foundOffice: 'anybody',
  invite: 'chiefs',
  listInvitations: 'chiefs',
  withdrawInvitation: 'chiefs',
  join: 'anybody',
  listJoining: 'chiefs',
  refuseJoining: 'chiefs',
  appendStatement: 'officers',
  openOffice: 'chiefs',
  listProposals: 'chiefs',
  signProposal: 'chiefs',
  dropProposal: 'chiefs',
  mark: 'officers',
  passkeyOptions: 'anybody',
  signInOptions: 'anybody',
  signInByPasskey: 'anybody',
  kitChallenge: 'anybody',
  signInByKit: 'anybody',
  signOut: 'officers',
  readSession: 'officers',
  listCredentials: 'officers',
  addCredential: 'officers',
  approveCredential: 'officers',
  deleteCredential: 'officers',
  replaceKit: 'officers',
  listCases: 'officers',
  readCaseAsOfficer: 'officers',
  appendAsOfficer: 'officers',
  openIdentity: 'officers',
  beginUpload: 'anybody',
  beginUploadAsOfficer: 'officers',
  sendPart: 'anybody',
  readUpload: 'anybody',
  cancelUpload: 'anybody',
  readFile: 'anybody',
  readFileAsOfficer: 'officers',
  readDelivery: 'officers',
  setMailAddresses: 'officers',
  setAbsences: 'officers',
  listUndelivered: 'chiefs',
  retryMail: 'chiefs',
}

const callers = [
  'nobody',
  'the reporter',
  'another reporter',
  'an excluded officer',
  'an assigned officer',
  'an excluded chief',
] as const
type Caller = (typeof callers)[number]

const outsiders = (['nobody', 'the reporter', 'another reporter'] as const).map(
  (caller) => [caller, '401 session.required'] as const,
)
const officers = (['an excluded officer', 'an assigned officer'] as const).map(
  (caller) => [caller, '403 session.not_allowed'] as const,
)
const refusals = { anybody: [], officers: outsiders, chiefs: [...outsiders, ...officers] } as const

interface Hands {
  readonly client: Client
  readonly keys: Keys
}

describe.each(runtimes)('on %s', (_, start) => {
  let server: Server
  let office: Office
  let reporter: Reporter
  let hands: Record<Caller, Hands>
  let message1: Batch
  let note1: Batch

  beforeAll(async () => {
    server = await start()
    office = await staffedOffice(server)
    const assigned = await join(office, 'officer', 'Lena Moro')
    await admit(office, assigned)
    for (const officer of office.people) await signIn(officer)
    const [chief, excluded] = office.people as [Officer, Officer]
    reporter = await report(office, {
      excluded: [chief, excluded],
      identity: { type: 'identity', name: 'Amina Example' },
    })
    await act(assigned, reporter.address, note('Begun.'))
    hands = {
      nobody: { client: createClient(server.origin), keys: await reporterKeys(random(16)) },
      'the reporter': reporter,
      'another reporter': await report(office),
      'an excluded officer': excluded,
      'an assigned officer': assigned,
      'an excluded chief': chief,
    }
    message1 = await seal(reporter, reporter.address, message('Signed by whoever holds the pen.'))
    note1 = await seal(assigned, reporter.address, note('Signed by whoever holds the pen.'))
  })
  afterAll(() => server.stop())

  const outcomes = async (ask: (hands: Hands, caller: Caller) => Promise<{ code: string | null }>) => {
    const entries: [Caller, string | null][] = []
    for (const caller of callers) entries.push([caller, (await ask(hands[caller], caller)).code])
    return Object.fromEntries(entries)
  }

  test('every call that is not for everybody refuses whoever it is not for, and changes nothing', async () => {
    const before = await server.dump()
    for (const [name, who] of Object.entries(mayCall) as [OperationName, keyof typeof refusals][]) {
      const parts = operations[name].path.match(/:\w+/g) ?? []
      const path = Object.fromEntries(parts.map((part) => [part.slice(1), toBase64url(random(32))]))
      for (const [caller, refusal] of refusals[who]) {
        const { status, code } = await hands[caller].client.ask(name, { path } as never)
        expect([name, caller, `${status} ${code}`]).toEqual([name, caller, refusal])
      }
    }
    expect(await server.dump()).toBe(before)
    expect(Object.keys(mayCall).toSorted()).toEqual(Object.keys(operations).toSorted())
  })

  test('a case is read by those to whom it was sealed, and nobody else learns that it exists', async () => {
    const read = (address: string) =>
      outcomes(({ client }) => client.ask('readCaseAsOfficer', { path: { case: address } }))
    const [known, unknown] = [await read(toBase64url(reporter.address)), await read(toBase64url(random(32)))]
    expect(known).toEqual({
      nobody: 'session.required',
      'the reporter': 'session.required',
      'another reporter': 'session.required',
      'an excluded officer': 'case.not_found',
      'an assigned officer': null,
      'an excluded chief': 'case.not_found',
    })
    expect(unknown).toEqual({ ...known, 'an assigned officer': 'case.not_found' })
  })

  test('the inbox lists a case only to those who read it', async () => {
    const lists = async (caller: Caller) =>
      (await hands[caller].client.call('listCases')).cases.some((line) => line.case === toBase64url(reporter.address))
    const readers = ['an excluded officer', 'an assigned officer', 'an excluded chief'] as const
    expect(await Promise.all(readers.map(lists))).toEqual([false, true, false])
  })

  test('a reporter’s own way to a case answers to the case key alone', async () => {
    const codes = await outcomes(async ({ client, keys }) => {
      const { challenge } = await client.call('caseChallenge')
      const { signature } = signRead(keys as Reporter['keys'], server.origin, fromBase64url(challenge), 0)
      const body = { key: toBase64url(reporter.address), challenge, page: 0, signature: toBase64url(signature) }
      return client.ask('readCase', { body })
    })
    expect(codes).toEqual({
      ...Object.fromEntries(callers.map((caller) => [caller, 'case.read_refused'])),
      'the reporter': null,
    })
  })

  test('nobody writes as the reporter', async () => {
    const before = await server.dump()
    const codes = await outcomes(async ({ client, keys }, caller) => {
      if (caller === 'the reporter') return { code: null }
      const author = keys.signing.publicKey
      const entries = await Promise.all(message1.entries.map((entry) => resigned(entry, keys, { author })))
      return client.ask('appendAsReporter', { body: { ...message1, case: toBase64url(reporter.address), entries } })
    })
    expect(codes).toEqual({
      ...Object.fromEntries(callers.map((caller) => [caller, 'rule.unknown_author'])),
      'the reporter': null,
    })
    expect(await server.dump()).toBe(before)
  })

  test('nobody writes as an officer who is not assigned, nor with another officer’s signature', async () => {
    const before = await server.dump()
    const path = { case: toBase64url(reporter.address) }
    const codes = await outcomes(async ({ client, keys }, caller) => {
      if (caller === 'an assigned officer') return { code: null }
      const author = keys.signing.publicKey
      const entries = await Promise.all(note1.entries.map((entry) => resigned(entry, keys, { author })))
      return client.ask('appendAsOfficer', { path, body: { ...note1, entries } })
    })
    expect(codes).toEqual({
      nobody: 'session.required',
      'the reporter': 'session.required',
      'another reporter': 'session.required',
      'an excluded officer': 'case.not_found',
      'an assigned officer': null,
      'an excluded chief': 'case.not_found',
    })
    for (const caller of ['an excluded officer', 'an excluded chief'] as const) {
      expect((await hands[caller].client.ask('appendAsOfficer', { path, body: note1 })).code).toBe('case.not_found')
    }
    const excluded = hands['an excluded officer']
    const author = excluded.keys.signing.publicKey
    const foreign = await Promise.all(note1.entries.map((entry) => resigned(entry, excluded.keys, { author })))
    const bySession = await hands['an assigned officer'].client.ask('appendAsOfficer', {
      path,
      body: { ...note1, entries: foreign },
    })
    expect(bySession.code).toBe('session.not_allowed')
    expect(await server.dump()).toBe(before)
  })

  test('the service’s part of an identity goes to nobody who did not ask for it before everybody', async () => {
    const path = { case: toBase64url(reporter.address) }
    expect(await outcomes(({ client }) => client.ask('openIdentity', { path, body: {} }))).toEqual({
      nobody: 'session.required',
      'the reporter': 'session.required',
      'another reporter': 'session.required',
      'an excluded officer': 'case.not_found',
      'an assigned officer': 'identity.not_opened',
      'an excluded chief': 'case.not_found',
    })
  })

  test('an officer sees and touches only their own passkeys', async () => {
    const [chief, excluded] = office.people as [Officer, Officer]
    const { credentials } = await excluded.client.call('listCredentials')
    expect(credentials.map(({ id }) => id)).toEqual([excluded.passkey.id])
    const path = { id: chief.passkey.id }
    const before = await server.dump()
    expect((await excluded.client.ask('deleteCredential', { path })).code).toBe('credential.not_found')
    const signature = toBase64url(
      await approveCredential(chief.memberId, fromBase64url(chief.passkey.id), excluded.keys),
    )
    expect((await excluded.client.ask('approveCredential', { path, body: { signature } })).code).toBe(
      'credential.not_found',
    )
    expect(await server.dump()).toBe(before)
  })
})
