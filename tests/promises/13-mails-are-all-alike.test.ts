import { afterAll, beforeAll, expect, test } from 'vitest'
import { toBase64url } from '../../crypto/wire/base64url.ts'
import { languages, mails } from '../../src/domain/languages/index.ts'
import { hour, type MailRoom, mailRoom } from '../support/delivery.ts'
import { signIn } from '../support/officers.ts'
import { act, message, type Reporter, report } from '../support/reporters.ts'
import { tracesOf } from '../support/traces.ts'

const [ines, idris, noor] = ['ines@office.example', 'idris@office.example', 'noor@office.example']
const story = 'Stamps are bought twice, and Oskar Brandt signs for both.'
let room: MailRoom
let reporters: Reporter[]
/** Every mail of the week, and why the last one of each kind was sent. */
const causes: string[] = []

/** Lets time pass and says why whatever came since did come. */
const because = async (cause: string, moment: string) => {
  await room.until(moment)
  for (const _ of room.sentTo()) causes.push(cause)
}

beforeAll(async () => {
  room = await mailRoom()
  await room.address(room.chief, ines, 'ines@home.example')
  await room.address(room.officer, idris)
  await room.address(room.substitute, noor)
  const body = { type: 'report', kind: 'report', mode: 'confidential', story } as const
  const one = await report(room.office, { body })
  await because('one report', '2027-03-10T14:00')
  const more = [await report(room.office, { body }), await report(room.office), await report(room.office)]
  reporters = [one, ...more]
  await act(one, one.address, message(story))
  await because('three reports and a message', '2027-03-11T08:00')
  await signIn(room.chief)
  await act(room.chief, one.address, {
    ...{ act: 'grant', members: [room.substitute.memberId], body: { type: 'granted' } },
  })
  await because('a new reader', '2027-03-11T14:00')
  await because('silence on the second day', '2027-03-12T14:00')
  await because('silence on the fourth day', '2027-03-14T14:00')
  await because('a reminder', '2027-03-15T14:00')
  room.mails.behave('knows nobody', idris)
  await act(one, one.address, message('Once more.'))
  await because('a mail to somebody else that was refused', '2027-03-16T14:00')
})
afterAll(() => room?.stop())

/** A mail without what must differ: to whom, at which of the fixed times, and a random identifier. */
const common = (mail: string) => mail.replace(/^(To|Date|Message-ID): .*\r\n/gm, '')
const headerOf = (mail: string, name: string) => new RegExp(`^${name}: (.*)\r\n`, 'm').exec(mail)?.[1] ?? ''

test('something of every kind was a reason to write', () => {
  expect([...new Set(causes)]).toHaveLength(7)
})

test('every mail is the same, byte for byte, whatever happened and however much', () => {
  const alike = new Set(room.mails.received.map(({ message: mail }) => common(mail)))
  expect(alike.size).toBe(1)
  expect([...alike][0]).toMatch(/^From: .+\r\n(?:.+\r\n)+\r\n[A-Za-z0-9+/=\r\n]+$/)
})

test('what differs tells nothing: the recipient, one of the fixed times, and an identifier without a pattern', () => {
  const mails = room.mails.received.map(({ message: mail }) => mail)
  const times = mails.map((mail) => new Date(headerOf(mail, 'Date')).toISOString().slice(11))
  expect(new Set(times)).toEqual(new Set(['08:00:00.000Z', '14:00:00.000Z', '01:00:00.000Z', '09:00:00.000Z']))
  const identifiers = mails.map((mail) => headerOf(mail, 'Message-ID'))
  expect(new Set(identifiers).size).toBe(mails.length)
  for (const identifier of identifiers) expect(identifier).toMatch(/^<[0-9a-f]{32}@localhost>$/)
  for (const { to, message: mail } of room.mails.received) expect(headerOf(mail, 'To')).toBe(`<${to}>`)
})

test('nobody gets more mails for more reports', () => {
  expect(causes.filter((cause) => cause === 'one report')).toHaveLength(2)
  expect(causes.filter((cause) => cause === 'three reports and a message')).toHaveLength(2)
})

test('no mail holds a name, a word of a case, its address or its number', () => {
  const everything = Buffer.from(
    room.mails.received
      .map(({ message: mail }) => mail + Buffer.from(mail.split('\r\n\r\n')[1] ?? '', 'base64').toString())
      .join('\n'),
  )
  const secrets = [
    ...[story, 'Oskar Brandt', ...room.office.people.map(({ label }) => label)],
    ...reporters.map(({ address }) => toBase64url(address)),
  ]
  expect(secrets.filter((secret) => tracesOf(secret, everything).length > 0)).toEqual([])
  for (const { address, keys } of reporters) {
    expect(tracesOf(address, everything)).toEqual([])
    expect(tracesOf(keys.signing.publicKey, everything)).toEqual([])
  }
  expect(tracesOf(`${room.server.origin}/en/office/`, everything)).not.toEqual([])
})

test('a mail speaks every language of the interface', () => {
  const [mail = ''] = room.mails.received.map(({ message: each }) => each)
  const body = Buffer.from(mail.split('\r\n\r\n')[1] ?? '', 'base64').toString()
  const subject = [
    ...(/^Subject: (?:=\?UTF-8\?B\?[\w+/=]+\?=(?:\r\n )?)+/m.exec(mail)?.[0] ?? '').matchAll(/B\?([^?]*)/g),
  ]
  const heard = subject.map(([, word = '']) => Buffer.from(word, 'base64').toString()).join('')
  expect(heard).toBe(
    Object.values(mails)
      .map(({ subject: each }) => each)
      .join(' / '),
  )
  expect(heard).not.toContain('\ufffd')
  for (const { tag } of languages) expect(body).toContain(`${room.server.origin}/${tag}/office/`)
  expect([...mail].every((sign) => sign < '\x7f')).toBe(true)
  for (const line of mail.split('\r\n')) expect(line.length).toBeLessThanOrEqual(76 + 22)
})

test('the outbox knows nothing of a case, and a mail that has left is forgotten', async () => {
  await act(reporters[1] as Reporter, (reporters[1] as Reporter).address, message('To be kept.'))
  const table = async () => (await room.server.dump()).split('# outbox')[1]?.split('# ')[0]?.trim() ?? ''
  expect(await table()).toMatch(/waiting/)
  for (const { address } of reporters) expect(tracesOf(address, Buffer.from(await table(), 'latin1'))).toEqual([])
  room.mails.behave('accepts', idris)
  await room.until('2027-03-17T08:00')
  expect(await table()).toBe('')
})

test('whoever wants mail on every working day gets the same mails after nine reports as after none', async () => {
  const weekWith = async (reports: number): Promise<string[]> => {
    const quiet = await mailRoom()
    await quiet.address(quiet.chief, ines, null, true)
    for (let number = 0; number < reports; number++) {
      await report(quiet.office)
      if (number % 3 === 2) await quiet.until(quiet.now() + 20 * hour)
    }
    // Until just before anybody is told of a long silence.
    await quiet.until('2027-03-13T23:45')
    await quiet.stop()
    return quiet.mails.received.map(({ to, message: mail }) => `${to} ${headerOf(mail, 'Date')}`)
  }
  const none = await weekWith(0)
  const times = ['Thu, 11 Mar 2027 08:00:00 +0000', 'Fri, 12 Mar 2027 08:00:00 +0000']
  expect(none).toEqual(times.map((time) => `${ines} ${time}`))
  expect(await weekWith(9)).toEqual(none)
})
