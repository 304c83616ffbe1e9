import { beforeAll, describe, expect, it } from 'vitest'
import { generateCaseKey, reporterKeys } from '../../crypto/index.ts'
import { aCase, identity, type Journey, lastWords, report, say } from './support/case.ts'
import { dice } from './support/dice.ts'
import { anOffice, type Office } from './support/office.ts'

describe('a whole case', () => {
  let office: Office
  let journey: Journey
  beforeAll(async () => {
    office = await anOffice({ Bo: 'officer', Cem: 'officer', Ida: 'investigator', Sub: 'substitute' })
    journey = await aCase(office, { excluded: ['Cem'] })
  })

  const clean = async (who: string) => {
    const opened = await journey.open(who)
    expect(opened.broken).toBeNull()
    expect(opened.badSeals).toEqual([])
    expect(opened.entries.filter((entry) => entry.void).map((e) => [e.lane, e.sequence, e.void].join())).toEqual([])
    return opened
  }

  it('is read by the reporter and the officers who were not excluded', async () => {
    expect((await clean('Reporter')).entries.map((entry) => entry.body)).toEqual([report, identity])
    expect((await clean('Chief')).entries.map((entry) => entry.body)).toEqual([report, null])
    expect((await clean('Bo')).entries[0]?.body).toEqual(report)
    expect((await clean('Cem')).entries.map((entry) => entry.body)).toEqual([null, null])
  })

  it('goes back and forth', async () => {
    await journey.does('Chief', say('We have received your report.'))
    await journey.does('Reporter', say('Thank you.'))
    await journey.does('Bo', say('Let us ask procurement.', 'office'))
    await journey.does('Chief', say('Agreed.', 'office'))
    expect(lastWords(await clean('Reporter'), 'shared')).toBe('Thank you.')
    expect(lastWords(await clean('Bo'), 'office')).toBe('Agreed.')
  })

  it('takes in an investigator, who reads everything from the beginning', async () => {
    await journey.does('Bo', { act: 'grant', members: [office.person('Ida').id], body: { type: 'granted' } })
    const opened = await clean('Ida')
    expect(opened.entries[0]?.body).toEqual(report)
    expect(lastWords(opened, 'office')).toBe('Agreed.')
  })

  it('lets an officer open the identity, for all to see', async () => {
    await journey.does('Ida', { act: 'open-identity', body: { type: 'identity-opened', reason: 'A threat.' } })
    const opened = await journey.open('Ida', { identityShare: journey.service.share })
    expect(opened.entries.find((entry) => entry.lane === 'identity')?.body).toEqual(identity)
    expect(opened.badSeals).toEqual([])
    const seen = (await clean('Reporter')).entries.find((entry) => entry.kind === 'identity-opened')
    expect(seen?.author).toEqual(office.person('Ida').id)
    expect(journey.service.state.identityOpenedBy).toEqual([office.person('Ida').id])
  })

  it('shuts out an officer whom the chief removes', async () => {
    await journey.does('Chief', { act: 'remove', members: [office.person('Bo').id], body: { type: 'removed' } })
    await journey.does('Chief', say('After Bo.'))
    await journey.does('Chief', say('After Bo too.', 'office'))
    expect(lastWords(await clean('Ida'), 'shared')).toBe('After Bo.')
    expect(lastWords(await clean('Bo'), 'shared')).toBe('Thank you.')
    expect(lastWords(await clean('Bo'), 'office')).toBe('Agreed.')
    const opened = await journey.open('Ida', { identityShare: journey.service.share })
    expect(opened.entries.find((entry) => entry.lane === 'identity')?.body).toEqual(identity)
  })

  it('lets an officer leave, and the next writer renews the keys', async () => {
    await journey.does('Ida', { act: 'remove', members: [office.person('Ida').id], body: { type: 'removed' } })
    await journey.does('Reporter', say('After Ida.'))
    await journey.does('Chief', say('After Ida too.', 'office'))
    expect(lastWords(await clean('Chief'), 'shared')).toBe('After Ida.')
    expect(lastWords(await clean('Ida'), 'shared')).toBe('After Bo.')
    expect(lastWords(await clean('Ida'), 'office')).toBe('After Bo too.')
  })

  it('lets the reporter bring in the person whom they had excluded, and the office lane follows', async () => {
    const cem = office.person('Cem').id
    const grant = { act: 'grant', members: [cem], body: { type: 'granted' } } as const
    await expect(journey.seal('Chief', grant)).rejects.toThrow('rule.excluded')
    await journey.does('Reporter', grant)
    await journey.does('Chief', say('Welcome.', 'office'))
    expect(lastWords(await clean('Cem'), 'office')).toBe('Welcome.')
    expect((await clean('Cem')).entries[0]?.body).toEqual(report)
  })

  it('goes on under a new case key', async () => {
    const old = journey.reporter
    const newKeys = await reporterKeys(generateCaseKey(dice('second key')))
    await journey.does('Reporter', { act: 'replace-key', newKeys, body: { type: 'key-replaced' } })
    journey.reporter = newKeys
    await journey.does('Chief', say('For the new key.'))
    await journey.does('Reporter', say('I can read it.'))
    expect(lastWords(await clean('Reporter'), 'shared')).toBe('I can read it.')
    expect((await clean('Reporter')).entries[0]?.body).toEqual(report)
    journey.reporter = old
    expect(lastWords(await clean('Reporter'), 'shared')).toBe('After Ida.')
    journey.reporter = newKeys
  })

  it('goes on when people retire, even the last of them', async () => {
    await office.admit('Dee', 'chief')
    await office.retire('Chief')
    await office.retire('Cem')
    await journey.does('Reporter', say('Is anybody there?'))
    expect(lastWords(await clean('Dee'), 'shared')).toBe('Is anybody there?')
    expect(lastWords(await clean('Chief'), 'shared')).not.toBe('Is anybody there?')
    expect(journey.service.state.officers.map((id) => [...id])).toContainEqual([...office.person('Dee').id])
  })

  it('is closed by two officers', async () => {
    await journey.does('Dee', { act: 'close', body: { type: 'closed', text: 'Done.' } })
    await expect(journey.seal('Dee', { act: 'close', body: { type: 'closed' } })).rejects.toThrow('rule.not_needed')
    await journey.does('Bo', { act: 'close', body: { type: 'closed', text: 'Done.' } })
    expect((await clean('Reporter')).state.closed).toBe(true)
    expect(journey.service.state.release).toBe(0)
  })
})
