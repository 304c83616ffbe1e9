import { beforeEach, describe, expect, it } from 'vitest'
import { openSeal } from '../../crypto/case/seal.ts'
import { type AppendBatch, sealAct } from '../../crypto/index.ts'
import { sign } from '../../crypto/sodium/index.ts'
import {
  applyBatch,
  type Bytes,
  decodeHeader,
  decodeHeld,
  encodeHeader,
  encodeHeld,
  entryCore,
  heldHash,
  heldMatches,
  isZero,
  verifyEntry,
} from '../../crypto/wire/index.ts'
import { aCase, accept, type Journey, say, summary } from './support/case.ts'
import { dice } from './support/dice.ts'
import { bitsOf, flip } from './support/flip.ts'
import { anOffice, type Office } from './support/office.ts'

let office: Office
let journey: Journey

const id = (name: string) => office.person(name).id
const names = (ids: readonly (Bytes | null)[]) =>
  ids.map(
    (member) =>
      Object.values(office.people).find(
        (person) => person.id === member || (member && Buffer.from(person.id).equals(member)),
      )?.name,
  )
const heldIn = (lane: 'shared' | 'office' | 'identity') =>
  names((journey.service.state.lanes[lane]?.held ?? []).map(({ member }) => member))
const removal = (name: string) => ({ act: 'remove', members: [id(name)], body: {} }) as const
const joining = (name: string) => ({ act: 'grant', members: [id(name)], body: {} }) as const

beforeEach(async () => {
  office = await anOffice({ Bo: 'officer', Sub: 'substitute', Sue: 'substitute', Alt: 'alternate' })
  journey = await aCase(office, { excluded: ['Sue', 'Alt'] })
})

describe('what is held back', () => {
  it('is the key of a case, for the substitutes whom the reporter did not exclude, and stands in no entry', async () => {
    await journey.does('Bo', say('A note.', 'office'))
    for (const lane of ['shared', 'office', 'identity'] as const) {
      expect(heldIn(lane)).toEqual(['Sub'])
      const [held, ...others] = decodeHeld(journey.service.held[lane] as Bytes)
      expect(others).toEqual([])
      const { sealing } = office.person('Sub').keys
      const place = { case: journey.reporter.address, lane, epoch: 0 }
      const { secrets } = await journey.open('Bo')
      const secret = lane === 'identity' ? secrets.identity.part : secrets[lane].keys.get(0)
      expect(held && openSeal(held, place, sealing)).toEqual(secret)
    }
    const readers = journey.service.verified.flatMap(({ seals }) => seals?.seals ?? []).map(({ reader }) => reader)
    expect(readers).not.toContainEqual(office.person('Sub').keys.sealing.id)
    const opened = await journey.open('Sub')
    expect(opened.entries.every(({ body }) => body === null)).toBe(true)
  })

  it('is nothing, for ever, where the reporter excludes every substitute', async () => {
    journey = await aCase(office, { excluded: ['Sub', 'Sue'] })
    await office.admit('Ned', 'substitute')
    await journey.does('Bo', say('Good morning.'))
    await journey.does('Reporter', joining('Alt'))
    expect(journey.service.held).toEqual({})
    expect(journey.service.verified.every(({ header }) => isZero(header.heldHash))).toBe(true)
    expect((await journey.open('Reporter')).held).toEqual([])
  })

  it('waits for the first substitute where there was none to exclude', async () => {
    office = await anOffice({ Bo: 'officer' })
    journey = await aCase(office)
    expect(journey.service.held).toEqual({})
    await office.admit('Sub', 'substitute')
    await journey.does('Bo', say('Good morning.'))
    expect(heldIn('shared')).toEqual(['Sub'])
  })

  it('is for a new substitute from the next writing on, and no longer for one who was retired or has new keys', async () => {
    await journey.does('Bo', say('A note.', 'office'))
    await office.admit('Ned', 'substitute')
    await journey.does('Reporter', say('Is anybody there?'))
    expect([heldIn('shared'), heldIn('identity'), heldIn('office')]).toEqual([['Sub', 'Ned'], ['Sub', 'Ned'], ['Sub']])
    await journey.does('Bo', say('Yes.'))
    expect(heldIn('office')).toEqual(['Sub', 'Ned'])
    await office.retire('Sub')
    await journey.does('Bo', say('Again.'))
    for (const lane of ['shared', 'office', 'identity'] as const) expect(heldIn(lane)).toEqual(['Ned'])
    await office.rekey('Ned')
    await journey.does('Bo', say('And again.'))
    for (const lane of ['shared', 'office', 'identity'] as const) expect(heldIn(lane)).toEqual(['Ned'])
    const [held] = journey.service.state.lanes.shared?.held ?? []
    expect(held?.sealingKeyId).toEqual(office.person('Ned').keys.sealing.id)
    expect((await journey.open('Reporter')).badSeals).toEqual([])
  })

  it('is not for a substitute who reads by now; and again for one whom a chief has put out', async () => {
    await journey.does('Bo', joining('Sub'))
    expect((await journey.open('Reporter')).held).toEqual([])
    await journey.does('Chief', removal('Sub'))
    expect(names((await journey.open('Reporter')).held)).toEqual(['Sub'])
    expect([heldIn('shared'), heldIn('identity')]).toEqual([['Sub'], ['Sub']])
  })

  it('is never again for a substitute who left, or whom the reporter put out', async () => {
    for (const who of ['Sub', 'Reporter']) {
      journey = await aCase(office, { name: `left by ${who}` })
      await journey.does('Bo', joining('Sub'))
      await journey.does(who, removal('Sub'))
      await journey.does('Bo', say('We go on.'))
      expect([heldIn('shared'), heldIn('identity')]).toEqual([['Sue'], ['Sue']])
    }
  })
})

describe('the service', () => {
  const judged = async (batch: AppendBatch, held = batch.held ?? {}) => {
    const entries = await Promise.all(batch.entries.map((entry) => verifyEntry(entry)))
    const after = applyBatch(journey.service.state, entries, office.directory)
    return heldMatches(entries, after, held).catch(() => false)
  }
  const newKey = async () => {
    await office.admit('Ned', 'substitute')
    return journey.seal('Bo', say('Under a new key.'))
  }

  it('takes in nothing without what it has to hold back, nor anything else in its place', async () => {
    const batch = await newKey()
    const { shared, identity } = batch.held ?? {}
    if (!shared || !identity) throw new Error('nothing is held back')
    expect(await judged(batch)).toBe(true)
    for (const held of [{}, { shared }, { identity }, { shared: identity, identity: shared }]) {
      expect(await judged(batch, held)).toBe(false)
    }
    expect(await judged(batch, { shared, identity, office: shared })).toBe(false)
    const fewer = decodeHeld(shared).slice(1)
    expect(await judged(batch, { shared: encodeHeld(fewer), identity })).toBe(false)
    const plain = await aCase(office, { excluded: ['Sub', 'Sue', 'Ned'], name: 'plain' })
    expect((await plain.seal('Bo', say('Without.'))).held).toBeUndefined()
  })

  it('notices one flipped bit anywhere in it', async () => {
    const batch = await newKey()
    const { shared, identity } = batch.held ?? {}
    if (!shared || !identity) throw new Error('nothing is held back')
    for (const bit of bitsOf(shared)) expect(await judged(batch, { shared: flip(shared, bit), identity })).toBe(false)
  })
})

describe('an officer whose program was altered', () => {
  /** The same batch with the held block of its newest entry changed, and named so in its header, signed anew. */
  const bent = async (batch: AppendBatch, change: (block: Bytes) => Bytes): Promise<AppendBatch> => {
    const last = batch.entries.at(-1)
    const block = batch.held?.office
    if (!last || !block) throw new Error('the office’s lane holds nothing back')
    const other = change(block)
    const header = encodeHeader({ ...decodeHeader(last.header), heldHash: await heldHash(other) })
    // Nobody can open the body under another header any more, which is not what this is about.
    const core = await entryCore(header, last.ciphertext, last.seals)
    const entry = { ...last, header, signature: sign(core, office.person('Chief').keys.signing.secretKey) }
    return { ...batch, entries: [...batch.entries.slice(0, -1), entry], held: { ...batch.held, office: other } }
  }

  it('cannot hold back for others than the substitutes', async () => {
    const batch = await journey.seal('Chief', say('A note.', 'office'))
    const toBo = await bent(batch, (block) =>
      encodeHeld(decodeHeld(block).map((seal) => ({ ...seal, reader: office.person('Bo').keys.sealing.id }))),
    )
    await expect(accept(journey.service, toBo, office)).rejects.toThrow('held back')
  })

  it('is exposed by every other reader when the substitute could not open it', async () => {
    const batch = await journey.seal('Chief', say('A note.', 'office'))
    const rubbish = await bent(batch, (block) =>
      encodeHeld(decodeHeld(block).map((seal) => ({ ...seal, sealed: dice('rubbish')(48) }))),
    )
    await accept(journey.service, rubbish, office)
    const bad = [{ lane: 'office', sequence: 0, reader: id('Sub') }]
    expect((await journey.open('Bo')).badSeals).toEqual(bad)
    expect((await journey.open('Chief')).badSeals).toEqual(bad)
    // The reporter, who does not know that lane's key, cannot tell.
    expect((await journey.open('Reporter')).badSeals).toEqual([])
  })

  it('cannot leave out what is to be held back', async () => {
    const { state } = journey.service
    const undone = { ...journey.service, state: { ...state, declined: true } }
    const opened = { ...(await journey.open('Chief')), state: undone.state }
    const batch = await sealAct(opened, say('A note.', 'office'), summary, journey.pen('Chief'))
    await expect(accept(journey.service, batch, office)).rejects.toThrow('rule.')
  })
})
