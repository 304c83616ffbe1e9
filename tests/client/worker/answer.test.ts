import { beforeAll, describe, expect, it } from 'vitest'
import {
  concat,
  emptyCase,
  encodePage,
  encodeSeal,
  encodeStreamed,
  foldDirectory,
  type SignedStatement,
} from '../../../crypto/wire/index.ts'
import { type Acceptance, accept, report, summary } from '../../crypto/support/case.ts'
import { dice } from '../../crypto/support/dice.ts'
import { anOffice, type Office, today } from '../../crypto/support/office.ts'
import { startWorker } from './worker.ts'

const submission = {
  excluded: [],
  day: today,
  pack: dice('pack')(32),
  schedule: { remind: today + 5, release: today + 7 },
  body: report,
  identity: null,
  summary,
}
const emptyService = (): Acceptance => {
  const nothing = new Uint8Array(0)
  return { state: emptyCase(), accepted: [], verified: [], share: nothing, summary: nothing, held: {} }
}

describe('the crypto worker of a reporter', () => {
  let office: Office
  beforeAll(async () => {
    office = await anOffice({ Bo: 'officer' })
  })

  it('makes a key, seals a report, and later opens the case with the typed key', async () => {
    const worker = startWorker('reporter')
    const { key, words, digits } = await worker.call('generateCaseKey', { list: 'french' })
    const view = await worker.call('loadDirectory', { statements: office.statements, marks: [] })
    expect(view.members.map(({ label }) => label)).toEqual(['Chief', 'Bo'])
    const service = emptyService()
    await accept(service, await worker.call('sealSubmission', { key, ...submission }), office)
    for (const typed of [words.join(' '), digits.join(' ')]) {
      expect(await worker.call('parseCaseKey', { text: typed })).toMatchObject({ ok: true, key })
    }
    const stream = concat(...service.accepted.toReversed().map(encodeStreamed))
    const opened = await worker.call('openOwnCase', { key, pages: [encodePage(stream, 0, dice('filler')(65_536))] })
    expect(opened?.entries[0]?.body).toEqual(report)
    const unknown = [encodePage(null, 0, dice('filler')(65_536))]
    expect(await worker.call('openOwnCase', { key, pages: unknown })).toBeNull()
    const act = { act: 'say', lane: 'shared', body: { type: 'message', text: 'More.' } } as const
    const address = service.state.case
    await accept(service, await worker.call('seal', { case: address, act, day: today, summary }), office)
    const second = await worker.call('generateCaseKey', { list: 'english' })
    const again = [encodePage(concat(...service.accepted.toReversed().map(encodeStreamed)), 0, dice('filler')(65_536))]
    await worker.call('openOwnCase', { key, pages: again })
    const replace = { act: 'replace-key', newKey: second.key, body: { type: 'key-replaced' } } as const
    await accept(service, await worker.call('seal', { case: address, act: replace, day: today, summary }), office)
    expect(service.state.reporterKey).toEqual(second.address)
  })
})

describe('the crypto worker of an officer', () => {
  it('founds an office, unlocks, opens the inbox and a case, and lets no secret out', async () => {
    const worker = startWorker('chief')
    const memberId = dice('chief id')(16)
    const service = (await anOffice()).service
    await worker.call('generateOfficer')
    const secret = worker.desk.officer.secret.slice()
    const kit = await worker.call('generateKit', { list: 'english' })
    const [byPasskey, byKit] = [
      { by: 'passkey', key: dice('prf')(32), memberId } as const,
      { by: 'kit', key: kit.kit, memberId } as const,
    ]
    const wrapped = await worker.call('wrapOfficer', byPasskey)
    const wrappedByKit = await worker.call('wrapOfficer', byKit)
    const founder = { memberId, clearance: 3, label: 'Chief' }
    const founding = { day: today, founder, serviceKey: service.publicKey, description: { version: 1 } }
    const { statements, fingerprint } = await worker.call('foundOffice', founding)
    worker.forget()
    await expect(worker.call('signMark', { day: today })).rejects.toMatchObject({ code: 'worker.no_directory' })

    expect(await worker.call('parseKit', { text: kit.words.join(' ') })).toMatchObject({ ok: true, kit: kit.kit })
    await worker.call('loadDirectory', { statements, marks: [], fingerprint })
    await worker.call('unlockOfficer', { ...byKit, wrapped: wrappedByKit })
    await worker.call('unlockOfficer', { ...byPasskey, wrapped })
    const mark = await worker.call('signMark', { day: today })
    expect((await worker.call('loadDirectory', { statements, marks: [mark], fingerprint })).newestMark).toBe(today)

    const reporter = startWorker('somebody')
    const { key, address } = await reporter.call('generateCaseKey', { list: 'english' })
    await reporter.call('loadDirectory', { statements, marks: [] })
    const taken = emptyService()
    const office = { directory: await foldDirectory(statements), service } as unknown as Office
    await accept(taken, await reporter.call('sealSubmission', { key, ...submission }), office)
    const [, mine] = taken.verified[0]?.seals?.seals ?? []
    if (!mine) throw new Error('nothing is sealed to the chief')
    const line = { case: address, seal: encodeSeal(mine), summary: taken.summary }
    const steps: number[] = []
    const bad = { ...line, case: dice('other')(32) }
    const lines = await worker.call('openSummaries', { lines: [line, bad] }, ({ done }) => steps.push(done))
    expect(lines).toEqual([{ json: summary }, { code: 'seal.bad' }])
    expect(steps).toEqual([0])
    const opened = await worker.call('openCase', { entries: taken.accepted })
    expect(opened.entries[0]?.body).toEqual(report)
    const act = { act: 'open-identity', body: { type: 'identity-opened', reason: 'Why.' } } as const
    await accept(taken, await worker.call('seal', { case: address, act, day: today, summary }), office)

    const held = worker.desk.caseAt(address).opened.secrets
    const keys = [...held.shared.keys.values(), held.identity.part as Uint8Array]
    const pairs = worker.desk.officer.keys
    const out = JSON.stringify(worker.crossed, (_, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
    )
    for (const one of [secret, ...keys, pairs.signing.secretKey.slice(0, 32), pairs.sealing.secretKey]) {
      expect(out).not.toContain(Buffer.from(one).toString('hex'))
    }
    expect(out).toContain(Buffer.from(pairs.signing.publicKey).toString('hex'))
  })

  it('unlocks nobody’s keys in another’s name', async () => {
    const worker = startWorker('impostor')
    const office = await anOffice({ Bo: 'officer' })
    await worker.call('loadDirectory', { statements: office.statements, marks: [] })
    await worker.call('generateOfficer')
    const unlocker = { by: 'passkey', key: dice('prf')(32), memberId: office.person('Bo').id } as const
    const wrapped = await worker.call('wrapOfficer', unlocker)
    worker.forget()
    await worker.call('loadDirectory', { statements: office.statements, marks: [] })
    await expect(worker.call('unlockOfficer', { ...unlocker, wrapped })).rejects.toMatchObject({
      code: 'secret.wrong_owner',
    })
    await expect(worker.call('openCase', { entries: [] })).rejects.toMatchObject({ code: 'worker.locked' })
  })

  it('has a second chief read a statement and sign it too', async () => {
    const office = await anOffice()
    const worker = startWorker('second chief')
    await worker.call('generateOfficer')
    const newcomer = { memberId: dice('ada')(16), role: 'chief', clearance: 2, label: 'Ada' } as const
    const { fingerprint } = office.directory
    const first = { attestation: dice('passkey')(180), kit: null }
    const joining = await worker.call('makeJoin', { newcomer, fingerprint, first })
    await worker.call('loadDirectory', { statements: office.statements, marks: [] })
    const { person, code } = await worker.call('readJoin', {
      join: joining.join,
      proof: joining.proof,
      list: 'spanish',
    })
    expect(person).toMatchObject(newcomer)
    expect(code).toHaveLength(8)
    await office.state('admit', { join: person, proof: joining.proof })
    await worker.call('loadDirectory', { statements: office.statements, marks: [] })
    const change = { kind: 'retire', memberId: office.person('Chief').id } as const
    const signed: SignedStatement = await worker.call('signStatement', { change, day: today })
    expect(await worker.call('readStatement', { statement: signed.statement })).toMatchObject({
      kind: 'retire',
      day: today,
    })
    await expect(foldDirectory([...office.statements, signed])).rejects.toThrow('directory.wrong_signers')
    expect(await worker.call('countersign', { statement: signed.statement })).toEqual(signed.signatures[0])
  })
})

describe('a page that asks wrongly', () => {
  it('gets a code, and no reason to guess at', async () => {
    const worker = startWorker('asked wrongly')
    const ask = (name: string, args: unknown) => worker.call(name as 'parseKit', args as { text: string })
    await expect(ask('noSuchCall', {})).rejects.toMatchObject({ code: 'worker.unknown_call' })
    await expect(ask('toString', {})).rejects.toMatchObject({ code: 'worker.unknown_call' })
    await expect(ask('constructor', {})).rejects.toMatchObject({ code: 'worker.unknown_call' })
    await expect(ask('parseCaseKey', { text: 7 })).rejects.toMatchObject({ code: 'worker.failed' })
    await expect(ask('seal', { case: dice('x')(32), act: {}, day: 1 })).rejects.toMatchObject({
      code: 'worker.not_open',
    })
    await expect(ask('sealSubmission', {})).rejects.toMatchObject({ code: 'worker.no_directory' })
  })
})
