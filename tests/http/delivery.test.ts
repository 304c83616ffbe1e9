import { expect, test } from 'vitest'
import { toBase64url } from '../../crypto/wire/base64url.ts'
import { dayOf } from '../../src/domain/days.ts'
import { state } from '../support/office.ts'
import { type Officer, random, signIn } from '../support/officers.ts'
import { expectRefusal, onBoth } from './both.ts'

onBoth('somebody of the office', (stage) => {
  const someone = async (place: number): Promise<Officer> => {
    const person = stage.office.people[place]
    if (!person) throw new Error('The office is empty')
    await signIn(person)
    return person
  }
  const idOf = ({ memberId }: Officer) => toBase64url(memberId)
  const addressesOf = async ({ client }: Officer) => (await client.call('readDelivery')).addresses
  const absences = async ({ client }: Officer) => (await client.call('readDelivery')).absences
  const inDays = async (days: number) => dayOf((await stage.office.today()) + days)

  test('sets and takes away their own addresses, which nobody else is told', async () => {
    const [chief, officer] = [await someone(0), await someone(1)]
    const two = { first: 'idris@office.example', second: 'i.lindqvist+gf@mail.home.example', daily: false }
    await officer.client.call('setMailAddresses', { body: two })
    expect(await addressesOf(officer)).toEqual(two)
    expect(JSON.stringify(await chief.client.call('readDelivery'))).not.toContain('idris')
    await officer.client.call('setMailAddresses', { body: { ...two, daily: true } })
    expect(await addressesOf(officer)).toEqual({ ...two, daily: true })
    const one = { first: 'idris@office.example', second: null, daily: false }
    await officer.client.call('setMailAddresses', { body: one })
    expect(await addressesOf(officer)).toEqual(one)
    await officer.client.call('setMailAddresses', { body: { first: null, second: null, daily: false } })
    expect(await addressesOf(officer)).toEqual({ first: null, second: null, daily: false })
  })

  test.each([
    [{ first: 'not an address', second: null, daily: false }],
    [{ first: 'a@office.example\r\nBcc: b@office.example', second: null, daily: false }],
    [{ first: 'a@office.example>, <b@office.example', second: null, daily: false }],
    [{ first: 'a@localhost', second: null, daily: false }],
    [{ first: `${'a'.repeat(65)}@office.example`, second: null, daily: false }],
    [{ first: `a@${'office.'.repeat(40)}example`, second: null, daily: false }],
    [{ first: 'é@office.example', second: null, daily: false }],
    [{ first: null, second: 'a@office.example', daily: false }],
    [{ first: 'a@office.example', daily: false }],
    [{ first: 'a@office.example', second: null }],
    [{ first: 'a@office.example', second: null, daily: false, third: 'b@office.example' }],
  ])('cannot be written to at %j', async (body) => {
    const { client } = await someone(1)
    await expectRefusal(stage.server, 'request.malformed', 400, () =>
      client.ask('setMailAddresses', { body: body as never }),
    )
  })

  test('says when they are away and who covers, and everybody sees it', async () => {
    const [chief, officer] = [await someone(0), await someone(1)]
    const away = [
      { first: await inDays(20), last: await inDays(20), cover: idOf(chief) },
      { first: await inDays(1), last: await inDays(5), cover: idOf(chief) },
    ]
    await officer.client.call('setAbsences', { body: { absences: away } })
    const seen = away.map((absence) => ({ memberId: idOf(officer), ...absence })).toReversed()
    expect(await absences(chief)).toEqual(seen)
    await officer.client.call('setAbsences', { body: { absences: [] } })
    expect(await absences(chief)).toEqual([])
  })

  test('cannot be away twice at once, backwards, covered by themselves or by nobody', async () => {
    const [chief, officer] = [await someone(0), await someone(1)]
    const cover = idOf(chief)
    const ask = (list: object[]) => () => officer.client.ask('setAbsences', { body: { absences: list as never } })
    const [one, five, six] = [await inDays(1), await inDays(5), await inDays(6)]
    const overlapping = [
      { first: five, last: six, cover },
      { first: one, last: five, cover },
    ]
    await expectRefusal(stage.server, 'absence.overlap', 409, ask(overlapping))
    for (const nobody of [idOf(officer), toBase64url(random(16))]) {
      await expectRefusal(stage.server, 'absence.cover', 409, ask([{ first: one, last: one, cover: nobody }]))
    }
    await expectRefusal(stage.server, 'request.malformed', 400, ask([{ first: five, last: one, cover }]))
    const many = Array.from({ length: 21 }, () => ({ first: one, last: one, cover }))
    await expectRefusal(stage.server, 'request.malformed', 400, ask(many))
  })

  test('is told that no mail is sent where none is set up', async () => {
    const { client } = await someone(1)
    expect((await client.call('readDelivery')).from).toBeNull()
  })

  test('has nothing to send again where all has arrived, and only chiefs may', async () => {
    const [chief, officer] = [await someone(0), await someone(1)]
    expect((await chief.client.call('listUndelivered')).letters).toEqual([])
    const body = { memberId: idOf(officer), place: 'first' } as const
    await expectRefusal(stage.server, 'mail.not_found', 404, () => chief.client.ask('retryMail', { body }))
    await expectRefusal(stage.server, 'session.not_allowed', 403, () => officer.client.ask('retryMail', { body }))
    await expectRefusal(stage.server, 'session.not_allowed', 403, () => officer.client.ask('listUndelivered'))
  })

  test('who is retired leaves neither address nor absence', async () => {
    const [chief, leaves] = [await someone(0), await someone(3)]
    const addresses = { first: 'tomas@office.example', second: null, daily: false }
    await leaves.client.call('setMailAddresses', { body: addresses })
    const away = { first: await inDays(1), last: await inDays(2), cover: idOf(chief) }
    await leaves.client.call('setAbsences', { body: { absences: [away] } })
    await state(stage.office, 'retire', { memberId: leaves.memberId })
    expect(await absences(chief)).toEqual([])
    expect(await stage.server.dump()).not.toContain('tomas@office.example')
  })
})
