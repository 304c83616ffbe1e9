import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Act } from '../../crypto/index.ts'
import { toBase64url } from '../../crypto/wire/base64url.ts'
import { type Office, staffedOffice } from '../support/office.ts'
import { type Officer, signIn } from '../support/officers.ts'
import { act, message, note, open, type Reporter, report, seal, send } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

const day = 86_400_000
let now = Date.UTC(2027, 2, 8, 12)
let server: Server
let office: Office
let silent: Reporter
let declined: Reporter
let answered: Reporter
let closed: Reporter

const someone = async (role: string): Promise<Officer> => {
  const person = office.people.find((each) => each.role === role)
  if (!person) throw new Error('The office is empty')
  await signIn(person)
  return person
}
const readBy = async ({ client }: Officer): Promise<string[]> =>
  (await client.call('listCases')).cases.map((line) => line.case)
/** The last day of a case's limit, as its reporter sees it; 0 if none stands. */
const limitOf = async (reporter: Reporter): Promise<number> => (await open(reporter, reporter.address)).state.release
/** The first hour of the day after a day, at the headquarters. */
const dayAfter = (number: number): number => (number + 1) * day + 1_800_000

beforeAll(async () => {
  server = await startNode({ clock: () => now })
  office = await staffedOffice(server)
  const substitute = office.people.find(({ role }) => role === 'substitute') as Officer
  silent = await report(office, { identity: { type: 'identity', name: 'Nadia Frost' } })
  declined = await report(office, { excluded: [substitute] })
  answered = await report(office)
  closed = await report(office)
  const [chief, officer] = [await someone('chief'), await someone('officer')]
  await act(officer, silent.address, note('Leave it in the drawer.'))
  const later = { remind: 0, release: (await limitOf(answered)) + 60 }
  await act(officer, answered.address, { ...message('We look into it.'), schedule: later } as Act)
  for (const who of [chief, officer])
    await act(who, closed.address, { act: 'close', body: { type: 'closed', text: '.' } })
})
afterAll(() => server.stop())

test('until the last day of the limit is over, to the hour, nothing opens', async () => {
  now = dayAfter(await limitOf(silent)) - 3_600_000
  await server.keepHouse()
  expect(await readBy(await someone('substitute'))).toEqual([])
})

test('then the case opens to the substitute, though the service can read nothing of it; and no other case', async () => {
  now = dayAfter(await limitOf(silent))
  await server.keepHouse()
  const substitute = await someone('substitute')
  expect(await readBy(substitute)).toEqual([toBase64url(silent.address)])
  const opened = await open(substitute, silent.address)
  expect(opened.entries.map(({ body }) => body?.story ?? body?.text ?? null)).toContain('Leave it in the drawer.')
  expect([opened.broken, opened.badSeals, opened.entries.some(({ body }) => body?.name)]).toEqual([null, [], false])
  expect(await limitOf(silent)).toBe(0)
})

test('both sides see when it opened, and by whom', async () => {
  for (const who of [silent, await someone('chief')]) {
    const { entries, state } = await open(who, silent.address)
    const release = entries.find(({ kind, lane }) => kind === 'release' && lane === 'shared')
    expect(release).toMatchObject({ author: 'service', void: null, receipt: { day: Math.floor(now / day) } })
    expect(state.released).toBe(Math.floor(now / day))
  }
})

test('the substitute acts, and the office that was silent does not put them out', async () => {
  const [substitute, chief] = [await someone('substitute'), await someone('chief')]
  await act(substitute, silent.address, message('I have your report.'))
  expect((await open(silent, silent.address)).entries.at(-1)?.body?.text).toBe('I have your report.')
  const out = { act: 'remove', members: [substitute.memberId], body: {} } as const
  await expect(seal(chief, silent.address, out)).rejects.toThrow('rule.released')
})

test('a limit that an answer moved bites on its own day, and the others never', async () => {
  const limit = await limitOf(answered)
  now = limit * day + day / 2
  await server.keepHouse()
  expect(await readBy(await someone('substitute'))).toHaveLength(1)
  now = dayAfter(limit)
  await server.keepHouse()
  await server.keepHouse()
  const mine = await readBy(await someone('substitute'))
  expect(mine.toSorted()).toEqual([silent, answered].map(({ address }) => toBase64url(address)).toSorted())
  for (const { address } of [declined, closed]) expect(mine).not.toContain(toBase64url(address))
})

test('of a run and a writer at the same moment both come in, and the case opens once', async () => {
  const reporter = await report(office)
  const chief = await someone('chief')
  now = dayAfter(await limitOf(reporter))
  await signIn(chief)
  const batch = await seal(chief, reporter.address, message('At the last moment.'))
  const [{ code }] = await Promise.all([send(chief, reporter.address, batch), server.keepHouse(), server.keepHouse()])
  if (code !== null) await act(chief, reporter.address, message('At the last moment.'))
  await server.keepHouse()
  const { entries, broken } = await open(reporter, reporter.address)
  const kinds = entries.filter(({ lane }) => lane === 'shared').map(({ kind }) => kind)
  expect([broken, kinds.toSorted()]).toEqual([null, ['entry', 'entry', 'release']])
})
