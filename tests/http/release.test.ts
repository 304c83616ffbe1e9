import { expect, test } from 'vitest'
import type { Act } from '../../crypto/index.ts'
import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import { type Bytes, equal } from '../../crypto/wire/bytes.ts'
import { decodeHeader } from '../../crypto/wire/header.ts'
import type { Batch } from '../../src/contract/entries.ts'
import { type Officer, random, signIn } from '../support/officers.ts'
import {
  act,
  message,
  newReporter,
  note,
  open,
  type Reporter,
  readEntriesAsOfficer,
  report,
  seal,
  sealReport,
  send,
} from '../support/reporters.ts'
import { resigned } from '../support/tamper.ts'
import { expectRefusal, onBoth } from './both.ts'

const releasing: Act = { act: 'release', body: { type: 'released', by: 'reporter' } }
const opening: Act = { act: 'open-identity', body: { type: 'identity-opened', reason: 'To protect them.' } }

onBoth('what is held back', (stage) => {
  const someone = async (role: string): Promise<Officer> => {
    const person = stage.office.people.find((each) => each.role === role)
    if (!person) throw new Error('The office is empty')
    if (person.client.cookie === null) await signIn(person)
    return person
  }
  const at = (address: Bytes) => ({ path: { case: toBase64url(address) } })
  const cases = async ({ client }: Officer) => (await client.call('listCases')).cases.map((line) => line.case)

  /** A case of yesterday whose limit was over yesterday, as its reporter may choose. */
  const overdue = async (told: { excluded?: Officer[] } = {}): Promise<Reporter> => {
    const yesterday = (await stage.office.today()) - 1
    const reporter = await report(stage.office, {
      ...told,
      day: yesterday,
      identity: { type: 'identity', name: 'Nadia' },
    })
    const schedule = { remind: 0, release: yesterday }
    const sooner = { ...message('I cannot wait.'), schedule } as Act
    const { code } = await send(reporter, reporter.address, await seal(reporter, reporter.address, sooner, yesterday))
    expect(code).toBeNull()
    return reporter
  }
  /** Everything of the case that the substitute reads, the name with a reason. */
  const allRead = async (substitute: Officer, { address }: Reporter): Promise<string[]> => {
    await act(substitute, address, opening)
    const { serviceShare } = await substitute.client.call('openIdentity', at(address))
    const opened = await open(substitute, address, fromBase64url(serviceShare))
    expect([opened.broken, opened.badSeals]).toEqual([null, []])
    return opened.entries.flatMap(({ body }) => body?.story ?? body?.text ?? body?.name ?? [])
  }

  test('a case opens to the substitute, all of it, once its limit is over', async () => {
    const [chief, substitute] = [await someone('chief'), await someone('substitute')]
    const reporter = await overdue()
    await act(chief, reporter.address, note('Let it lie.'))
    expect(await cases(substitute)).not.toContain(toBase64url(reporter.address))
    await stage.server.keepHouse()
    expect(await cases(substitute)).toContain(toBase64url(reporter.address))
    expect(await allRead(substitute, reporter)).toEqual(
      expect.arrayContaining(['Stamps are bought twice.', 'Let it lie.', 'Nadia', 'I cannot wait.']),
    )
    const told = (await open(reporter, reporter.address)).entries.find(({ kind }) => kind === 'release')
    expect(told).toMatchObject({ author: 'service', members: [substitute.memberId], void: null })
    await act(substitute, reporter.address, message('I have read it.'))
    await act(chief, reporter.address, message('Me too.'))
    expect((await open(reporter, reporter.address)).broken).toBeNull()
  })

  test('it opens once, and not before; nor where nobody is held back, or who is was excluded', async () => {
    const [chief, substitute] = [await someone('chief'), await someone('substitute')]
    const early = await report(stage.office)
    const declined = await overdue({ excluded: [substitute] })
    const late = await overdue()
    await stage.server.keepHouse()
    const before = await stage.server.dump()
    await stage.server.keepHouse()
    expect(await stage.server.dump()).toBe(before)
    const mine = await cases(substitute)
    expect(mine).toContain(toBase64url(late.address))
    for (const { address } of [early, declined]) {
      expect(mine).not.toContain(toBase64url(address))
      expect((await open(chief, address)).entries.every(({ kind }) => kind !== 'release')).toBe(true)
    }
  })

  test('a reporter opens it at any time, with the office’s lane, which they do not read themselves', async () => {
    const [chief, substitute] = [await someone('chief'), await someone('substitute')]
    const reporter = await report(stage.office, { identity: { type: 'identity', name: 'Nadia' } })
    await act(chief, reporter.address, note('Let it lie.'))
    const batch = await seal(reporter, reporter.address, releasing)
    const first = await send(reporter, reporter.address, batch)
    const second = await send(reporter, reporter.address, batch)
    expect([first.status, second.status]).toEqual([201, 200])
    expect(await allRead(substitute, reporter)).toEqual(
      expect.arrayContaining(['Stamps are bought twice.', 'Let it lie.', 'Nadia']),
    )
    await expect(seal(reporter, reporter.address, releasing)).rejects.toThrow('rule.nobody_held')
  })

  test('nobody but the reporter and the service opens it: not by any entry that they sign themselves', async () => {
    const [chief, substitute] = [await someone('chief'), await someone('substitute')]
    const { address } = await report(stage.office)
    const grant: Act = { act: 'grant', members: [substitute.memberId], body: {} }
    const batch = await seal(chief, address, grant)
    const [first, ...others] = batch.entries
    if (!first) throw new Error('Nothing was sealed')
    const forged = { ...batch, entries: [await resigned(first, chief.keys, { kind: 'release' }), ...others] }
    await expectRefusal(stage.server, 'rule.author', 403, () => send(chief, address, forged))
    await expectRefusal(stage.server, 'case.not_found', 404, () => send(substitute, address, forged))
  })

  test('a report or a new key without what is to be held back is not taken in, nor with anything else', async () => {
    const reporter = await newReporter(stage.office.server.origin)
    const sealed = await sealReport(reporter)
    const { shared, identity } = sealed.held ?? {}
    if (!shared || !identity) throw new Error('Nothing is held back')
    const { held: _, ...without } = sealed
    const wrong: readonly (readonly [string, number, object])[] = [
      ['held.bad', 400, without],
      ['held.bad', 400, { ...sealed, held: { shared } }],
      ['held.bad', 400, { ...sealed, held: { shared: identity, identity: shared } }],
      ['held.bad', 400, { ...sealed, held: { shared, identity, office: shared } }],
      ['held.bad', 400, { ...sealed, held: { shared: toBase64url(random(1_202)), identity } }],
      ['base64.malformed', 400, { ...sealed, held: { shared: `${shared.slice(0, -1)}!`, identity } }],
      ['request.malformed', 400, { ...sealed, held: { shared, identity, others: shared } }],
    ]
    for (const [code, status, body] of wrong) {
      const ask = () => reporter.client.ask('submitReport', { body: body as typeof sealed })
      await expectRefusal(stage.server, code, status, ask)
    }
    expect((await reporter.client.ask('submitReport', { body: sealed })).status).toBe(201)
  })

  test('it is given to nobody, and stands nowhere as it came', async () => {
    const chief = await someone('chief')
    const reporter = await newReporter(stage.office.server.origin)
    const sealed = await sealReport(reporter)
    await reporter.client.call('submitReport', { body: sealed })
    const blocks = Object.values((sealed as Batch).held ?? {}).map((text) => Buffer.from(fromBase64url(text ?? '')))
    const traces = blocks.map((block) => block.subarray(34, 98))
    expect(traces).toHaveLength(2)
    const stored = await stage.server.stored()
    const given = Buffer.concat(
      (await readEntriesAsOfficer(chief, reporter.address)).flatMap((entry) => [entry.header, entry.seals]),
    )
    for (const trace of traces) expect([stored.includes(trace), given.includes(trace)]).toEqual([false, false])
    const [header] = (await readEntriesAsOfficer(chief, reporter.address)).map((entry) => decodeHeader(entry.header))
    expect(header && equal(header.heldHash, new Uint8Array(32))).toBe(false)
  })
})
