import { expect, test } from 'vitest'
import type { Act } from '../../crypto/index.ts'
import { publicKeysOf } from '../../crypto/index.ts'
import { dayNumber } from '../../src/domain/days.ts'
import { type Officer, signIn } from '../support/officers.ts'
import {
  act,
  message,
  newReporter,
  open,
  type Reporter,
  readEntries,
  report,
  seal,
  send,
} from '../support/reporters.ts'
import { resigned } from '../support/tamper.ts'
import { expectRefusal, onBoth } from './both.ts'

const body = { type: 'further-key' }

onBoth('further keys of a case', (stage) => {
  const officers = async (): Promise<[Officer, Officer]> => {
    const two = stage.office.people.slice(0, 2)
    for (const person of two) if (person.client.cookie === null) await signIn(person)
    return two as [Officer, Officer]
  }
  const helper = async (reporter: Reporter): Promise<Reporter> => ({
    ...(await newReporter(stage.server.origin)),
    address: reporter.address,
  })
  const representing = ({ keys }: Reporter): Act => ({ act: 'represent', key: publicKeysOf(keys), body })
  const readmitting = ({ keys }: Reporter): Act => ({ act: 'readmit', key: publicKeysOf(keys), body })
  const ending = ({ keys }: Reporter): Act => ({ act: 'end-key', key: keys.signing.publicKey, body })

  test('a representative reads and writes by words of their own until the reporter ends it', async () => {
    const reporter = await report(stage.office)
    const lea = await helper(reporter)
    expect(await readEntries(lea)).toBeNull()
    await act(reporter, reporter.address, representing(lea))
    await act(lea, lea.address, message('I speak for my client.'))
    const [chief] = await officers()
    const seen = (await open(chief, reporter.address)).entries.at(-1)
    expect([seen?.further?.standing, seen?.body?.text]).toEqual(['representative', 'I speak for my client.'])
    const late = await seal(lea, lea.address, message('One more thing.'))
    await act(reporter, reporter.address, ending(lea))
    expect(await readEntries(lea)).toBeNull()
    await expectRefusal(stage.server, 'rule.unknown_author', 403, () => send(lea, lea.address, late))
  })

  test('what a representative writes waits for the office like the reporter’s own words', async () => {
    const reporter = await report(stage.office)
    const [chief] = await officers()
    const lea = await helper(reporter)
    await act(reporter, reporter.address, representing(lea))
    await act(chief, reporter.address, message('We have it.'))
    const today = dayNumber((await chief.client.call('officeState')).day)
    const name = Buffer.from(reporter.address).toString('hex')
    const waits = async () => {
      const cases = (await stage.server.dump()).split('# ').find((table) => table.startsWith('cases\n')) ?? ''
      return Number(
        cases
          .split('\n')
          .find((row) => row.toLowerCase().includes(name))
          ?.split(' ')
          .at(-1),
      )
    }
    expect(await waits()).toBe(0)
    await act(lea, lea.address, message('We wait.'))
    expect(await waits()).toBe(today)
  })

  test('somebody who lost their words comes in with the second of two officers, not with the first', async () => {
    const reporter = await report(stage.office)
    const [chief, other] = await officers()
    const amina = await helper(reporter)
    await act(chief, reporter.address, readmitting(amina))
    expect(await readEntries(amina)).toBeNull()
    const again = await seal(other, reporter.address, readmitting(amina))
    const alone = {
      ...again,
      entries: [await resigned(again.entries[0] as never, chief.keys, { author: chief.keys.signing.publicKey })],
    }
    await expectRefusal(stage.server, 'rule.first_signature', 422, () => send(chief, reporter.address, alone))
    await act(other, reporter.address, readmitting(amina))
    await act(amina, amina.address, message('I am back.'))
    expect((await open(reporter, reporter.address)).entries.at(-1)?.further?.standing).toBe('readmitted')
    await act(reporter, reporter.address, ending(amina))
    expect(await readEntries(amina)).toBeNull()
  })

  test('a key that reads one case is let into no other', async () => {
    const [one, two] = [await report(stage.office), await report(stage.office)]
    const lea = await helper(one)
    await act(one, one.address, representing(lea))
    const batch = await seal(two, two.address, representing(lea))
    await expectRefusal(stage.server, 'case.taken', 409, () => send(two, two.address, batch))
    const stolen = await seal(two, two.address, representing(one))
    await expectRefusal(stage.server, 'case.taken', 409, () => send(two, two.address, stolen))
  })

  test('an officer cannot put themselves in the reporter’s place when keys have to be renewed', async () => {
    const reporter = await report(stage.office)
    const [chief, other] = await officers()
    await act(other, reporter.address, { act: 'remove', members: [other.memberId], body: { type: 'removed' } })
    const mine = await newReporter(stage.server.origin)
    const batch = await seal(chief, reporter.address, message('Good morning.'))
    const names = { namedKey: mine.keys.signing.publicKey, namedSealingKey: mine.keys.sealing.publicKey }
    const [first, ...rest] = batch.entries
    const entries = [await resigned(first as never, chief.keys, names), ...rest]
    await expectRefusal(stage.server, 'rule.field', 422, () => send(chief, reporter.address, { ...batch, entries }))
  })
})
