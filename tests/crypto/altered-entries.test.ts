import { beforeAll, describe, expect, it } from 'vitest'
import {
  applyEntry,
  type Bytes,
  type EntryHeader,
  nothing,
  type SealsBlock,
  type VerifiedEntry,
  zero32,
} from '../../crypto/wire/index.ts'
import { aCase, type Journey, say } from './support/case.ts'
import { dice } from './support/dice.ts'
import { type Attempt, forge } from './support/forge.ts'
import { anOffice, type Office } from './support/office.ts'

const other = dice('other')(32)
const someCiphertext = dice('ciphertext')(4136)

/** Entries that are right, each altered in one point by an author who then signs them all the same. */
describe('an entry that is right but for one point', () => {
  let office: Office
  let journey: Journey
  const id = (name: string): Bytes => office.person(name).id
  beforeAll(async () => {
    office = await anOffice({ Bo: 'officer', Ida: 'investigator' })
    journey = await aCase(office)
    await journey.does('Bo', say('A note.', 'office'))
  })

  const right = (
    who: string,
    attempt: Pick<Attempt, 'kind' | 'lane' | 'mode'> & { members?: Bytes[] },
  ): VerifiedEntry => {
    const author = journey.keysOf(who).signing.publicKey
    const whole = { members: [], ...attempt, author, byReporter: who === 'Reporter' }
    return forge(whole, journey.service.state, office.directory, journey.day)
  }
  const message = () => right('Bo', { kind: 'entry', lane: 'shared', mode: null })
  const note = () => right('Bo', { kind: 'entry', lane: 'office', mode: null })
  const grant = () => right('Bo', { kind: 'grant', lane: 'shared', mode: 'more-readers', members: [id('Ida')] })
  const removal = () => right('Chief', { kind: 'remove', lane: 'shared', mode: 'new-key', members: [id('Bo')] })
  const take = (entry: VerifiedEntry) => () => applyEntry(journey.service.state, entry, office.directory)
  const altered = (entry: VerifiedEntry, header: Partial<EntryHeader>): VerifiedEntry => ({
    ...entry,
    header: { ...entry.header, ...header },
  })
  const sealed = (entry: VerifiedEntry, change: (block: SealsBlock) => SealsBlock): VerifiedEntry => ({
    ...entry,
    seals: change(entry.seals as SealsBlock),
  })
  const withCiphertext = (entry: VerifiedEntry, ciphertext: Bytes): VerifiedEntry => ({
    ...entry,
    raw: { ...entry.raw, ciphertext },
  })

  it('is taken as long as it is right', () => {
    for (const entry of [message(), note(), grant(), removal()]) expect(take(entry)).not.toThrow()
  })

  it('is refused behind another entry than the newest', () => {
    expect(take(altered(message(), { previous: other }))).toThrow('chain.wrong_previous')
    expect(take(altered(message(), { sequence: 2 }))).toThrow('chain.wrong_sequence')
    expect(take(altered(message(), { case: other }))).toThrow('chain.wrong_case')
    expect(take(altered(message(), { caseHead: other }))).toThrow('chain.wrong_case_head')
    expect(take(altered(note(), { caseHead: other }))).toThrow('chain.wrong_case_head')
    expect(take(altered(note(), { caseHead: zero32 }))).toThrow('chain.wrong_case_head')
    expect(take(altered(message(), { directory: other }))).toThrow('chain.unknown_directory')
  })

  it('is refused with a field that does not belong to it', () => {
    for (const header of [
      { pack: other },
      { shareHash: other },
      { namedKey: journey.reporter.address },
      { namedSealingKey: journey.reporter.sealing.publicKey },
    ]) {
      expect(take(altered(message(), header))).toThrow('rule.field')
      expect(take(altered(grant(), header))).toThrow('rule.field')
    }
    expect(take(altered(message(), { members: [id('Ida')] }))).toThrow('rule.members')
    expect(take(altered(grant(), { members: [id('Ida'), id('Ida')] }))).toThrow('rule.members')
    expect(take(altered(grant(), { members: [] }))).toThrow('rule.members')
    expect(take(altered(grant(), { remind: journey.day + 1 }))).toThrow('rule.schedule')
  })

  it('is refused with a new epoch but no new key, or a new key in the old epoch', () => {
    expect(take(altered(message(), { epoch: 1 }))).toThrow('rule.epoch')
    expect(take(altered(removal(), { epoch: 0 }))).toThrow('rule.epoch')
    expect(take(altered(removal(), { epoch: 2 }))).toThrow('rule.epoch')
    const { keyCommitment } = message().header
    expect(take(altered(message(), { keyCommitment: other }))).toThrow('rule.key_commitment')
    expect(take(altered(removal(), { keyCommitment }))).toThrow('rule.key_commitment')
  })

  it('is refused if a new key does not bring the one before it, or a grant does', () => {
    expect(take(sealed(removal(), (block) => ({ ...block, previousKey: nothing })))).toThrow('rule.field')
    expect(take(sealed(grant(), (block) => ({ ...block, previousKey: dice('key')(48) })))).toThrow('rule.field')
  })

  it('is refused if a reader is left out of the seals, added, or sealed to twice', () => {
    for (const entry of [grant(), removal()]) {
      const extra = {
        reader: office.person('Bo').keys.sealing.id,
        kemCiphertext: dice('kem')(1120),
        sealed: dice('s')(48),
      }
      const [first] = entry.seals?.seals ?? []
      if (!first) throw new Error('nothing is sealed')
      expect(take(sealed(entry, (block) => ({ ...block, seals: block.seals.slice(1) })))).toThrow('rule.seals')
      expect(take(sealed(entry, (block) => ({ ...block, seals: [...block.seals, extra] })))).toThrow('rule.seals')
      expect(take(sealed(entry, (block) => ({ ...block, seals: [...block.seals, first] })))).toThrow('rule.seals')
      const stranger = { ...first, reader: other }
      expect(take(sealed(entry, (block) => ({ ...block, seals: [stranger, ...block.seals.slice(1)] })))).toThrow(
        'rule.seals',
      )
    }
  })

  it('is refused without a body, but for the officers’ steps beside the identity', async () => {
    expect(take(withCiphertext(message(), nothing))).toThrow('rule.ciphertext')
    const next = structuredClone(journey.service.state)
    const granted = applyEntry(next, grant(), office.directory)
    const author = journey.keysOf('Bo').signing.publicKey
    const attempt = {
      author,
      kind: 'grant',
      lane: 'identity',
      mode: 'more-readers',
      members: [id('Ida')],
      byReporter: false,
    } as const
    const follow = forge(attempt, granted, office.directory, journey.day)
    expect(() => applyEntry(granted, follow, office.directory)).not.toThrow()
    expect(() => applyEntry(granted, withCiphertext(follow, someCiphertext), office.directory)).toThrow(
      'rule.ciphertext',
    )
    expect(() => applyEntry(granted, altered(follow, { shareHash: other }), office.directory)).toThrow('rule.field')
  })
})
