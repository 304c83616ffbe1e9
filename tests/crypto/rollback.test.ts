import { beforeAll, describe, expect, it } from 'vitest'
import { type KnownHead, openCase } from '../../crypto/index.ts'
import type { AcceptedEntry } from '../../crypto/wire/index.ts'
import { aCase, accept, type Journey, say } from './support/case.ts'
import { anOffice, type Office } from './support/office.ts'

describe('a service that tampers with what it keeps', () => {
  let office: Office
  let journey: Journey
  let entries: AcceptedEntry[]
  const open = (given: AcceptedEntry[], known: KnownHead[] = []) =>
    openCase(journey.keysOf('Chief'), { directory: office.directory, entries: given, known })
  const without = (...places: number[]) => entries.filter((_, place) => !places.includes(place))

  beforeAll(async () => {
    office = await anOffice({ Bo: 'officer' })
    journey = await aCase(office)
    for (const text of ['One.', 'Two.', 'Three.']) await journey.does('Bo', say(text))
    await journey.does('Bo', say('Note.', 'office'))
    entries = journey.service.accepted
  })

  it('is found out by nobody as long as it does not', async () => {
    expect((await open(entries)).broken).toBeNull()
  })

  it('cannot hide an entry in the middle', async () => {
    const opened = await open(without(3))
    expect(opened.broken).toEqual({ lane: 'shared', sequence: 3, code: 'chain.wrong_sequence' })
    expect(opened.entries.map(({ body }) => body?.text)).not.toContain('Three.')
  })

  it('cannot hide the beginning, nor the lane that is always there', async () => {
    expect((await open(without(0))).broken?.code).toBe('chain.wrong_case')
    expect((await open(without(1))).broken?.lane).toBe('identity')
  })

  it('does not matter to a reader in the order in which it answers', async () => {
    const turned = await open(entries.toReversed())
    expect(turned.broken).toBeNull()
    expect(turned.entries).toEqual((await open(entries)).entries)
  })

  it('cannot show an entry twice', async () => {
    const [again] = entries.slice(2)
    expect((await open([...entries, again as AcceptedEntry])).broken?.code).toBe('chain.wrong_sequence')
  })

  it('cannot go back behind a head that somebody kept', async () => {
    const newest = journey.service.verified.findLast(({ header }) => header.lane === 'shared')
    if (!newest) throw new Error('the case is empty')
    const known: KnownHead = { lane: 'shared', sequence: newest.header.sequence, hash: newest.hash }
    expect((await open(entries, [known])).broken).toBeNull()
    const back = await open(without(4, 5), [known])
    expect(back.broken).toEqual({ lane: 'shared', sequence: 3, code: 'chain.rolled_back' })
  })

  it('cannot tell two people two stories', async () => {
    const fork = structuredClone(journey.service)
    const [here, there] = [await journey.seal('Bo', say('Here.')), await journey.seal('Bo', say('There.'))]
    await accept(journey.service, here, office)
    await accept(fork, there, office)
    const kept = journey.service.verified.at(-1)
    if (!kept) throw new Error('nothing was accepted')
    const known: KnownHead = { lane: 'shared', sequence: kept.header.sequence, hash: kept.hash }
    expect((await open(fork.accepted)).broken).toBeNull()
    expect((await open(fork.accepted, [known])).broken?.code).toBe('chain.rolled_back')
    expect((await open([...journey.service.accepted, ...fork.accepted.slice(-1)])).broken).not.toBeNull()
  })

  it('cannot give an entry without its receipt, or with that of another day', async () => {
    const bent = entries.map((entry, place) =>
      place === 2 ? { ...entry, receipt: { ...entry.receipt, day: entry.receipt.day - 1 } } : entry,
    )
    expect((await open(bent)).broken).toEqual({ lane: 'shared', sequence: 1, code: 'receipt.bad_signature' })
  })

  it('cannot hold back a statement of the directory that an entry names', async () => {
    const known = office.directory
    await office.admit('Eve', 'officer')
    await journey.does('Bo', say('Under the new directory.'))
    const late = await openCase(journey.keysOf('Chief'), { directory: known, entries: journey.service.accepted })
    expect(late.broken?.code).toBe('chain.unknown_directory')
  })
})
