import { afterEach, beforeEach, expect, test } from 'vitest'
import { signMark } from '../../crypto/index.ts'
import { toBase64url } from '../../crypto/wire/base64url.ts'
import { dayNumber } from '../../src/domain/days.ts'
import { type MailRoom, mailRoom } from '../support/delivery.ts'
import { type Officer, signIn } from '../support/officers.ts'
import { act, message, note, report } from '../support/reporters.ts'

const [ines, idris] = ['ines@office.example', 'idris@office.example']
const [inesHome, noorHome] = ['ines@home.example', 'noor@home.example']
let room: MailRoom

beforeEach(async () => {
  room = await mailRoom()
  await room.address(room.chief, ines, inesHome)
  await room.address(room.officer, idris)
  await room.address(room.substitute, 'noor@office.example', noorHome)
})
afterEach(() => room.stop())

/** Whoever is written to until a moment, mail by mail. */
const sentUntil = async (moment: string) => {
  await room.until(moment)
  return room.sentTo()
}

test('while nobody answers, readers hear on the second day, chief and substitute on the fourth at second addresses', async () => {
  const reporter = await report(room.office)
  expect(await sentUntil('2027-03-10T14:00')).toEqual([idris, ines])
  await signIn(room.chief)
  await act(room.chief, reporter.address, note('A note is no answer.'))
  expect(await sentUntil('2027-03-12T07:45')).toEqual([])
  expect(await sentUntil('2027-03-12T08:00')).toEqual([idris, ines])
  expect(await sentUntil('2027-03-14T00:45')).toEqual([])
  expect(await sentUntil('2027-03-14T01:00')).toEqual([inesHome, noorHome])
  expect(await sentUntil('2027-03-15T00:00')).toEqual([])
})

test('an answer ends the waiting; what the reporter adds to an open question does not begin it anew', async () => {
  const [answered, open] = [await report(room.office), await report(room.office)]
  await sentUntil('2027-03-11T14:00')
  await signIn(room.chief)
  await act(room.chief, answered.address, message('Thank you.'))
  await act(open, open.address, message('And then.'))
  // One mail says both that something was added and that nothing is answered.
  expect(await sentUntil('2027-03-12T08:00')).toEqual([idris, ines])
  expect(await sentUntil('2027-03-14T01:00')).toEqual([inesHome, noorHome])
  await signIn(room.chief)
  await act(room.chief, open.address, message('Thank you too.'))
  expect(await sentUntil('2027-03-15T07:45')).toEqual([])
})

test('when everything is answered nobody hears of silence', async () => {
  const reporter = await report(room.office)
  await signIn(room.officer)
  await act(room.officer, reporter.address, message('Thank you.'))
  await sentUntil('2027-03-10T14:00')
  expect(await sentUntil('2027-03-15T07:45')).toEqual([])
})

test('a substitute who is let in because nobody answered hears of it at the next time of leaving', async () => {
  await report(room.office)
  await sentUntil('2027-03-17T23:45')
  expect(await sentUntil('2027-03-18T07:45')).toEqual([])
  expect(await sentUntil('2027-03-18T08:00')).toEqual(['noor@office.example'])
})

test('a substitute whom the reporter excluded does not hear of their case, nor does an excluded chief', async () => {
  await report(room.office, { excluded: [room.substitute, room.chief] })
  expect(await sentUntil('2027-03-14T02:00')).toEqual([idris, idris])
})

test('the readers hear when the day of the reminder has come', async () => {
  const reporter = await report(room.office)
  await signIn(room.officer)
  await act(room.officer, reporter.address, message('Received.'))
  await sentUntil('2027-03-10T14:00')
  // Three working days after Wednesday.
  expect(await sentUntil('2027-03-15T07:45')).toEqual([])
  expect(await sentUntil('2027-03-15T08:00')).toEqual([idris, ines])
  expect(await sentUntil('2027-03-16T14:00')).toEqual([])
})

test('a machine that was off when a day came tells of it when it is on again', async () => {
  await report(room.office)
  await sentUntil('2027-03-10T14:00')
  room.jump('2027-03-14T09:10')
  expect(await sentUntil('2027-03-14T10:00')).toEqual([inesHome, noorHome])
  expect(await sentUntil('2027-03-14T14:00')).toEqual([idris, ines])
})

const mark = async (who: Officer) => {
  await signIn(who)
  const { head } = await room.office.directory()
  const { day } = await who.client.call('officeState')
  const { signature } = signMark(head, dayNumber(day), who.keys)
  await who.client.call('mark', { body: { head: toBase64url(head), day, signature: toBase64url(signature) } })
}

test('whoever has not signed in for thirty days is reminded, and thirty days later again', async () => {
  for (const who of [room.chief, room.officer, room.substitute]) await mark(who)
  expect(await sentUntil('2027-04-01T08:00')).toEqual([])
  await mark(room.officer)
  expect(await sentUntil('2027-04-09T07:45')).toEqual([])
  expect(await sentUntil('2027-04-09T08:00')).toEqual([ines, 'noor@office.example'])
  await mark(room.chief)
  expect(await sentUntil('2027-05-01T08:00')).toEqual([idris])
  expect(await sentUntil('2027-05-09T08:00')).toEqual(['ines@office.example', 'noor@office.example'])
}, 240_000)

test('for somebody away the cover hears too, from the first day to the last', async () => {
  await signIn(room.officer)
  const cover = toBase64url(room.substitute.memberId)
  const away = [{ first: '2027-03-11', last: '2027-03-12', cover }]
  await room.officer.client.call('setAbsences', { body: { absences: away } })
  const reporter = await report(room.office)
  const noor = 'noor@office.example'
  expect(await sentUntil('2027-03-10T14:00')).toEqual([idris, ines])
  await room.until('2027-03-11T00:00')
  await act(reporter, reporter.address, message('More.'))
  expect(await sentUntil('2027-03-11T08:00')).toEqual([idris, ines, noor])
  expect(await sentUntil('2027-03-12T08:00')).toEqual([idris, ines, noor])
  await room.until('2027-03-13T00:00')
  await act(reporter, reporter.address, message('Still more.'))
  expect(await sentUntil('2027-03-13T08:00')).toEqual([idris, ines])
})
