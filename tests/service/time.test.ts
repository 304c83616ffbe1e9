import { afterEach, beforeEach, expect, test } from 'vitest'
import { kitSignIn, signRead } from '../../crypto/index.ts'
import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import { admit, foundOffice, join, type Office } from '../support/office.ts'
import { enrol, signIn } from '../support/officers.ts'
import { act, message, newReporter, report, seal, sealReport, send } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

let now: number
let server: Server
let office: Office

beforeEach(async () => {
  now = Date.UTC(2027, 2, 10, 22, 0)
  server = await startNode({ clock: () => now })
  office = await foundOffice(server)
})
afterEach(() => server.stop())

const session = async () => (await office.chief.client.ask('readSession')).code

test('an officer who does nothing for half an hour is signed out', async () => {
  for (let turn = 0; turn < 3; turn++) {
    now += 29 * minute
    expect(await session()).toBeNull()
  }
  now += 30 * minute
  expect(await session()).toBe('session.required')
})

test('an officer who never pauses is signed out after twelve hours', async () => {
  for (let turn = 0; turn < 36; turn++) {
    expect(await session()).toBeNull()
    now += 20 * minute
  }
  expect(await session()).toBe('session.required')
})

test('a challenge can be answered for five minutes', async () => {
  const reporter = await report(office)
  const read = async (wait: number) => {
    const { challenge } = await reporter.client.call('caseChallenge')
    now += wait
    const { key, signature } = signRead(reporter.keys, server.origin, fromBase64url(challenge), 0)
    const body = { key: toBase64url(key), challenge, page: 0, signature: toBase64url(signature) }
    return (await reporter.client.ask('readCase', { body })).code
  }
  expect(await read(4 * minute)).toBeNull()
  expect(await read(6 * minute)).toBe('challenge.invalid')

  const { client, passkey, kit } = office.chief
  const response = passkey.get(await client.call('signInOptions'))
  const { challenge } = await client.call('kitChallenge')
  now += 6 * minute
  expect((await client.ask('signInByPasskey', { body: { response } })).code).toBe('challenge.invalid')
  const { publicKey, signature } = kitSignIn(kit, server.origin, fromBase64url(challenge))
  const proof = { challenge, publicKey: toBase64url(publicKey), signature: toBase64url(signature) }
  expect((await client.ask('signInByKit', { body: proof })).code).toBe('challenge.invalid')
})

test('an invitation is good for a week', async () => {
  const { token } = await office.chief.client.call('invite', { body: { role: 'officer' } })
  now += 7 * day - minute
  await enrol(server.origin, token, 'officer', 'Just in time')
  now += minute
  await expect(enrol(server.origin, token, 'officer', 'Too late')).rejects.toThrow('invitation.invalid')
  await signIn(office.chief)
  expect((await office.chief.client.call('listInvitations')).invitations).toEqual([])
})

test('a report sealed before midnight and sent after it is accepted, with the day of its receipt', async () => {
  const reporter = await newReporter(server.origin)
  const batch = await sealReport(reporter)
  now += 3 * hour
  const { status, answer } = await reporter.client.ask('submitReport', { body: batch })
  expect([status, answer.receipts[0]?.day]).toEqual([201, '2027-03-11'])
})

test('what was sealed two days ago, or tomorrow, is refused', async () => {
  const reporter = await newReporter(server.origin)
  const batch = await sealReport(reporter)
  const ask = () => reporter.client.ask('submitReport', { body: batch })
  now -= day
  expect((await ask()).code).toBe('entry.wrong_day')
  now += 3 * day
  expect((await ask()).code).toBe('entry.wrong_day')
})

test('a retry gets its receipts however late it comes', async () => {
  const reporter = await newReporter(server.origin)
  const batch = await sealReport(reporter)
  const first = await reporter.client.ask('submitReport', { body: batch })
  now += 40 * day
  const again = await reporter.client.ask('submitReport', { body: batch })
  expect([again.status, again.answer]).toEqual([200, first.answer])
})

test('days go on for a case over months', async () => {
  const reporter = await report(office)
  now += 90 * day
  await act(reporter, reporter.address, message('Is anybody there?'))
  const late = await seal(reporter, reporter.address, message('Of yesterday.'))
  now += day
  expect((await send(reporter, reporter.address, late)).status).toBe(201)
})

test('somebody who waits for months is admitted all the same', async () => {
  const person = await join(office, 'officer', 'Slow Post')
  now += 60 * day
  await signIn(office.chief)
  await admit(office, person)
  expect((await signIn(person)).memberId).toBe(toBase64url(person.memberId))
})
