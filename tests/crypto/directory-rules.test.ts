import { beforeEach, describe, expect, it } from 'vitest'
import {
  countersign,
  describePayload,
  generateOfficerSecret,
  type OfficerKeys,
  officerKeys,
  proveJoin,
  signStatement,
} from '../../crypto/index.ts'
import {
  type Bytes,
  decodeJoin,
  foldDirectory,
  type Payloads,
  type Role,
  type SignedStatement,
  type StatementKind,
} from '../../crypto/wire/index.ts'
import { dice } from './support/dice.ts'
import { anOffice, type Office, today } from './support/office.ts'

let office: Office
const next = <Kind extends StatementKind>(
  kind: Kind,
  payload: Payloads[Kind],
  by: string,
  day = today,
): SignedStatement => signStatement(office.directory, day, kind, payload, office.person(by).keys)
/** A statement that others sign too. */
const besides = ({ statement, signatures }: SignedStatement, ...names: string[]): SignedStatement => ({
  statement,
  signatures: [...signatures, ...names.map((name) => countersign(statement, office.person(name).keys))],
})
const take = (statement: SignedStatement) => foldDirectory([...office.statements, statement])
const id = (name: string): Bytes => office.person(name).id
const change = (name: string, role: Role) => ({ memberId: id(name), role, clearance: 0, label: name })

/** A new person's admission; with parts taken from others where they try to. */
async function admission(
  name: string,
  from: { memberId?: Bytes; keys?: OfficerKeys; fingerprint?: Bytes; role?: Role; clearance?: number } = {},
) {
  const random = dice(`joiner ${name}`)
  const keys = from.keys ?? (await officerKeys(generateOfficerSecret(random)))
  const newcomer = {
    memberId: from.memberId ?? random(16),
    role: from.role ?? 'officer',
    clearance: from.clearance ?? 0,
    label: name,
  } as const
  const { join, proof } = proveJoin(newcomer, keys, from.fingerprint ?? office.directory.fingerprint)
  return { join: decodeJoin(join), proof }
}

describe('a directory with one chief', () => {
  beforeEach(async () => {
    office = await anOffice({ Bo: 'officer' })
  })

  it('grows by the chief alone', async () => {
    const { members } = await take(next('admit', await admission('Eve'), 'Chief'))
    expect(members.map(({ label }) => label)).toEqual(['Chief', 'Bo', 'Eve'])
  })

  it('takes no statement that somebody else signs', async () => {
    await expect(take(next('admit', await admission('Eve'), 'Bo'))).rejects.toThrow('directory.wrong_signers')
    const unsigned = { ...next('retire', { memberId: id('Bo') }, 'Chief'), signatures: [] }
    await expect(take(unsigned)).rejects.toThrow('directory.wrong_signers')
  })

  it('takes no signature of a stranger beside the right one, and none twice', async () => {
    const statement = next('retire', { memberId: id('Bo') }, 'Chief')
    const stranger = await officerKeys(dice('stranger')(32))
    const [own] = statement.signatures
    if (!own) throw new Error('nobody signed')
    for (const extra of [countersign(statement.statement, stranger), own]) {
      const signatures = [...statement.signatures, extra]
      await expect(take({ ...statement, signatures })).rejects.toThrow('directory.wrong_signers')
    }
  })

  it('keeps its last chief', async () => {
    await expect(take(next('retire', { memberId: id('Chief') }, 'Chief'))).rejects.toThrow('directory.last_chief')
    await expect(take(next('change', change('Chief', 'officer'), 'Chief'))).rejects.toThrow('directory.last_chief')
  })

  it('admits nobody without the proof that they hold their key, for this office', async () => {
    const eve = await admission('Eve')
    const mallory = await admission('Mallory')
    await expect(take(next('admit', { ...eve, proof: mallory.proof }, 'Chief'))).rejects.toThrow('directory.bad_proof')
    const elsewhere = await admission('Eve', { fingerprint: dice('other office')(32) })
    await expect(take(next('admit', elsewhere, 'Chief'))).rejects.toThrow('directory.bad_proof')
  })

  it('never takes an id or a key twice', async () => {
    const known = { keys: office.person('Bo').keys }
    await expect(take(next('admit', await admission('Eve', known), 'Chief'))).rejects.toThrow('directory.reused')
    const sameId = await admission('Eve', { memberId: id('Bo') })
    await expect(take(next('admit', sameId, 'Chief'))).rejects.toThrow('directory.reused')
    const keys = office.person('Bo').keys
    await office.rekey('Bo')
    await expect(take(next('admit', await admission('Eve', { keys }), 'Chief'))).rejects.toThrow('directory.reused')
    await office.retire('Bo')
    const again = await admission('Bo', { keys: office.person('Bo').keys })
    await expect(take(next('admit', again, 'Chief'))).rejects.toThrow('directory.reused')
  })

  it('lets nobody who was retired come back by a change or by new keys', async () => {
    await office.retire('Bo')
    await expect(take(next('change', change('Bo', 'chief'), 'Chief'))).rejects.toThrow('directory.not_in_standing')
    await expect(take(next('retire', { memberId: id('Bo') }, 'Chief'))).rejects.toThrow('directory.not_in_standing')
    const rekey = await admission('Bo', { memberId: id('Bo') })
    await expect(take(besides(next('rekey', rekey, 'Chief'), 'Bo'))).rejects.toThrow('directory.not_in_standing')
    const unknown = { ...change('Bo', 'chief'), memberId: dice('nobody')(16) }
    await expect(take(next('change', unknown, 'Chief'))).rejects.toThrow('directory.unknown_member')
  })

  it('gives new keys and nothing else by a rekey', async () => {
    const higher = await admission('Bo', { memberId: id('Bo'), role: 'chief' })
    await expect(take(besides(next('rekey', higher, 'Chief'), 'Bo'))).rejects.toThrow('directory.wrong_role')
    await office.rekey('Bo')
    expect(office.directory.members[1]).toMatchObject({ label: 'Bo', role: 'officer', standing: true })
  })

  it('gives nobody new keys by the chief alone, nor without the chief', async () => {
    const payload = await admission('Bo', { memberId: id('Bo'), clearance: 1 })
    const statement = next('rekey', payload, 'Chief')
    await expect(take(statement)).rejects.toThrow('directory.wrong_signers')
    await expect(take(besides({ ...statement, signatures: [] }, 'Bo'))).rejects.toThrow('directory.wrong_signers')
    const taken = await take(besides(statement, 'Bo'))
    expect(taken.members[1]?.signingKey).toEqual(payload.join.signingKey)
  })

  it('is a chain that neither skips, repeats nor goes back in time', async () => {
    const [first, second, third] = office.statements as [SignedStatement, SignedStatement, SignedStatement]
    await expect(foldDirectory([first, third])).rejects.toThrow('directory.wrong_sequence')
    await expect(foldDirectory([first, second, second])).rejects.toThrow('directory.wrong_sequence')
    await expect(foldDirectory([second])).rejects.toThrow('directory.wrong_sequence')
    await expect(foldDirectory([])).rejects.toThrow('directory.empty')
    await expect(take(next('retire', { memberId: id('Bo') }, 'Chief', today - 500))).rejects.toThrow(
      'directory.day_went_back',
    )
    const other = await anOffice({ Ida: 'investigator' })
    const elsewhere = signStatement(
      { ...other.directory, sequence: office.directory.sequence },
      today,
      'open',
      { texts: dice('texts')(32) },
      office.person('Chief').keys,
    )
    await expect(take(elsewhere)).rejects.toThrow('directory.wrong_previous')
  })

  it('is refused under another fingerprint', async () => {
    const { fingerprint } = office.directory
    await expect(foldDirectory(office.statements, { fingerprint })).resolves.toBeDefined()
    await expect(foldDirectory(office.statements, { fingerprint: dice('poster')(32) })).rejects.toThrow(
      'directory.wrong_fingerprint',
    )
  })

  it('describes itself by an object and nothing else', async () => {
    const description = { name: { fr: 'Bureau de déontologie' } }
    expect((await take(next('describe', describePayload(description), 'Chief'))).description).toEqual(description)
    for (const json of ['[]', 'null', '"x"', '{', '\ud800']) {
      const payload = { description: new TextEncoder().encode(json) }
      await expect(take(next('describe', payload, 'Chief'))).rejects.toThrow('directory.bad_description')
    }
  })

  it('is a rehearsal until it is opened', async () => {
    expect(office.directory.open).toBe(false)
    const texts = dice('texts')(32)
    expect(await take(next('open', { texts }, 'Chief'))).toMatchObject({ open: true, texts })
  })

  it('keeps every service key it had, so that old receipts hold', async () => {
    const serviceKey = (await officerKeys(dice('new service key')(32))).signing.publicKey
    const { serviceKeys } = await take(next('service-key', { serviceKey }, 'Chief'))
    expect(serviceKeys).toEqual([office.service.publicKey, serviceKey])
  })

  it('is founded once, by a chief', async () => {
    const join = await admission('Eve', { role: 'chief', fingerprint: new Uint8Array(32) })
    const again = next('found', { ...join, serviceKey: dice('key')(32), nonce: dice('nonce')(16) }, 'Chief')
    await expect(take(again)).rejects.toThrow(/directory\.wrong_(kind|signers)/)
    const retire = signStatement(null, today, 'retire', { memberId: id('Bo') }, office.person('Chief').keys)
    await expect(foldDirectory([retire])).rejects.toThrow(/directory\.wrong_(kind|signers)/)
  })
})

describe('a directory with two chiefs', () => {
  beforeEach(async () => {
    office = await anOffice({ Ada: 'chief', Bo: 'officer' })
  })

  it('takes only what both have signed', async () => {
    const statement = next('retire', { memberId: id('Bo') }, 'Chief')
    await expect(take(statement)).rejects.toThrow('directory.wrong_signers')
    const signatures = [...statement.signatures, countersign(statement.statement, office.person('Ada').keys)]
    expect((await take({ ...statement, signatures })).members[2]?.standing).toBe(false)
    const byBo = [...statement.signatures, countersign(statement.statement, office.person('Bo').keys)]
    await expect(take({ ...statement, signatures: byBo })).rejects.toThrow('directory.wrong_signers')
  })

  it('gives new keys by both where the old ones are lost', async () => {
    const payload = await admission('Bo', { memberId: id('Bo'), clearance: 1 })
    const statement = next('rekey', payload, 'Chief')
    await expect(take(statement)).rejects.toThrow('directory.wrong_signers')
    const { members } = await take(besides(statement, 'Ada'))
    expect(members[2]?.signingKey).toEqual(payload.join.signingKey)
  })

  it('needs one again when the other is retired, and not that one', async () => {
    await office.retire('Ada')
    await expect(take(next('retire', { memberId: id('Bo') }, 'Ada'))).rejects.toThrow('directory.wrong_signers')
    await expect(take(next('retire', { memberId: id('Bo') }, 'Chief'))).resolves.toBeDefined()
  })

  it('knows who was in standing at each of its heads', async () => {
    const before = office.directory.head
    await office.retire('Ada')
    const at = (head: Bytes) => office.directory.at(head)?.members.map(({ standing }) => standing)
    expect(at(before)).toEqual([true, true, true])
    expect(at(office.directory.head)).toEqual([true, false, true])
    expect(office.directory.at(dice('no head')(32))).toBeNull()
  })
})
