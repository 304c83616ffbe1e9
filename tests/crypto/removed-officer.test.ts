import { beforeAll, describe, expect, it } from 'vitest'
import { openSeal } from '../../crypto/case/seal.ts'
import { openCase } from '../../crypto/index.ts'
import type { Bytes } from '../../crypto/wire/index.ts'
import { aCase, type Journey, lastWords, say } from './support/case.ts'
import { anOffice, type Office } from './support/office.ts'

/** Everybody's answers to: can this person, with all that the service stores, read what was said last? */
describe('an officer who no longer reads a case', () => {
  let office: Office
  let journey: Journey
  const everything = (who: string) =>
    openCase(journey.keysOf(who), { directory: office.directory, entries: journey.service.accepted })
  const id = (who: string): Bytes => office.person(who).id

  beforeAll(async () => {
    office = await anOffice({ Bo: 'officer', Dee: 'officer', Eli: 'officer' })
    journey = await aCase(office)
    await journey.does('Bo', say('Before, to the reporter.'))
    await journey.does('Bo', say('Before, in the office.', 'office'))
  })

  it.each([
    [
      'who was removed by the chief',
      'Bo',
      () => journey.does('Chief', { act: 'remove', members: [id('Bo')], body: {} }),
    ],
    [
      'who was removed by the reporter',
      'Dee',
      () => journey.does('Reporter', { act: 'remove', members: [id('Dee')], body: {} }),
    ],
    ['who left on their own', 'Eli', () => journey.does('Eli', { act: 'remove', members: [id('Eli')], body: {} })],
  ])('%s, reads what was before and nothing after', async (_, who, leave) => {
    await leave()
    await journey.does('Reporter', say(`After ${who}, by the reporter.`))
    await journey.does('Chief', say(`After ${who}, by the chief.`, 'office'))
    const opened = await everything(who)
    expect(opened.broken).toBeNull()
    expect(opened.entries.map(({ body }) => body?.text)).toContain('Before, to the reporter.')
    expect(opened.entries.map(({ body }) => body?.text)).toContain('Before, in the office.')
    expect(lastWords(opened, 'shared')).not.toContain(`After ${who}`)
    expect(lastWords(opened, 'office')).not.toContain(`After ${who}`)
    const remaining = await everything('Chief')
    expect(lastWords(remaining, 'shared')).toBe(`After ${who}, by the reporter.`)
    expect(lastWords(remaining, 'office')).toBe(`After ${who}, by the chief.`)
  })

  it('opens no seal of any later key, nor part of the identity', async () => {
    for (const who of ['Bo', 'Dee', 'Eli']) {
      const { secrets } = await everything(who)
      const epochs = journey.service.verified
        .filter(({ header }) => header.lane === 'shared')
        .map(({ header }) => header.epoch)
      expect(Math.max(...secrets.shared.keys.keys())).toBeLessThan(Math.max(...epochs))
      expect(secrets.identity.part).toBeNull()
      const { seals, header } = journey.service.verified.findLast((entry) => entry.seals) ?? {}
      for (const seal of seals?.seals ?? []) {
        expect(openSeal(seal, header as NonNullable<typeof header>, office.person(who).keys.sealing)).toBeNull()
      }
    }
  })

  it('cannot write there either', async () => {
    await expect(journey.seal('Bo', say('I am still here.'))).rejects.toThrow('rule.author')
    await expect(journey.seal('Bo', say('I am still here.', 'office'))).rejects.toThrow('rule.author')
  })

  it('reads it again after a grant, the time between included', async () => {
    await journey.does('Chief', { act: 'grant', members: [id('Bo')], body: { type: 'granted' } })
    const opened = await everything('Bo')
    expect(opened.entries.map(({ body }) => body?.text)).toContain('After Bo, by the reporter.')
    expect(opened.entries.map(({ body }) => body?.text)).toContain('After Eli, by the chief.')
  })
})

describe('an officer with new keys', () => {
  it('reads on once somebody has sealed to them, and the old keys read nothing new', async () => {
    const office = await anOffice({ Bo: 'officer' })
    const journey = await aCase(office)
    const old = office.person('Bo').keys
    await office.rekey('Bo')
    await expect(journey.seal('Bo', say('Too early.'))).rejects.toThrow()
    await journey.does('Reporter', say('Hello again.'))
    const opened = await journey.open('Bo')
    expect(lastWords(opened, 'shared')).toBe('Hello again.')
    expect(opened.entries[0]?.body?.type).toBe('report')
    const stolen = await openCase(old, { directory: office.directory, entries: journey.service.accepted })
    expect(lastWords(stolen, 'shared')).toBeUndefined()
    await journey.does('Bo', say('Now I can.'))
  })
})
