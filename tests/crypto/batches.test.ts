import { beforeAll, describe, expect, it } from 'vitest'
import { type AppendBatch, generateCaseKey, reporterKeys, sealSubmission } from '../../crypto/index.ts'
import { applyBatch, emptyCase, verifyEntry } from '../../crypto/wire/index.ts'
import { aCase, accept, identity, type Journey, report, say, summary } from './support/case.ts'
import { dice } from './support/dice.ts'
import { anOffice, type Office, today } from './support/office.ts'

const submissionFor = (office: Office, change: Partial<Parameters<typeof sealSubmission>[0]> = {}) =>
  sealSubmission(
    {
      caseKey: generateCaseKey(dice('batch')),
      directory: office.directory,
      excluded: [],
      day: today,
      pack: dice('pack')(32),
      schedule: { remind: today + 5, release: today + 7 },
      body: report,
      identity,
      summary,
      ...change,
    },
    dice('submission'),
  )

describe('a first submission', () => {
  let office: Office
  const judge = async (batch: AppendBatch, order = [0, 1]) => {
    const entries = await Promise.all(
      order.map((place) => batch.entries[place] as AppendBatch['entries'][number]).map((entry) => verifyEntry(entry)),
    )
    return applyBatch(emptyCase(), entries, office.directory)
  }
  beforeAll(async () => {
    office = await anOffice({ Bo: 'officer', Cem: 'officer', Sub: 'substitute', Ida: 'investigator' })
  })

  it('is read by chiefs and officers, but for those whom it excludes', async () => {
    const all = await judge(await submissionFor(office))
    expect(all.officers).toEqual(['Chief', 'Bo', 'Cem'].map((name) => office.person(name).id))
    const excluded = ['Bo', 'Chief'].map((name) => office.person(name).id)
    expect((await judge(await submissionFor(office, { excluded }))).officers).toEqual([office.person('Cem').id])
  })

  it('is read by a substitute if nobody else is left, and by nobody else', async () => {
    const excluded = ['Chief', 'Bo', 'Cem'].map((name) => office.person(name).id)
    expect((await judge(await submissionFor(office, { excluded }))).officers).toEqual([office.person('Sub').id])
    const everybody = [...excluded, office.person('Sub').id]
    await expect(submissionFor(office, { excluded: everybody })).rejects.toThrow('rule.no_reader')
  })

  it('is one shared and one identity entry, in this order', async () => {
    const batch = await submissionFor(office)
    await expect(judge(batch, [0])).rejects.toThrow('rule.first_batch')
    await expect(judge(batch, [1, 0])).rejects.toThrow('rule.first_batch')
    await expect(judge(batch, [0, 1, 0])).rejects.toThrow('rule.first_batch')
    await expect(judge(batch, [])).rejects.toThrow('rule.batch')
  })

  it('looks the same with and without a name: as many entries, as many bytes', async () => {
    const [named, nameless] = [await submissionFor(office), await submissionFor(office, { identity: null })]
    const lengths = ({ entries }: AppendBatch) =>
      entries.map(({ header, ciphertext, seals }) => [header.length, ciphertext.length, seals.length])
    expect(lengths(named)).toEqual(lengths(nameless))
  })

  it('names days for the schedule, neither past nor far', async () => {
    for (const schedule of [
      { remind: 0, release: today + 7 },
      { remind: today + 5, release: 0 },
      { remind: today - 1, release: today + 7 },
      { remind: today + 5, release: today + 131 },
    ]) {
      await expect(submissionFor(office, { schedule })).rejects.toThrow('rule.schedule')
    }
  })

  it('excludes only people who are there', async () => {
    await expect(submissionFor(office, { excluded: [dice('nobody')(16)] })).rejects.toThrow('rule.members')
  })
})

describe('a batch', () => {
  let office: Office
  let journey: Journey
  beforeAll(async () => {
    office = await anOffice({ Bo: 'officer', Ida: 'investigator' })
    journey = await aCase(office)
    await journey.does('Bo', say('A note.', 'office'))
  })
  const judge = async (...batches: AppendBatch[]) => {
    const entries = await Promise.all(batches.flatMap((batch) => batch.entries).map((entry) => verifyEntry(entry)))
    return applyBatch(journey.service.state, entries, office.directory)
  }

  it('touches every lane when somebody joins, and counts only whole', async () => {
    const batch = await journey.seal('Chief', { act: 'grant', members: [office.person('Ida').id], body: {} })
    const entries = await Promise.all(batch.entries.map((entry) => verifyEntry(entry)))
    expect(entries.map(({ header }) => header.lane)).toEqual(['shared', 'office', 'identity'])
    expect((await judge(batch)).officers).toHaveLength(3)
    for (const missing of [1, 2]) {
      const part = { entries: batch.entries.filter((_, place) => place !== missing) }
      await expect(judge(part)).rejects.toThrow('rule.readers_out_of_date')
    }
    await expect(judge({ entries: batch.entries.slice(1) })).rejects.toThrow('chain.')
  })

  it('is one person, one day and one directory', async () => {
    const note = await journey.seal('Bo', say('Bo.', 'office'))
    const word = await journey.seal('Chief', say('Chief.'))
    await expect(judge(note, word)).rejects.toThrow('rule.unknown_author')
    journey.day += 1
    const later = await journey.seal('Bo', say('Later.'))
    journey.day -= 1
    await expect(judge(note, later)).rejects.toThrow('rule.batch')
    await expect(judge(note)).resolves.toBeDefined()
  })

  it('brings the service at most one share', async () => {
    const other = await aCase(office, { name: 'shares' })
    const before = other.service.state
    const first = await other.seal('Reporter', { act: 'grant', members: [office.person('Ida').id], body: {} })
    await accept(other.service, first, office)
    const second = await other.seal('Reporter', { act: 'remove', members: [office.person('Bo').id], body: {} })
    const both = [...first.entries, ...second.entries]
    const entries = await Promise.all(both.map((entry) => verifyEntry(entry)))
    expect(() => applyBatch(before, entries, office.directory)).toThrow('rule.batch')
  })

  it('is at most eight entries', async () => {
    const batch = await journey.seal('Bo', say('Again.'))
    await expect(judge(...Array.from({ length: 9 }, () => batch))).rejects.toThrow('rule.batch')
  })

  it('is refused when another was first, and made anew it is taken', async () => {
    const [mine, theirs] = [await journey.seal('Bo', say('Mine.')), await journey.seal('Chief', say('Theirs.'))]
    const note = await journey.seal('Bo', say('Behind.', 'office'))
    await accept(journey.service, theirs, office)
    await expect(accept(journey.service, mine, office)).rejects.toThrow('chain.wrong_sequence')
    await expect(accept(journey.service, note, office)).rejects.toThrow('chain.wrong_case_head')
    await accept(journey.service, await journey.seal('Bo', say('Mine.')), office)
  })

  it('cannot go back to an earlier day or directory', async () => {
    journey.day -= 1
    await expect(journey.seal('Bo', say('Yesterday.'))).rejects.toThrow('rule.day_went_back')
    journey.day += 1
    const before = office.directory
    await office.admit('Eve', 'investigator')
    await journey.does('Bo', say('Under the new head.'))
    const after = office.directory
    office.directory = { ...after, head: before.head, sequence: before.sequence, members: before.members }
    await expect(journey.seal('Bo', say('Under the old head.'))).rejects.toThrow('rule.directory_went_back')
    office.directory = after
  })

  it('moves the schedule only by an entry of the shared lane, and the release day not far', async () => {
    const moved = (days: number) => ({ ...say('Moved.'), schedule: { remind: 0, release: journey.day + days } })
    await expect(journey.seal('Bo', moved(131))).rejects.toThrow('rule.schedule')
    await expect(journey.seal('Bo', moved(-1))).rejects.toThrow('rule.schedule')
    await expect(journey.seal('Bo', { ...moved(10), lane: 'office' } as ReturnType<typeof moved>)).rejects.toThrow(
      'rule.schedule',
    )
    const remind = journey.service.state.remind
    await journey.does('Bo', moved(130))
    expect(journey.service.state).toMatchObject({ remind, release: journey.day + 130 })
  })
})

describe('a replaced case key', () => {
  it('is neither the old one, nor the address, nor an officer’s', async () => {
    const office = await anOffice({ Bo: 'officer' })
    const journey = await aCase(office)
    const first = journey.reporter
    const replace = (newKeys: typeof first) => ({ act: 'replace-key', newKeys, body: {} }) as const
    await expect(journey.seal('Reporter', replace(first))).rejects.toThrow('rule.new_key')
    const bo = {
      ...office.person('Bo').keys,
      who: 'reporter' as const,
      address: office.person('Bo').keys.signing.publicKey,
    }
    await expect(journey.seal('Reporter', replace(bo))).rejects.toThrow('rule.new_key')
    const second = await reporterKeys(dice('second')(16))
    await journey.does('Reporter', replace(second))
    await expect(journey.seal('Reporter', say('By the old key.'))).rejects.toThrow()
    journey.reporter = second
    await expect(journey.seal('Reporter', replace(first))).rejects.toThrow('rule.new_key')
    expect(journey.service.state.case).toEqual(first.address)
    expect(journey.service.state.reporterKey).toEqual(second.address)
  })
})
