import { beforeEach, describe, expect, it } from 'vitest'
import type { NamedFile } from '../../crypto/wire/index.ts'
import { applyEntry } from '../../crypto/wire/index.ts'
import { aCase, accept, type Journey } from './support/case.ts'
import { dice } from './support/dice.ts'
import { forge } from './support/forge.ts'
import { anOffice, type Office, today } from './support/office.ts'

const named = (name: string, chunks = 4): NamedFile => ({ hash: dice(name)(32), chunks })
const broken = expect.objectContaining({ code: 'rule.files' })

describe('files that entries bring', () => {
  let office: Office
  let journey: Journey
  beforeEach(async () => {
    office = await anOffice({ Bo: 'officer' })
    journey = await aCase(office)
  })

  const brings = (who: string, files: readonly NamedFile[], lane: 'shared' | 'office' | 'identity' = 'shared') =>
    journey.does(who, { act: 'say', lane, body: { type: 'message', text: 'See the file.' }, files })

  it('are seen by both sides as their author signed them', async () => {
    await brings('Reporter', [named('letter'), named('photo', 16)])
    await brings('Bo', [named('annex')])
    await brings('Reporter', [named('contract')], 'identity')
    for (const who of ['Reporter', 'Chief']) {
      const { entries } = await journey.open(who)
      expect(entries.flatMap(({ files }) => files)).toEqual([
        named('letter'),
        named('photo', 16),
        named('annex'),
        named('contract'),
      ])
    }
  })

  it('come at most thirty-two at once, none twice, in sizes that padding leaves', async () => {
    const many = Array.from({ length: 33 }, (_, place) => named(`file ${place}`))
    await expect(brings('Reporter', many)).rejects.toThrow(RangeError)
    await brings('Reporter', many.slice(1))
    await expect(brings('Reporter', [named('a'), named('a')])).rejects.toEqual(broken)
    for (const chunks of [0, 9, 16_385, 18_432]) {
      await expect(brings('Reporter', [named('a', chunks)])).rejects.toEqual(broken)
    }
  })

  it('fill a case from neither side, and no side’s room is the other’s', async () => {
    await brings('Reporter', [named('film', 16_384), named('sound', 2048)])
    await expect(brings('Reporter', [named('one more', 1)])).rejects.toEqual(broken)
    await expect(brings('Reporter', [named('one more', 1)], 'identity')).rejects.toEqual(broken)
    await brings('Bo', [named('report', 16_384)])
    await brings('Chief', [named('annex', 2048)], 'office')
    await expect(brings('Chief', [named('another', 1)])).rejects.toEqual(broken)
  })

  it('come with words alone: no grant, removal or opening brings any', async () => {
    const { state } = journey.service
    const at = office.directory.at(office.directory.head)
    if (!at) throw new Error('the directory does not know its head')
    const chief = office.person('Chief').keys.signing.publicKey
    const attempt = { author: chief, lane: 'shared', mode: null, members: [], byReporter: false } as const
    const say = forge({ ...attempt, kind: 'entry' }, state, at, today)
    say.header.files = [named('letter')]
    expect(applyEntry(state, say, office.directory).fileChunks).toEqual({ reporter: 0, office: 4 })
    const opening = forge({ ...attempt, kind: 'identity-opened' }, state, at, today)
    opening.header.files = [named('letter')]
    expect(() => applyEntry(state, opening, office.directory)).toThrow('rule.files')
  })

  it('are signed for: a file put into a header afterwards is no longer the author’s', async () => {
    const batch = await journey.seal('Reporter', {
      act: 'say',
      lane: 'shared',
      body: { type: 'message', text: 'See the file.' },
      files: [named('letter')],
    })
    const [entry] = batch.entries
    if (!entry) throw new Error('nothing was sealed')
    const header = entry.header.slice()
    header[header.length - 10] = (header[header.length - 10] as number) ^ 1
    const forged = { ...batch, entries: [{ ...entry, header }] }
    await expect(accept(journey.service, forged, office)).rejects.toEqual(
      expect.objectContaining({ code: 'entry.bad_signature' }),
    )
  })
})
