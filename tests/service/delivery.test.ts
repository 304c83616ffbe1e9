import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hour, type MailRoom, mailRoom, quarter } from '../support/delivery.ts'
import { signIn } from '../support/officers.ts'
import { act, message, note, report } from '../support/reporters.ts'

const [ines, idris] = ['ines@office.example', 'idris@office.example']
let room: MailRoom

beforeEach(async () => {
  room = await mailRoom()
  await room.address(room.chief, ines)
  await room.address(room.officer, idris, 'idris@home.example')
})
afterEach(() => room.stop())

const undelivered = async () => {
  await signIn(room.chief)
  const { letters } = await room.chief.client.call('listUndelivered')
  return letters.map(({ state, place }) => `${place} ${state}`).toSorted()
}

test('whoever reads a case hears of what its reporter writes, at two and at eight, once each', async () => {
  const reporter = await report(room.office)
  await act(reporter, reporter.address, message('One more thing.'))
  await room.until('2027-03-10T13:45')
  expect(room.sentTo()).toEqual([])
  await room.until('2027-03-10T14:00')
  expect(room.sentTo()).toEqual([idris, ines])
  await act(reporter, reporter.address, message('And another.'))
  await room.until('2027-03-11T07:45')
  expect(room.sentTo()).toEqual([])
  await room.until('2027-03-11T08:00')
  expect(room.sentTo()).toEqual([idris, ines])
})

test('of what officers write and note nobody hears, but whoever they let in does', async () => {
  const reporter = await report(room.office, { excluded: [room.officer] })
  await room.until('2027-03-10T14:00')
  expect(room.sentTo()).toEqual([ines])
  await signIn(room.chief)
  await act(room.chief, reporter.address, message('Thank you.'))
  await act(room.chief, reporter.address, note('Between us.'))
  await room.until('2027-03-11T14:00')
  expect(room.sentTo()).toEqual([])
  await room.address(room.substitute, 'noor@office.example')
  await signIn(room.chief)
  await act(room.chief, reporter.address, {
    act: 'grant',
    members: [room.substitute.memberId],
    body: { type: 'granted' },
  })
  await room.until('2027-03-12T08:00')
  expect(room.sentTo()).toEqual(['noor@office.example'])
})

test('a mail server that is down for a day costs nobody a mail', async () => {
  await room.mails.stop()
  await report(room.office)
  await room.until('2027-03-11T10:00')
  expect(await undelivered()).toContain('first trying')
  await room.mails.again()
  await room.until('2027-03-11T22:00')
  expect(room.sentTo()).toEqual([idris, ines])
  expect(await undelivered()).toEqual([])
})

test('a mailbox that is busy for now gets its mail later, and keeps no other one from theirs', async () => {
  room.mails.behave('is busy', idris)
  await report(room.office)
  await room.until('2027-03-10T15:00')
  expect(room.sentTo()).toEqual([ines])
  room.mails.behave('accepts', idris)
  await room.until('2027-03-10T17:00')
  expect(room.sentTo()).toEqual([idris])
})

test('a mailbox that is busy for days is given up, and the second address hears', async () => {
  room.mails.behave('is busy', idris)
  await report(room.office)
  await room.until('2027-03-10T14:00')
  room.sentTo()
  await room.until('2027-03-14T00:00')
  expect(room.sentTo()).toContain('idris@home.example')
  expect(await undelivered()).toContain('first unreachable')
}, 240_000)

test.each(['knows nobody', 'refuses what it read'] as const)(
  'of a server that %s the second address hears within the hour, then the chief',
  async (manner) => {
    room.mails.behave(manner, idris)
    await report(room.office)
    await room.until('2027-03-10T14:45')
    expect(room.sentTo()).toEqual([ines])
    await room.until('2027-03-10T15:00')
    expect(room.sentTo()).toEqual(['idris@home.example'])
    expect(await undelivered()).toEqual(['first refused'])

    room.mails.behave(manner, 'idris@home.example')
    const other = await report(room.office)
    await room.until('2027-03-11T08:00')
    expect(room.sentTo()).toEqual([ines])
    await room.until('2027-03-11T10:00')
    expect(room.sentTo()).toEqual([ines])
    expect(await undelivered()).toEqual(['first refused', 'second refused'])
    await act(other, other.address, message('Still here.'))
    await room.until('2027-03-11T14:00')
    expect(room.sentTo()).toEqual([ines])
  },
)

test('a sender that the server does not know is nobody’s bounce', async () => {
  room.mails.behave('knows no sender')
  await report(room.office)
  await room.until('2027-03-10T16:00')
  expect((await undelivered()).every((line) => line === 'first trying')).toBe(true)
  room.mails.behave('accepts')
  await room.until('2027-03-11T08:00')
  expect(new Set(room.sentTo())).toEqual(new Set([idris, ines]))
})

test('a server that takes a mail and loses the line before it says so gets it again, at least once', async () => {
  room.mails.behave('drops the line', idris)
  await report(room.office)
  await room.until('2027-03-10T14:00')
  expect(room.sentTo().filter((to) => to === idris)).toHaveLength(1)
  room.mails.behave('accepts', idris)
  await room.until('2027-03-10T18:00')
  const again = room.sentTo()
  expect(again.filter((to) => to === idris)).toHaveLength(1)
  await room.until('2027-03-11T08:00')
  expect(room.sentTo()).toEqual([])
})

test('two services on one database send each mail once, though the server is slow', async () => {
  const twin = await room.twin()
  room.mails.behave('is slow')
  await report(room.office)
  room.jump('2027-03-10T14:00')
  await Promise.all([room.server.keepHouse(), twin.keepHouse(), twin.keepHouse(), room.server.keepHouse()])
  expect(room.sentTo()).toEqual([idris, ines])
  await twin.stop()
})

test('whoever is killed between sending a mail and writing that down sends it again', async () => {
  await report(room.office)
  room.jump('2027-03-10T14:00')
  room.mails.behave('is slow')
  const service = room.process()
  // The server has read a mail and has not yet said so.
  while (room.mails.received.length === 0) await setTimeout(10)
  service.kill('SIGKILL')
  await once(service, 'exit')
  room.mails.behave('accepts')
  await room.until(room.now() + 2 * quarter)
  const sent = room.sentTo()
  expect(new Set(sent)).toEqual(new Set([idris, ines]))
  expect(sent).toHaveLength(3)
})

test('a chief sends again what did not arrive, and it arrives', async () => {
  room.mails.behave('knows nobody', idris)
  await report(room.office)
  await room.until('2027-03-10T14:15')
  room.mails.behave('accepts', idris)
  room.sentTo()
  await signIn(room.chief)
  const [letter] = (await room.chief.client.call('listUndelivered')).letters
  if (!letter) throw new Error('Nothing is undelivered')
  expect(letter.since).toBe('2027-03-10T14:00:00.000Z')
  const { memberId, place } = letter
  await room.chief.client.call('retryMail', { body: { memberId, place } })
  await room.until(room.now() + quarter)
  expect(room.sentTo()).toEqual([idris])
  expect(await undelivered()).toEqual([])
  const { code } = await room.chief.client.ask('retryMail', { body: { memberId, place } })
  expect(code).toBe('mail.not_found')
})

test('a clock that goes back an hour sends nothing twice and forgets nothing', async () => {
  await report(room.office)
  await room.until('2027-03-10T14:00')
  room.jump(room.now() - hour)
  await report(room.office)
  await room.until('2027-03-10T14:15')
  expect(room.sentTo()).toEqual([idris, idris, ines, ines])
  await room.until('2027-03-11T08:00')
  expect(room.sentTo()).toEqual([])
})
