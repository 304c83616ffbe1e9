import { beforeAll, describe, expect, it } from 'vitest'
import { applyBatch, applyEntry, shareMatches, verifyEntry, xor } from '../../crypto/wire/index.ts'
import { aCase, identity, type Journey, say } from './support/case.ts'
import { dice } from './support/dice.ts'
import { forge } from './support/forge.ts'
import { anOffice, type Office } from './support/office.ts'

const opening = { act: 'open-identity', body: { type: 'identity-opened', reason: 'A threat to a witness.' } } as const

describe('the identity of a reporter', () => {
  let office: Office
  let journey: Journey
  const nameSeenBy = async (who: string, identityShare?: Uint8Array<ArrayBuffer>) => {
    const opened = await journey.open(who, identityShare ? { identityShare } : {})
    return opened.entries.find(({ lane }) => lane === 'identity')
  }
  beforeAll(async () => {
    office = await anOffice({ Bo: 'officer', Ida: 'investigator' })
    journey = await aCase(office)
  })

  it('opens to no officer without the part that the service keeps, and to the service without the officers', async () => {
    expect((await nameSeenBy('Chief'))?.body).toBeNull()
    expect((await nameSeenBy('Chief', dice('a guess')(32)))?.body).toBeNull()
    const { secrets } = await journey.open('Chief')
    expect(secrets.identity.part).not.toBeNull()
    expect(secrets.identity.part).not.toEqual(journey.service.share)
    expect((await journey.open('Reporter')).secrets.identity.keys.get(0)).not.toEqual(journey.service.share)
  })

  it('opens with both, and the reporter sees who opened it, when and why', async () => {
    await journey.does('Bo', opening)
    expect((await nameSeenBy('Bo', journey.service.share))?.body).toEqual(identity)
    const entry = (await journey.open('Reporter')).entries.find(({ kind }) => kind === 'identity-opened')
    expect(entry?.author).toEqual(office.person('Bo').id)
    expect(entry?.body).toEqual(opening.body)
    expect(entry?.receipt.day).toBe(journey.day)
    expect(journey.service.state.identityOpenedBy).toEqual([office.person('Bo').id])
  })

  it('does not open with the old parts once an officer was removed', async () => {
    const [oldShare, { secrets: old }] = [journey.service.share, await journey.open('Bo')]
    await journey.does('Chief', { act: 'remove', members: [office.person('Bo').id], body: {} })
    expect(journey.service.share).not.toEqual(oldShare)
    expect((await nameSeenBy('Bo', journey.service.share))?.body).toBeNull()
    expect((await nameSeenBy('Chief', oldShare))?.body).toBeNull()
    expect((await nameSeenBy('Chief', journey.service.share))?.body).toEqual(identity)
    // What was one key stays one key, in other halves.
    const { secrets } = await journey.open('Chief')
    const halves = (part: typeof secrets.identity.part, share: typeof oldShare) => part && xor(part, share)
    expect(halves(secrets.identity.part, journey.service.share)).toEqual(halves(old.identity.part, oldShare))
    expect(journey.service.state.identityOpenedBy).toEqual([])
  })

  it('gets a new key before the reporter writes there again, since whoever opened it still knows the old one', async () => {
    const { secrets: old } = await journey.open('Reporter')
    const { state } = journey.service
    expect(state.identityExposed).toBe(true)
    const author = journey.reporter.address
    const attempt = { author, kind: 'entry', lane: 'identity', mode: null, members: [], byReporter: true } as const
    const underOldKey = forge(attempt, state, office.directory, journey.day)
    expect(() => applyEntry(state, underOldKey, office.directory)).toThrow('rule.readers_out_of_date')
    await journey.does('Reporter', say('A telephone number.', 'identity'))
    expect(journey.service.state.identityExposed).toBe(false)
    const { secrets, entries } = await journey.open('Reporter')
    expect(entries.findLast(({ lane }) => lane === 'identity')?.body?.text).toBe('A telephone number.')
    const newest = journey.service.verified.findLast(({ header }) => header.lane === 'identity')
    expect(newest?.header.epoch).toBe(1)
    expect(secrets.identity.keys.get(1)).not.toEqual(old.identity.keys.get(0))
    const opened = await journey.open('Chief', { identityShare: journey.service.share })
    expect(opened.entries.findLast(({ lane }) => lane === 'identity')?.body?.text).toBe('A telephone number.')
  })

  it('gets a new key when the reporter changes who reads, and new halves with it', async () => {
    const before = journey.service.share
    await journey.does('Reporter', { act: 'grant', members: [office.person('Ida').id], body: {} })
    expect((await nameSeenBy('Ida', before))?.body).toBeNull()
    expect((await nameSeenBy('Ida', journey.service.share))?.body).toEqual(identity)
    await journey.does('Reporter', say('A second name.', 'identity'))
    const opened = await journey.open('Ida', { identityShare: journey.service.share })
    expect(opened.entries.findLast(({ lane }) => lane === 'identity')?.body?.text).toBe('A second name.')
  })

  it('is never written by officers', async () => {
    await expect(journey.seal('Chief', say('I was here.', 'identity'))).rejects.toThrow('rule.author')
  })

  it('is not taken in with a part that the header does not name', async () => {
    const batch = await journey.seal('Reporter', { act: 'remove', members: [office.person('Ida').id], body: {} })
    const entries = await Promise.all(batch.entries.map((entry) => verifyEntry(entry)))
    applyBatch(journey.service.state, entries, office.directory)
    const serviceShare = batch.serviceShare
    expect(await shareMatches(entries, { serviceShare })).toBe(true)
    expect(await shareMatches(entries, {})).toBe(false)
    expect(await shareMatches(entries, { serviceShare: dice('other')(32) })).toBe(false)
    expect(await shareMatches(entries, { shareMask: serviceShare })).toBe(false)
    expect(await shareMatches(entries.slice(0, 1), { serviceShare })).toBe(false)
    expect(await shareMatches(entries.slice(0, 1), {})).toBe(true)
  })
})
