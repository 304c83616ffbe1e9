import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createStore } from '../../db/store.ts'
import type { Store } from '../../src/service/ports.ts'
import { race } from '../support/race.ts'
import { bytes, caseRow, credential, entry, firstEntries, kit, statement } from './rows.ts'
import { type Engine, engines } from './stores.ts'

const refused = (code: string) => expect.objectContaining({ code })

describe.each(engines)('%s keeps', (_, openEngine) => {
  let engine: Engine
  let store: Store

  beforeAll(async () => {
    engine = await openEngine()
  })
  afterAll(() => engine.close())
  beforeEach(async () => {
    store = createStore(await engine.fresh())
    await store.directory.append([statement(0)], {})
  })

  const invitation = () => ({
    ...{ id: bytes(16), tokenHash: bytes(32), role: 'officer' as const, expires: 5_000 },
    memberId: null,
  })
  const joining = () => ({
    memberId: bytes(16),
    role: 'officer' as const,
    join: bytes(1_300),
    proof: bytes(64),
    day: 20_000,
  })

  /** Somebody joins with this passkey and a kit, and signs in. */
  async function enter(passkey: ReturnType<typeof credential>) {
    const [invited, kept, signIn] = [invitation(), kit(passkey.memberId), signInOf(passkey)]
    await store.people.invite(invited)
    await store.people.join(invited.id, { ...joining(), memberId: passkey.memberId }, passkey, kept)
    await store.sessions.begin(signIn, 1_000)
    return { session: signIn.session, kept }
  }

  describe('the directory', () => {
    test('whoever founds second, or states under an old head, is refused', async () => {
      const head = await store.directory.head()
      await expect(store.directory.append([statement(0)], {})).rejects.toEqual(refused('directory.head_moved'))
      await expect(store.directory.append([statement(2)], {})).rejects.toEqual(refused('directory.head_moved'))
      expect(await store.directory.head()).toEqual(head)
    })

    test('statements come out as they went in, in order', async () => {
      const [next, last] = [statement(1), statement(2)]
      await store.directory.append([next, last], {})
      expect((await store.directory.statements()).slice(1)).toEqual([next, last])
    })

    test('a statement makes the proposals stale, which go', async () => {
      const { sequence: _, ...proposal } = statement(1)
      await store.directory.putProposal({ ...proposal, day: 20_000 })
      await store.directory.putProposal({ ...proposal, signatures: bytes(194), day: 20_001 })
      expect(await store.directory.proposals()).toHaveLength(1)
      await store.directory.append([statement(1)], {})
      expect(await store.directory.proposals()).toEqual([])
    })

    test('a person has one mark, the newest', async () => {
      const { hash: head } = (await store.directory.head()) ?? statement(0)
      const mark = { signer: bytes(32), head, day: 20_000, signature: bytes(64) }
      await store.directory.putMark(mark)
      await store.directory.putMark({ ...mark, day: 20_001 })
      expect(await store.directory.marks()).toEqual([{ ...mark, day: 20_001 }])
    })

    test('somebody who is retired has no session, no passkey and no kit left', async () => {
      const [gone, stays] = [bytes(16), bytes(16)]
      for (const memberId of [gone, stays]) {
        await enter(credential(memberId))
      }
      await store.directory.append([statement(1)], { retired: gone })
      expect((await store.people.credentials()).map(({ memberId }) => memberId)).toEqual([stays])
      expect((await store.people.kits()).map(({ memberId }) => memberId)).toEqual([stays])
    })

    test('opening the office takes every case of the rehearsal with it', async () => {
      const row = caseRow()
      const held = [{ lane: 1, kept: bytes(1_230) }]
      await store.cases.submit(row, firstEntries(), [{ memberId: bytes(16), sealRevision: 1, sealOffset: 5 }], { held })
      await store.directory.append([statement(1)], { wipesCases: true })
      expect(await store.cases.find(row.address)).toBeNull()
      expect(await store.cases.held(row.id)).toEqual([])
      expect(await store.cases.chain(row.id)).toEqual([])
    })
  })

  describe('people', () => {
    test('an invitation is good for one person', async () => {
      const [invited, first, second] = [invitation(), joining(), joining()]
      await store.people.invite(invited)
      await store.people.join(invited.id, first, credential(first.memberId), kit(first.memberId))
      const again = store.people.join(invited.id, second, credential(second.memberId), kit(second.memberId))
      await expect(again).rejects.toEqual(refused('invitation.invalid'))
      expect(await store.people.joining()).toEqual([first])
      expect(await store.people.credentials()).toHaveLength(1)
      expect(await store.people.kits()).toHaveLength(1)
    })

    test('an invitation that is too old is forgotten', async () => {
      await store.people.invite(invitation())
      expect(await store.people.invitations(4_999)).toHaveLength(1)
      expect(await store.people.invitations(5_000)).toEqual([])
    })

    test('who is refused leaves nothing behind; who is admitted cannot be refused', async () => {
      const [invited, person] = [invitation(), joining()]
      await store.people.invite(invited)
      await store.people.join(invited.id, person, credential(person.memberId), null)
      expect(await store.people.refuse(person.memberId)).toBe(true)
      expect(await store.people.credentials()).toEqual([])
      const admitted = bytes(16)
      await store.directory.append([statement(1)], { admitted: (await enter(credential(admitted))).session.memberId })
      expect(await store.people.refuse(admitted)).toBe(false)
      expect(await store.people.credentials()).toHaveLength(1)
    })

    test('of somebody who was refused meanwhile no statement lands, and nobody’s old passkey goes', async () => {
      const [member, invited, person] = [bytes(16), invitation(), joining()]
      await store.people.invite(invited)
      await store.people.join(invited.id, person, credential(person.memberId), null)
      const effects = { waiting: person.join, rekeyed: { member, waited: person.memberId } }
      const old = credential(member)
      await enter(old)
      expect(await store.people.refuse(person.memberId)).toBe(true)
      await expect(store.directory.append([statement(1)], effects)).rejects.toEqual(refused('joining.not_found'))
      expect((await store.people.credentials()).map(({ id }) => id)).toEqual([old.id])
      expect(await store.directory.statements()).toHaveLength(1)
    })

    test('whose session ended while they asked adds no passkey and replaces no kit', async () => {
      const first = credential(bytes(16))
      const { session, kept } = await enter(first)
      await store.sessions.end(session.hash)
      const another = store.people.addCredential(credential(first.memberId), session.hash)
      await expect(another).rejects.toEqual(refused('session.required'))
      const replaced = store.people.replaceKit(kit(first.memberId), session.hash)
      await expect(replaced).rejects.toEqual(refused('session.required'))
      expect((await store.people.credentials()).map(({ id }) => id)).toEqual([first.id])
      expect((await store.people.kits()).map(({ publicKey }) => publicKey)).toEqual([kept.publicKey])
    })

    test('a person’s last passkey that works stays', async () => {
      const person = bytes(16)
      const [first, second, waiting] = [credential(person), credential(person), credential(person, 'waiting')]
      const { session } = await enter(first)
      for (const each of [second, waiting]) await store.people.addCredential(each, session.hash)
      expect(await store.people.deleteCredential(first.id)).toBe(true)
      expect(await store.people.deleteCredential(second.id)).toBe(false)
      expect(await store.people.deleteCredential(waiting.id)).toBe(true)
      expect((await store.people.credentials()).map(({ id }) => id)).toEqual([second.id])
    })

    test('only a passkey that waits can be approved, and none twice registered', async () => {
      const waiting = credential(bytes(16), 'waiting')
      const { session } = await enter(credential(waiting.memberId))
      await store.people.addCredential(waiting, session.hash)
      await expect(store.people.addCredential(waiting, session.hash)).rejects.toEqual(refused('passkey.known'))
      expect(await store.people.approveCredential(waiting.id)).toBe(true)
      await store.people.suspectCredential(waiting.id)
      expect(await store.people.approveCredential(waiting.id)).toBe(false)
      expect((await store.people.credential(waiting.id))?.state).toBe('suspect')
    })
  })

  describe('sessions', () => {
    test('a challenge begins one session, not two', async () => {
      const passkey = credential(bytes(16))
      await enter(passkey)
      const first = signInOf(passkey)
      const replayed = { ...signInOf(passkey), challenge: first.challenge }
      await store.sessions.begin(first, 1_000)
      await expect(store.sessions.begin(replayed, 1_000)).rejects.toEqual(refused('challenge.invalid'))
      expect(await store.sessions.find(replayed.session.hash)).toBeNull()
      expect(await store.sessions.find(first.session.hash)).toEqual(first.session)
    })

    test('a new session ends the one it replaces, and those that are over', async () => {
      const passkey = credential(bytes(16))
      await enter(passkey)
      const [old, over] = [signInOf(passkey), signInOf(passkey, 1_010)]
      await store.sessions.begin(old, 1_000)
      await store.sessions.begin(over, 1_000)
      await store.sessions.begin({ ...signInOf(passkey), replaced: old.session.hash }, 1_010)
      expect(await store.sessions.find(old.session.hash)).toBeNull()
      expect(await store.sessions.find(over.session.hash)).toBeNull()
    })

    test('whose passkey or kit went while they signed in, or is another’s, begins none', async () => {
      const passkey = credential(bytes(16))
      const { kept } = await enter(passkey)
      const late = signInOf(passkey)
      const byKit = { ...signInOf(passkey), by: { kit: kept.publicKey } }
      const stranger = { ...late, session: { ...late.session, memberId: bytes(16) } }
      await expect(store.sessions.begin(stranger, 1_000)).rejects.toEqual(refused('session.required'))
      await store.directory.append([statement(1)], { rekeyed: { member: passkey.memberId, waited: bytes(16) } })
      for (const signIn of [late, byKit]) {
        await expect(store.sessions.begin(signIn, 1_000)).rejects.toEqual(refused('session.required'))
        expect(await store.sessions.find(signIn.session.hash)).toBeNull()
      }
    })
  })

  describe('cases', () => {
    test('a case comes out as it went in', async () => {
      const [row, entries] = [caseRow(), firstEntries()]
      await store.cases.submit(row, entries, [])
      expect(await store.cases.find(row.address)).toEqual(row)
      const kept = entries.map(({ statement: _, ...rest }) => rest)
      expect(await store.cases.entriesAfter(row.address, 0, 10)).toEqual(kept)
      expect(await store.cases.reporterEntries(row.reporterKey)).toEqual(kept.toReversed())
      const bare = kept.map((each) => ({ ...each, ciphertext: each.ciphertext.slice(0, 1) }))
      expect(await store.cases.chain(row.id)).toEqual(bare)
    })

    test('a second case under the same address or key is refused whole', async () => {
      const row = caseRow()
      await store.cases.submit(row, firstEntries(), [])
      const twin = caseRow({ address: row.address, reporterKey: bytes(32) })
      await expect(store.cases.submit(twin, firstEntries(), [])).rejects.toEqual(refused('case.taken'))
      const keyTwin = caseRow({ reporterKey: row.reporterKey })
      await expect(store.cases.submit(keyTwin, firstEntries(), [])).rejects.toEqual(refused('case.taken'))
      expect(await store.cases.chain(keyTwin.id)).toEqual([])
    })

    test('further keys read the case until they are ended, and no key reads two cases', async () => {
      const [row, other] = [caseRow(), caseRow()]
      const [key, second] = [bytes(32), bytes(32)]
      for (const each of [row, other]) await store.cases.submit(each, firstEntries(), [])
      const keys = (furtherKeys: Uint8Array<ArrayBuffer>[], of = row) => {
        const { revision } = of
        const next = { ...of, revision: revision + 1 }
        return store.cases.append(next, [entry(revision + 1)], null, { furtherKeys }).then(() => next)
      }
      let now = await keys([key, second])
      const read = async (by: Uint8Array<ArrayBuffer>) => (await store.cases.reporterEntries(by)).length
      expect([await read(row.reporterKey), await read(key), await read(second)]).toEqual([3, 3, 3])
      await expect(keys([key], other)).rejects.toEqual(refused('case.taken'))
      await expect(keys([row.reporterKey], other)).rejects.toEqual(refused('case.taken'))
      await expect(store.cases.submit(caseRow({ reporterKey: key }), firstEntries(), [])).rejects.toEqual(
        refused('case.taken'),
      )
      const replaced = { ...other, reporterKey: key }
      await expect(store.cases.append(replaced, [entry(3)], null)).rejects.toEqual(refused('case.taken'))
      now = await keys([second], now)
      expect([await read(row.reporterKey), await read(key), await read(second)]).toEqual([4, 0, 4])
      expect(await read(other.reporterKey)).toBe(2)
    })

    test('cases that lie beside each other keep what is theirs', async () => {
      const row = caseRow()
      const beside = caseRow({ id: row.id + 1 })
      const held = [1, 2, 3].map((lane) => ({ lane, kept: bytes(1_230) }))
      for (const each of [row, beside]) await store.cases.submit(each, firstEntries(), [], { held })
      await store.cases.append(row, [entry(3)], null, { held: [{ lane: 3, kept: null }] })
      for (const [{ id, address, reporterKey }, entries, lanes] of [
        [row, 3, 2],
        [beside, 2, 3],
      ] as const) {
        expect(await store.cases.chain(id)).toHaveLength(entries)
        expect(await store.cases.entriesAfter(address, 0, 10)).toHaveLength(entries)
        expect(await store.cases.reporterEntries(reporterKey)).toHaveLength(entries)
        expect(await store.cases.held(id)).toHaveLength(lanes)
      }
    })

    test('a batch lands whole or not at all', async () => {
      const row = caseRow()
      await store.cases.submit(row, firstEntries(), [])
      const batch = [entry(3), entry(5)]
      const moved = { ...row, head: bytes(32) }
      await expect(store.cases.append(moved, batch, [])).rejects.toEqual(refused('case.head_moved'))
      expect(await store.cases.find(row.address)).toEqual(row)
      expect(await store.cases.chain(row.id)).toHaveLength(2)
    })

    test('an entry under an old directory, or of a day whose checkpoint stands, is refused', async () => {
      const row = caseRow()
      await store.cases.submit(row, firstEntries(), [])
      await store.directory.append([statement(1)], {})
      await expect(store.cases.append(row, [entry(3)], null)).rejects.toEqual(refused('directory.head_moved'))
      await store.checkpoints.add({ day: 20_000, root: bytes(32), previous: bytes(32), signature: bytes(64) })
      const late = store.cases.append(row, [entry(3, { statement: 1 })], null)
      await expect(late).rejects.toEqual(refused('service.busy'))
      await store.cases.append(row, [entry(3, { statement: 1, day: 20_001 })], null)
      expect((await store.cases.find(row.address))?.last).toBe(20_001)
    })

    test('what is held back of a lane comes, is replaced and goes with the batch that says so', async () => {
      const row = caseRow()
      const heldIn = async () => (await store.cases.held(row.id)).toSorted((a, b) => a.lane - b.lane)
      const [first, second, third] = [bytes(1_230), bytes(1_230), bytes(2_430)]
      const kept = (lane: number, block: typeof first) => ({ lane, kept: block })
      await store.cases.submit(row, firstEntries(), [], { held: [kept(1, first), kept(3, second)] })
      expect(await heldIn()).toEqual([
        { lane: 1, block: first },
        { lane: 3, block: second },
      ])
      const stale = store.cases.append(row, [entry(5)], null, { held: [{ lane: 1, kept: null }] })
      await expect(stale).rejects.toEqual(refused('case.head_moved'))
      await store.cases.append(row, [entry(3)], null, { held: [kept(1, third), { lane: 3, kept: null }] })
      expect(await heldIn()).toEqual([{ lane: 1, block: third }])
    })

    test('cases whose day is over and that are held back for somebody are found, from anywhere on, so many at a time', async () => {
      const held = (lane: number) => ({ lane, kept: bytes(1_230) })
      const begin = async (release: number, lane = 1) => {
        const row = caseRow({ release })
        await store.cases.submit(row, firstEntries(), [], { held: [held(lane)] })
        return row
      }
      const due = [await begin(20_006), await begin(20_007), await begin(1)].toSorted((a, b) => a.id - b.id)
      await begin(20_008)
      await begin(0)
      await begin(20_006, 3)
      const middle = due[1]?.id ?? 0
      expect(await store.cases.releaseDue(20_008, middle, 10)).toEqual([1, 2, 0].map((place) => due[place]?.address))
      expect(await store.cases.releaseDue(20_008, middle, 2)).toEqual([1, 2].map((place) => due[place]?.address))
      expect(await store.cases.releaseDue(20_006, 0, 10)).toHaveLength(1)
    })

    test('of fifty writers on one case each comes in once, in one order', async () => {
      const row = caseRow()
      await store.cases.submit(row, firstEntries(), [])
      const attempt = async (hash: Uint8Array<ArrayBuffer>): Promise<boolean> => {
        const { length } = await store.cases.chain(row.id)
        const next = entry(length + 1, { lane: 2, sequence: length, hash })
        const outcome = await store.cases.append(row, [next], null).then(
          () => null,
          (error: { code?: string; message: string }) => error.code ?? error.message,
        )
        if (outcome !== null) expect(outcome).toBe('case.head_moved')
        return outcome === null
      }
      const hashes = Array.from({ length: 50 }, () => bytes(32))
      await race(hashes, attempt)
      const chain = await store.cases.chain(row.id)
      expect(chain.map(({ revision }) => revision)).toEqual(Array.from({ length: 52 }, (_, index) => index + 1))
      const hex = (list: readonly Uint8Array[]) => list.map((each) => Buffer.from(each).toString('hex')).toSorted()
      expect(hex(chain.slice(2).map(({ hash }) => hash))).toEqual(hex(hashes))
    }, 300_000)

    test('the inbox has the cases that one reads, each with one’s own seal, page by page', async () => {
      const [me, other] = [bytes(16), bytes(16)]
      const mine = [caseRow(), caseRow(), caseRow()]
      const seal = bytes(1_200)
      for (const row of mine) {
        const entries = firstEntries().map((each) => ({
          ...each,
          seals: new Uint8Array([...bytes(5 + 1_200), ...seal]),
        }))
        await store.cases.submit(row, entries, [
          { memberId: me, sealRevision: 1, sealOffset: 5 + 1_200 },
          { memberId: other, sealRevision: 1, sealOffset: 5 },
        ])
      }
      await store.cases.submit(caseRow(), firstEntries(), [{ memberId: other, sealRevision: 1, sealOffset: 5 }])
      const first = await store.cases.inbox(me, new Uint8Array(0), 2)
      const rest = await store.cases.inbox(me, first.at(-1)?.address ?? bytes(32), 2)
      const found = [...first, ...rest]
      const addresses = (rows: readonly { readonly address: Uint8Array }[]) =>
        rows.map(({ address }) => Buffer.from(address).toString('hex'))
      expect(addresses(found)).toEqual(addresses(mine).toSorted())
      expect(found.map((line) => line.seal)).toEqual([seal, seal, seal])
    })

    test('somebody who is taken off a case reads it no more', async () => {
      const [row, leaves, stays] = [caseRow(), bytes(16), bytes(16)]
      const both = [leaves, stays].map((memberId) => ({ memberId, sealRevision: 1, sealOffset: 5 }))
      await store.cases.submit(row, firstEntries(), both)
      expect(await store.cases.reads(leaves, row.address)).toBe(true)
      await store.cases.append(row, [entry(3)], both.slice(1))
      expect(await store.cases.reads(leaves, row.address)).toBe(false)
      expect(await store.cases.reads(stays, row.address)).toBe(true)
      expect(await store.cases.reads(stays, bytes(32))).toBe(false)
    })

    test('more readers than one insert can name all come in', async () => {
      const row = caseRow()
      const many = Array.from({ length: 64 }, () => ({ memberId: bytes(16), sealRevision: 1, sealOffset: 5 }))
      await store.cases.submit(row, firstEntries(), many)
      for (const { memberId } of many) expect(await store.cases.reads(memberId, row.address)).toBe(true)
    })
  })
})

function signInOf({ id: passkey, memberId }: ReturnType<typeof credential>, idleUntil = 1_030) {
  return {
    challenge: { hash: bytes(32), expires: 1_005 },
    session: { hash: bytes(32), memberId, idleUntil, absoluteUntil: 1_720 },
    replaced: null,
    by: { passkey, signCount: 0 },
  }
}
