import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenedCase, openCase, publicKeysOf } from '../../crypto/index.ts'
import { toBase64url } from '../../crypto/wire/base64url.ts'
import { decodeSeals, encodeSeals } from '../../crypto/wire/seals-block.ts'
import { admit, join, type Office, staffedOffice, state } from '../support/office.ts'
import { type Officer, signIn } from '../support/officers.ts'
import {
  act,
  message,
  newReporter,
  note,
  open,
  type Reporter,
  readEntriesAsOfficer,
  report,
} from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

let server: Server
let office: Office
let chief: Officer
let idris: Officer
let investigator: Officer
beforeAll(async () => {
  server = await startNode()
  office = await staffedOffice(server)
  for (const officer of office.people) await signIn(officer)
  ;[chief, idris, , , investigator] = office.people as [Officer, Officer, Officer, Officer, Officer]
})
afterAll(() => server.stop())

const textsOf = ({ entries }: OpenedCase): string[] =>
  entries.flatMap(({ body }) => body?.text ?? body?.story ?? body?.name ?? [])

/** What somebody's keys open of everything that the service holds of a case, given by somebody who gets it all. */
async function openWith(keys: Officer['keys'] | Reporter['keys'], address: Uint8Array<ArrayBuffer>, giver = chief) {
  const entries = await readEntriesAsOfficer(giver, address)
  return openCase(keys, { directory: await office.directory(), entries })
}
const texts = async (...given: Parameters<typeof openWith>) => textsOf(await openWith(...given))
const story = 'Stamps are bought twice.'

describe('a case that the reporter keeps from one officer', () => {
  let reporter: Reporter
  beforeAll(async () => {
    reporter = await report(office, { excluded: [idris], identity: { type: 'identity', name: 'Amina Example' } })
    await act(chief, reporter.address, message('We look into it.'))
    await act(chief, reporter.address, note('Ask the archive.'))
  })

  test('is read by the reporter and the officers who were not excluded', async () => {
    expect(textsOf(await open(reporter, reporter.address))).toEqual([story, 'Amina Example', 'We look into it.'])
    expect(textsOf(await open(chief, reporter.address))).toEqual([story, 'We look into it.', 'Ask the archive.'])
  })

  test('is not handed out to the excluded officer', async () => {
    const { code } = await idris.client.ask('readCaseAsOfficer', { path: { case: toBase64url(reporter.address) } })
    expect(code).toBe('case.not_found')
    expect((await idris.client.call('listCases')).cases).toEqual([])
  })

  test('does not open to the excluded officer, nor to anybody else, who stole all that the service holds', async () => {
    for (const stranger of office.people.filter((person) => person !== chief)) {
      expect(await texts(stranger.keys, reporter.address), stranger.label).toEqual([])
    }
    const other = await report(office)
    expect(await texts(other.keys, reporter.address)).toEqual([])
  })

  test('keeps the identity from an officer who did not open it before everybody', async () => {
    const opened = await open(chief, reporter.address)
    expect(opened.entries.filter(({ lane }) => lane === 'identity').map(({ body }) => body)).toEqual([null])
    const { code } = await chief.client.ask('openIdentity', { path: { case: toBase64url(reporter.address) }, body: {} })
    expect(code).toBe('identity.not_opened')
  })

  test('keeps the office’s own notes from the reporter', async () => {
    expect(await texts(reporter.keys, reporter.address)).not.toContain('Ask the archive.')
  })
})

describe('an officer who is removed from a case', () => {
  let reporter: Reporter
  beforeAll(async () => {
    reporter = await report(office, { identity: { type: 'identity', name: 'Amina Example' } })
    await act(idris, reporter.address, note('Before.'))
    await act(chief, reporter.address, { act: 'remove', members: [idris.memberId], body: { type: 'removed' } })
    await act(chief, reporter.address, message('After.'))
    await act(reporter, reporter.address, message('After too.'))
    await act(chief, reporter.address, note('After as well.'))
  })

  test('cannot open what is written later, even with all that the service holds', async () => {
    const opened = await texts(idris.keys, reporter.address)
    expect(opened).toContain(story)
    expect(opened).toContain('Before.')
    expect(opened.filter((text) => text.startsWith('After'))).toEqual([])
    expect(await texts(chief.keys, reporter.address)).toEqual(
      expect.arrayContaining(['After.', 'After too.', 'After as well.']),
    )
  })

  test('gets nothing more from the service, and cannot write', async () => {
    const path = { case: toBase64url(reporter.address) }
    expect((await idris.client.ask('readCaseAsOfficer', { path })).code).toBe('case.not_found')
    expect((await idris.client.call('listCases')).cases.map(({ case: each }) => each)).not.toContain(path.case)
  })

  test('knows no part of the identity any more', async () => {
    await act(chief, reporter.address, { act: 'open-identity', body: { type: 'identity-opened', reason: 'A threat.' } })
    const { serviceShare } = await chief.client.call('openIdentity', {
      path: { case: toBase64url(reporter.address) },
      body: {},
    })
    const share = new Uint8Array(Buffer.from(serviceShare, 'base64url'))
    const entries = await readEntriesAsOfficer(chief, reporter.address)
    const given = { directory: await office.directory(), entries, identityShare: share }
    expect(textsOf(await openCase(chief.keys, given))).toContain('Amina Example')
    expect(textsOf(await openCase(idris.keys, given))).not.toContain('Amina Example')
  })
})

describe('somebody who helps the reporter, or who was let in again', () => {
  const body = { type: 'further-key' }
  test('reads all that the reporter shares until they are shut out, never who the reporter is, and nothing after', async () => {
    const reporter = await report(office, { identity: { type: 'identity', name: 'Amina Example' } })
    const { address } = reporter
    const [lea, amina] = [await newReporter(server.origin), await newReporter(server.origin)]
    await act(chief, address, message('Before.'))
    await act(chief, address, note('Among us.'))
    await act(reporter, address, { act: 'represent', key: publicKeysOf(lea.keys), body })
    const readmitting = { act: 'readmit', key: publicKeysOf(amina.keys), body } as const
    await act(chief, address, readmitting)
    expect(await texts(amina.keys, address)).toEqual([])
    await act(idris, address, readmitting)
    for (const { keys } of [lea, amina]) expect(await texts(keys, address)).toEqual([story, 'Before.'])
    for (const { keys } of [lea, amina]) {
      await act(reporter, address, { act: 'end-key', key: keys.signing.publicKey, body })
    }
    await act(chief, address, message('After.'))
    await act(reporter, address, message('After too.'))
    for (const { keys } of [lea, amina]) expect(await texts(keys, address)).toEqual([story, 'Before.'])
    expect(textsOf(await open(reporter, address))).toContain('After too.')
  })
})

test('an officer who is brought in reads everything from the beginning', async () => {
  const { address } = await report(office)
  await act(chief, address, note('Early.'))
  expect(await texts(investigator.keys, address)).toEqual([])
  await act(chief, address, { act: 'grant', members: [investigator.memberId], body: { type: 'granted' } })
  expect(textsOf(await open(investigator, address))).toEqual(expect.arrayContaining([story, 'Early.']))
})

test('an officer who has left the office is shut out by whoever writes next', async () => {
  const leaver = await join(office, 'officer', 'Lee Quist')
  await admit(office, leaver)
  const reporter = await report(office)
  expect(await texts(leaver.keys, reporter.address)).toEqual([story])
  await state(office, 'retire', { memberId: leaver.memberId })
  await act(reporter, reporter.address, message('Is Lee gone?'))
  expect(await texts(leaver.keys, reporter.address)).toEqual([story])
  expect(await texts(idris.keys, reporter.address)).toContain('Is Lee gone?')
})

test('an officer to whom a colleague’s seal is handed cannot open it', async () => {
  const { address } = await report(office)
  const entries = await readEntriesAsOfficer(chief, address)
  const directory = await office.directory()
  const swapped = entries.map((entry) => {
    const block = decodeSeals(entry.seals)
    if (!block) return entry
    const readers = block.seals.map(({ reader }) => reader)
    const seals = block.seals.map((seal, place) => ({ ...seal, reader: readers.at(place - 1) as typeof seal.reader }))
    return { ...entry, seals: encodeSeals({ ...block, seals }) }
  })
  for (const { keys } of [chief, idris]) {
    expect(textsOf(await openCase(keys, { directory, entries }))).toEqual([story])
    const opened = await openCase(keys, { directory, entries: swapped })
    expect(textsOf(opened)).toEqual([])
    expect(opened.broken).not.toBeNull()
  }
})
