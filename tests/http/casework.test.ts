import { expect, test } from 'vitest'
import { openInboxLine } from '../../crypto/index.ts'
import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import type { Bytes } from '../../crypto/wire/bytes.ts'
import { admit, join, state } from '../support/office.ts'
import { type Officer, random, signIn } from '../support/officers.ts'
import { race } from '../support/race.ts'
import {
  act,
  message,
  newReporter,
  note,
  open,
  readEntriesAsOfficer,
  report,
  seal,
  send,
} from '../support/reporters.ts'
import { resigned } from '../support/tamper.ts'
import { expectRefusal, onBoth } from './both.ts'

onBoth('on a case,', (stage) => {
  const someone = async (index: number): Promise<Officer> => {
    const person = stage.office.people[index]
    if (!person) throw new Error('The office is empty')
    if (person.client.cookie === null) await signIn(person)
    return person
  }
  const at = (address: Bytes) => ({ path: { case: toBase64url(address) } })
  const line = async ({ client }: Officer, address: Bytes) =>
    (await client.call('listCases')).cases.find((each) => each.case === toBase64url(address))

  test('an officer sees in the inbox what only readers can open, and answers', async () => {
    const [chief, officer] = [await someone(0), await someone(1)]
    const reporter = await report(stage.office)
    const found = await line(officer, reporter.address)
    if (!found) throw new Error('The case is not in the inbox')
    const summary = { case: reporter.address, seal: fromBase64url(found.seal), summary: fromBase64url(found.summary) }
    expect(openInboxLine(officer.keys, summary)).toMatchObject({ title: 'Stamps' })
    await act(chief, reporter.address, message('We have it.'))
    await act(officer, reporter.address, note('Ask the registry.'))
    const seen = await open(reporter, reporter.address)
    expect(seen.entries.map(({ lane }) => lane)).toEqual(['shared', 'identity', 'shared'])
    expect(seen.entries.at(-1)?.body).toEqual({ type: 'message', text: 'We have it.' })
    expect((await line(chief, reporter.address))?.revision).toBe(4)
  })

  test('somebody who does not read it cannot tell it from one that is not', async () => {
    const outsider = await someone(4)
    const reporter = await report(stage.office)
    const batch = await seal(stage.office.chief, reporter.address, message('Not mine to send.'))
    expect((await outsider.client.call('listCases')).cases).toEqual([])
    for (const address of [reporter.address, random(32)]) {
      await expectRefusal(stage.server, 'case.not_found', 404, () =>
        outsider.client.ask('readCaseAsOfficer', at(address)),
      )
      await expectRefusal(stage.server, 'case.not_found', 404, () => outsider.client.ask('openIdentity', at(address)))
      await expectRefusal(stage.server, 'case.not_found', 404, () => send(outsider, address, batch))
    }
  })

  test('an officer sends what they signed themselves, and nobody else’s', async () => {
    const [chief, officer] = [await someone(0), await someone(1)]
    const reporter = await report(stage.office)
    const byChief = await seal(chief, reporter.address, message('Signed by the chief.'))
    await expectRefusal(stage.server, 'session.not_allowed', 403, () => send(officer, reporter.address, byChief))
    const byReporter = await seal(reporter, reporter.address, message('Signed by the reporter.'))
    await expectRefusal(stage.server, 'session.not_allowed', 403, () => send(officer, reporter.address, byReporter))
    expect((await send(chief, reporter.address, byChief)).status).toBe(201)
  })

  test('of fifty people who write at once each comes in once, in one order, and nothing is lost', async () => {
    const [chief, officer] = [await someone(0), await someone(1)]
    const reporter = await report(stage.office)
    const attempt = async (index: number): Promise<boolean> => {
      const writer = [chief, officer, reporter][index % 3] ?? reporter
      const { status, code } = await send(
        writer,
        reporter.address,
        await seal(writer, reporter.address, message(`Number ${index}`)),
      )
      if (status !== 201) expect(code).toBe('case.head_moved')
      return status === 201
    }
    await race(
      Array.from({ length: 50 }, (_, index) => index),
      attempt,
    )
    const { entries, broken } = await open(chief, reporter.address)
    const texts = entries.flatMap(({ body }) => body?.text ?? [])
    expect(broken).toBeNull()
    expect(texts.toSorted()).toEqual(Array.from({ length: 50 }, (_, index) => `Number ${index}`).toSorted())
  }, 300_000)

  test('somebody whom an officer lets in reads everything, and is out again with the next key', async () => {
    const [chief, officer, joins] = [await someone(0), await someone(1), await someone(3)]
    const reporter = await report(stage.office)
    await act(chief, reporter.address, note('Before they came.'))
    await act(officer, reporter.address, {
      act: 'grant',
      members: [joins.memberId],
      body: { type: 'granted', text: 'For advice.' },
    })
    const seen = await open(joins, reporter.address)
    expect(seen.entries.map(({ body }) => body?.type)).toContain('note')
    expect(await line(joins, reporter.address)).toBeDefined()

    await act(chief, reporter.address, {
      act: 'remove',
      members: [joins.memberId],
      body: { type: 'removed', text: 'Done.' },
    })
    expect(await line(joins, reporter.address)).toBeUndefined()
    expect((await joins.client.ask('readCaseAsOfficer', at(reporter.address))).code).toBe('case.not_found')
    await act(reporter, reporter.address, message('Without them.'))
    const found = await line(officer, reporter.address)
    const summary = {
      case: reporter.address,
      seal: fromBase64url(found?.seal ?? ''),
      summary: fromBase64url(found?.summary ?? ''),
    }
    expect(found?.epoch).toBe(1)
    expect(openInboxLine(officer.keys, summary)).toMatchObject({ v: 1 })
  })

  test('somebody who recuses themselves is out, and the next writer makes a key without them', async () => {
    const [chief, officer] = [await someone(0), await someone(1)]
    const reporter = await report(stage.office)
    await act(officer, reporter.address, {
      act: 'remove',
      members: [officer.memberId],
      body: { type: 'removed', text: 'I know them.' },
    })
    expect((await officer.client.ask('readCaseAsOfficer', at(reporter.address))).code).toBe('case.not_found')
    await act(chief, reporter.address, message('Goes on.'))
    expect((await line(chief, reporter.address))?.epoch).toBe(1)
  })

  test('whom the reporter excluded only the reporter lets in', async () => {
    const [chief, officer] = [await someone(0), await someone(1)]
    const reporter = await report(stage.office, { excluded: [officer] })
    expect(await line(officer, reporter.address)).toBeUndefined()
    const grant = { act: 'grant', members: [officer.memberId], body: { type: 'granted' } } as const
    await expect(act(chief, reporter.address, grant)).rejects.toMatchObject({ code: 'rule.excluded' })
    await act(reporter, reporter.address, grant)
    expect((await open(officer, reporter.address)).broken).toBeNull()
  })

  test('after a retirement nothing is written under the old key', async () => {
    const leaver = await join(stage.office, 'officer', 'Kasimir Ohm')
    await admit(stage.office, leaver)
    const reporter = await report(stage.office)
    const batch = await seal(reporter, reporter.address, message('Under the old key.'))
    await state(stage.office, 'retire', { memberId: leaver.memberId })
    const { head: directory } = await stage.office.directory()
    const [entry] = batch.entries
    const stubborn = { ...batch, entries: entry ? [await resigned(entry, reporter.keys, { directory })] : [] }
    await expectRefusal(stage.server, 'rule.readers_out_of_date', 409, () => send(reporter, reporter.address, stubborn))
    await act(reporter, reporter.address, message('Under a new key.'))
    const { entries } = await open(await someone(0), reporter.address)
    expect(entries.filter(({ kind }) => kind === 'remove').flatMap(({ members }) => members)).toContainEqual(
      leaver.memberId,
    )
  })

  test('an identity opens only to an officer who told the reporter why', async () => {
    const [chief, officer] = [await someone(0), await someone(1)]
    const reporter = await report(stage.office, { identity: { type: 'identity', name: 'Nadia Frost' } })
    await expectRefusal(stage.server, 'identity.not_opened', 403, () =>
      chief.client.ask('openIdentity', at(reporter.address)),
    )
    await act(chief, reporter.address, {
      act: 'open-identity',
      body: { type: 'identity-opened', reason: 'To ask for documents.' },
    })
    await expectRefusal(stage.server, 'identity.not_opened', 403, () =>
      officer.client.ask('openIdentity', at(reporter.address)),
    )
    const { serviceShare } = await chief.client.call('openIdentity', at(reporter.address))
    const opened = await open(chief, reporter.address, fromBase64url(serviceShare))
    expect(opened.entries.map(({ body }) => body?.name)).toContain('Nadia Frost')
    const seen = await open(reporter, reporter.address)
    expect(seen.entries.at(-1)?.body?.reason).toBe('To ask for documents.')
    expect(await stage.server.dump()).not.toContain(
      Buffer.from(fromBase64url(serviceShare)).toString('hex').toUpperCase(),
    )
  })

  test('an identity still opens after an officer was removed, by the masked share', async () => {
    const [chief, officer] = [await someone(0), await someone(1)]
    const reporter = await report(stage.office, { identity: { type: 'identity', name: 'Nadia Frost' } })
    await act(chief, reporter.address, { act: 'remove', members: [officer.memberId], body: { type: 'removed' } })
    await act(chief, reporter.address, {
      act: 'open-identity',
      body: { type: 'identity-opened', reason: 'To protect them.' },
    })
    const { serviceShare } = await chief.client.call('openIdentity', at(reporter.address))
    const opened = await open(chief, reporter.address, fromBase64url(serviceShare))
    expect(opened.entries.map(({ body }) => body?.name)).toContain('Nadia Frost')
  })

  test('a key replaced by the reporter or a share without its entry is checked', async () => {
    const chief = await someone(0)
    const reporter = await report(stage.office)
    const batch = await seal(chief, reporter.address, message('With a stray share.'))
    const stray = { ...batch, shareMask: toBase64url(random(32)) }
    await expectRefusal(stage.server, 'share.bad', 400, () => send(chief, reporter.address, stray))
    const fresh = await newReporter(stage.server.origin)
    const replaced = await seal(reporter, reporter.address, {
      act: 'replace-key',
      newKeys: fresh.keys,
      body: { type: 'key-replaced' },
    })
    const { summary: _, ...without } = replaced
    await expectRefusal(stage.server, 'summary.missing', 400, () => send(reporter, reporter.address, without))
    const { serviceShare: __, ...shareless } = replaced
    await expectRefusal(stage.server, 'share.bad', 400, () => send(reporter, reporter.address, shareless))
  })

  test('two officers close it, and a word of the reporter reopens it', async () => {
    const [chief, officer] = [await someone(0), await someone(1)]
    const reporter = await report(stage.office)
    const close = { act: 'close', body: { type: 'closed', text: 'Settled.' } } as const
    await act(chief, reporter.address, close)
    expect((await open(reporter, reporter.address)).state.closed).toBe(false)
    await act(officer, reporter.address, close)
    const shut = await open(reporter, reporter.address)
    expect([shut.state.closed, shut.state.release]).toEqual([true, 0])
    await act(reporter, reporter.address, message('Not settled.'))
    expect((await open(chief, reporter.address)).state.closed).toBe(false)
  })

  test('a long story comes in parts, and the inbox page by page', async () => {
    const chief = await someone(0)
    const reporter = await report(stage.office)
    for (let index = 0; index < 52; index++) await act(chief, reporter.address, note(`Note ${index}`))
    const first = await chief.client.call('readCaseAsOfficer', at(reporter.address))
    expect(first.next).not.toBeNull()
    expect(await readEntriesAsOfficer(chief, reporter.address)).toHaveLength(54)
    const all = (await chief.client.call('listCases')).cases
    const paged: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page: { cases: { case: string }[]; next: string | null } = await chief.client.call('listCases', {
        query: { after, limit: '5' },
      })
      paged.push(...page.cases.map((each) => each.case))
      after = page.next
    }
    expect(paged).toEqual(all.map((each) => each.case))
  })
})
