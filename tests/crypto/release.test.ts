import { beforeEach, describe, expect, it } from 'vitest'
import type { Act } from '../../crypto/index.ts'
import { reporterKeys } from '../../crypto/index.ts'
import type { Bytes } from '../../crypto/wire/index.ts'
import { aCase, identity, type Journey, lastWords, release, report, say } from './support/case.ts'
import { dice } from './support/dice.ts'
import { anOffice, type Office } from './support/office.ts'

let office: Office
let journey: Journey

const id = (name: string) => office.person(name).id
const releasing: Act = { act: 'release', body: { type: 'released' } }
const opening: Act = { act: 'open-identity', body: { type: 'identity-opened', reason: 'A threat.' } }
/** The release day is over, and the service does what it does then. */
const silence = async () => {
  journey.day = Math.max(journey.day, journey.service.state.release + 1)
  return release(journey.service, office, journey.day)
}

beforeEach(async () => {
  office = await anOffice({ Bo: 'officer', Sub: 'substitute', Sue: 'substitute', Alt: 'alternate' })
  journey = await aCase(office, { excluded: ['Sue', 'Alt'] })
  await journey.does('Bo', say('They must not know.', 'office'))
})

describe('a case whose office is silent', () => {
  it('stays shut until its last day is over', async () => {
    const { service } = journey
    expect(await release(service, office, service.state.release)).toEqual([])
    expect((await journey.open('Sub')).entries.every(({ body }) => body === null)).toBe(true)
  })

  it('opens to the substitute in every lane, once, and everybody sees when', async () => {
    const entries = await silence()
    expect(entries.map(({ header }) => header.lane)).toEqual(['shared', 'identity', 'office'])
    expect(journey.service.state).toMatchObject({ release: 0, released: journey.day, releasedTo: [id('Sub')] })
    expect(await silence()).toEqual([])
    const opened = await journey.open('Sub')
    expect([opened.broken, opened.badSeals]).toEqual([null, []])
    expect(opened.entries[0]?.body).toEqual(report)
    expect(lastWords(opened, 'office')).toBe('They must not know.')
    for (const who of ['Reporter', 'Bo', 'Sub']) {
      const { entries: seen, broken, badSeals } = await journey.open(who)
      expect([broken, badSeals]).toEqual([null, []])
      const letIn = seen.find(({ kind, lane }) => kind === 'release' && lane === 'shared')
      expect(letIn).toMatchObject({
        author: 'service',
        members: [id('Sub')],
        body: null,
        void: null,
        day: journey.day,
      })
    }
  })

  it('opens its name to the substitute only with a reason that the reporter sees', async () => {
    await silence()
    const nameSeen = async (share?: Bytes) =>
      (await journey.open('Sub', share ? { identityShare: share } : {})).entries.find(({ lane }) => lane === 'identity')
        ?.body
    expect(await nameSeen()).toBeNull()
    expect(journey.service.state.identityOpenedBy).toEqual([])
    await journey.does('Sub', opening)
    expect(journey.service.state.identityOpenedBy).toEqual([id('Sub')])
    expect(await nameSeen(journey.service.share)).toEqual(identity)
    const told = (await journey.open('Reporter')).entries.find(({ kind }) => kind === 'identity-opened')
    expect(told?.author).toEqual(id('Sub'))
  })

  it('never opens to whom the reporter excluded', async () => {
    await silence()
    for (const who of ['Sue', 'Alt']) {
      const opened = await journey.open(who)
      expect(opened.entries.every(({ body }) => body === null)).toBe(true)
      expect([...opened.secrets.shared.keys, ...opened.secrets.office.keys]).toEqual([])
      await expect(journey.seal('Bo', { act: 'grant', members: [id(who)], body: {} })).rejects.toThrow('rule.excluded')
    }
  })

  it('goes on with the substitute, whom no chief can put out, but the reporter can', async () => {
    await silence()
    await journey.does('Sub', say('I have read it, and I act now.'))
    await journey.does('Sub', say('The office was silent.', 'office'))
    expect(lastWords(await journey.open('Reporter'), 'shared')).toBe('I have read it, and I act now.')
    expect(lastWords(await journey.open('Bo'), 'office')).toBe('The office was silent.')
    const out = { act: 'remove', members: [id('Sub')], body: {} } as const
    await expect(journey.seal('Chief', out)).rejects.toThrow('rule.released')
    await journey.does('Reporter', out)
    expect(journey.service.state.officers).not.toContainEqual(id('Sub'))
  })

  it('holds nothing back any more and knows no limit, whatever is written', async () => {
    await silence()
    await office.admit('Ned', 'substitute')
    const schedule = { remind: 0, release: journey.day + 10 }
    await journey.does('Chief', { ...say('We are late.'), schedule } as Act)
    await journey.does('Reporter', { act: 'remove', members: [id('Bo')], body: {} })
    const { state } = journey.service
    expect(state.release).toBe(0)
    expect(Object.values(state.lanes).flatMap((lane) => lane?.held ?? [])).toEqual([])
    journey.day += 11
    expect(await release(journey.service, office, journey.day)).toEqual([])
  })

  it('opens even where everybody who read it has gone, and the substitute goes on', async () => {
    await office.admit('Eve', 'chief')
    await office.retire('Bo')
    await office.retire('Chief')
    expect(await silence()).toHaveLength(3)
    const opened = await journey.open('Sub')
    expect([opened.broken, lastWords(opened, 'office')]).toEqual([null, 'They must not know.'])
    await journey.does('Sub', say('Somebody is there.'))
    expect(journey.service.state.officers).toEqual([id('Sub')])
    expect((await journey.open('Reporter')).broken).toBeNull()
  })

  it('does not open to a substitute who was retired, or has keys for which nothing was held back', async () => {
    const other = await aCase(office, { excluded: ['Sue'], name: 'retired' })
    await office.rekey('Sub')
    expect(await silence()).toEqual([])
    await journey.does('Bo', say('For the new keys.'))
    expect(await silence()).toHaveLength(3)
    await office.retire('Sub')
    expect(await release(other.service, office, journey.day)).toEqual([])
  })

  it('keeps its limit where the office moves it, and loses it when it is closed', async () => {
    const later = journey.day + 20
    await journey.does('Bo', { ...say('More time.'), schedule: { remind: 0, release: later } } as Act)
    expect(await release(journey.service, office, later)).toEqual([])
    await journey.does('Bo', { act: 'close', body: {} })
    await journey.does('Chief', { act: 'close', body: {} })
    expect(await release(journey.service, office, later + 1)).toEqual([])
  })
})

describe('a reporter', () => {
  it('opens the case at any time, and the service brings the lane that they cannot', async () => {
    await journey.does('Reporter', releasing)
    const { state } = journey.service
    expect(state).toMatchObject({ release: 0, released: journey.day, releasedTo: [id('Sub')] })
    expect(lastWords(await journey.open('Sub'), 'office')).toBeUndefined()
    const rest = await release(journey.service, office, journey.day)
    expect(rest.map(({ header }) => header.lane)).toEqual(['office'])
    const opened = await journey.open('Sub')
    expect([opened.broken, opened.badSeals]).toEqual([null, []])
    expect(lastWords(opened, 'office')).toBe('They must not know.')
    await journey.does('Sub', opening)
    const named = await journey.open('Sub', { identityShare: journey.service.share })
    expect(named.entries.find(({ lane }) => lane === 'identity')?.body).toEqual(identity)
    const told = (await journey.open('Bo')).entries.find(({ kind }) => kind === 'release')
    expect(told).toMatchObject({ author: null, body: { type: 'released' } })
  })

  it('opens it once; and not where nobody is held back', async () => {
    await journey.does('Reporter', releasing)
    await expect(journey.seal('Reporter', releasing)).rejects.toThrow('rule.nobody_held')
    journey = await aCase(office, { excluded: ['Sub', 'Sue'], name: 'declined' })
    await expect(journey.seal('Reporter', releasing)).rejects.toThrow('rule.nobody_held')
  })

  it('opens it to a substitute who is new, and with a new case key', async () => {
    await office.admit('Ned', 'substitute')
    const newKeys = await reporterKeys(dice('second')(16))
    await journey.does('Reporter', { act: 'replace-key', newKeys, body: {} })
    journey.reporter = newKeys
    await journey.does('Reporter', releasing)
    expect(journey.service.state.releasedTo).toEqual([id('Sub'), id('Ned')])
    for (const who of ['Sub', 'Ned']) expect((await journey.open(who)).entries[0]?.body).toEqual(report)
  })

  it('is the only person who can: nobody of the office', async () => {
    for (const who of ['Chief', 'Bo']) await expect(journey.seal(who, releasing)).rejects.toThrow('rule.author')
    await expect(journey.seal('Sub', releasing)).rejects.toThrow('rule.author')
  })

  it('has the office bring its lane where the service did not', async () => {
    await journey.does('Reporter', releasing)
    await journey.does('Bo', say('So be it.'))
    expect(lastWords(await journey.open('Sub'), 'office')).toBe('They must not know.')
    expect(await release(journey.service, office, journey.day)).toEqual([])
  })
})
