import { beforeAll, describe, expect, it } from 'vitest'
import { openInboxLine, sealAct } from '../../crypto/index.ts'
import { type Bytes, checkSummary, encodeSeal, verifyEntry } from '../../crypto/wire/index.ts'
import { aCase, type Journey, say, summary } from './support/case.ts'
import { dice } from './support/dice.ts'
import { anOffice, type Office } from './support/office.ts'

describe('the summary of a case', () => {
  let office: Office
  let journey: Journey
  const lineFor = (who: string) => {
    const { id } = office.person(who).keys.sealing
    const seals = journey.service.verified
      .filter(({ header }) => header.lane === 'shared')
      .flatMap((entry) => entry.seals?.seals ?? [])
    const mine = seals.findLast(({ reader }) => Buffer.from(reader).equals(id))
    if (!mine) throw new Error('nothing is sealed to this person')
    return { case: journey.reporter.address, seal: encodeSeal(mine), summary: journey.service.summary }
  }
  beforeAll(async () => {
    office = await anOffice({ Bo: 'officer', Ida: 'investigator' })
    journey = await aCase(office)
  })

  it('is read in the inbox of every reader, also of one who joined later', async () => {
    expect(journey.service.summary).toHaveLength(644)
    expect(openInboxLine(office.person('Bo').keys, lineFor('Bo'))).toEqual(summary)
    await journey.does('Bo', { act: 'grant', members: [office.person('Ida').id], body: {} })
    expect(openInboxLine(office.person('Ida').keys, lineFor('Ida'))).toEqual(summary)
  })

  it('opens for nobody else, in no other case and under no other epoch', async () => {
    const line = lineFor('Bo')
    expect(() => openInboxLine(office.person('Ida').keys, line)).toThrow('seal.bad')
    expect(() => openInboxLine(office.person('Bo').keys, { ...line, case: dice('other')(32) })).toThrow('seal.bad')
    expect(() => openInboxLine(office.person('Bo').keys, { ...line, summary: line.summary.with(3, 9) })).toThrow(
      'seal.bad',
    )
    expect(() => openInboxLine(office.person('Bo').keys, { ...line, summary: line.summary.with(100, 9) })).toThrow(
      'body.bad_key',
    )
    expect(() => openInboxLine(office.person('Bo').keys, { ...line, seal: line.seal.slice(1) })).toThrow(
      'seals.malformed',
    )
    expect(() => openInboxLine(office.person('Bo').keys, { ...line, summary: line.summary.slice(1) })).toThrow(
      'summary.malformed',
    )
  })

  it('is closed to an officer who was removed, from the next key on', async () => {
    const before = lineFor('Bo')
    await journey.does('Chief', { act: 'remove', members: [office.person('Bo').id], body: {} })
    expect(() => openInboxLine(office.person('Bo').keys, { ...before, summary: journey.service.summary })).toThrow(
      'seal.bad',
    )
    expect(openInboxLine(office.person('Chief').keys, lineFor('Chief'))).toEqual(summary)
  })

  it('is taken in only over the newest shared entry and from its author', async () => {
    const first = await journey.seal('Chief', say('One.'))
    const other = await journey.seal('Reporter', say('Other.'))
    const entry = async ({ entries }: typeof first) => verifyEntry(entries.at(-1) as (typeof entries)[number])
    await expect(checkSummary(first.summary as Bytes, await entry(first))).resolves.toBeDefined()
    await expect(checkSummary(first.summary as Bytes, await entry(other))).rejects.toThrow('summary.wrong_head')
    const covered = await entry(first)
    const imposed = { ...covered, header: { ...covered.header, author: journey.reporter.address } }
    await expect(checkSummary(first.summary as Bytes, imposed)).rejects.toThrow('summary.wrong_author')
  })

  it('has no room for more than 470 bytes', async () => {
    const opened = await journey.open('Chief')
    const seal = (title: string) => sealAct(opened, say('Long.'), { title }, journey.pen('Chief'))
    await expect(seal('x'.repeat(470 - '{"title":""}'.length))).resolves.toBeDefined()
    await expect(seal('x'.repeat(471 - '{"title":""}'.length))).rejects.toThrow('summary.too_long')
  })

  it('does not come with notes, which the reporter is not shown', async () => {
    const { summary: none, entries } = await journey.seal('Chief', say('A note.', 'office'))
    expect(none).toBeUndefined()
    expect(entries).toHaveLength(1)
  })
})
