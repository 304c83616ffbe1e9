import { beforeAll, describe, expect, it } from 'vitest'
import { seal } from '../../crypto/case/seal.ts'
import { type AppendBatch, openCase } from '../../crypto/index.ts'
import { sign } from '../../crypto/sodium/index.ts'
import { type Bytes, decodeSeals, encodeSeals, entryCore } from '../../crypto/wire/index.ts'
import { aCase, accept, type Journey, say } from './support/case.ts'
import { dice } from './support/dice.ts'
import { anOffice, type Office } from './support/office.ts'

/** An author who alters what their own program made, and signs it again. */
async function bend(
  batch: AppendBatch,
  place: number,
  secretKey: Bytes,
  change: (seals: Bytes) => Bytes,
): Promise<AppendBatch> {
  const entries = await Promise.all(
    batch.entries.map(async (entry, at) => {
      if (at !== place) return entry
      const seals = change(entry.seals)
      const core = await entryCore(entry.header, entry.ciphertext, seals)
      return { ...entry, seals, signature: sign(core, secretKey) }
    }),
  )
  return { entries, ...(batch.shareMask && { shareMask: batch.shareMask }) }
}

describe('a chief who makes seals that do not open', () => {
  let office: Office
  let journey: Journey
  const bo = () => office.person('Bo')
  beforeAll(async () => {
    office = await anOffice({ Bo: 'officer', Dee: 'officer' })
    journey = await aCase(office)
  })

  it('is exposed by every other reader', async () => {
    const removal = { act: 'remove', members: [office.person('Dee').id], body: {} } as const
    const batch = await journey.seal('Chief', removal)
    const bent = await bend(batch, 0, office.person('Chief').keys.signing.secretKey, (bytes) => {
      const block = decodeSeals(bytes)
      if (!block) throw new Error('the entry has no seals')
      const seals = block.seals.map((seal) =>
        Buffer.from(seal.reader).equals(bo().keys.sealing.id) ? { ...seal, sealed: dice('rubbish')(48) } : seal,
      )
      return encodeSeals({ ...block, seals })
    })
    // The identity entry of the batch names the entry before by its hash, so the service refuses the bent pair.
    await expect(accept(structuredClone(journey.service), bent, office)).rejects.toThrow('chain.wrong_case_head')

    const grant = { act: 'grant', members: [office.person('Dee').id], body: {} } as const
    await journey.does('Chief', removal)
    const granted = await journey.seal('Chief', grant)
    const last = granted.entries.length - 1
    const bentGrant = await bend(granted, last, office.person('Chief').keys.signing.secretKey, (bytes) => {
      const block = decodeSeals(bytes)
      if (!block) throw new Error('the entry has no seals')
      return encodeSeals({ ...block, seals: block.seals.map((seal) => ({ ...seal, kemCiphertext: dice('ct')(1120) })) })
    })
    await accept(journey.service, bentGrant, office)
    const found = [{ lane: 'identity', sequence: 2, reader: office.person('Dee').id }]
    expect((await journey.open('Bo')).badSeals).toEqual(found)
    expect((await journey.open('Chief')).badSeals).toEqual(found)
  })

  it('hides from the person nothing that older seals open', async () => {
    const opened = await journey.open('Dee')
    expect(opened.secrets.identity.part).toBeNull()
    expect(opened.entries[0]?.body?.type).toBe('report')
    await journey.does('Bo', say('Can you read this?'))
    expect((await journey.open('Dee')).entries.at(-1)?.body?.text).toBe('Can you read this?')
  })

  it('leaves a note that its reader cannot open marked as such', async () => {
    const batch = await journey.seal('Chief', { act: 'say', lane: 'office', body: { type: 'note', text: 'Hidden.' } })
    const bent = await bend(batch, batch.entries.length - 1, office.person('Chief').keys.signing.secretKey, (bytes) => {
      const block = decodeSeals(bytes)
      if (!block) throw new Error('the entry has no seals')
      return encodeSeals({ ...block, seals: block.seals.map((seal) => ({ ...seal, sealed: dice('rubbish')(48) })) })
    })
    await accept(journey.service, bent, office)
    const opened = await openCase(bo().keys, { directory: office.directory, entries: journey.service.accepted })
    expect(opened.entries.at(-1)).toMatchObject({ lane: 'office', body: null, void: 'seal.bad' })
  })

  it('cannot seal one key to one reader and another to the next', async () => {
    const fresh = await aCase(office, { name: 'two keys' })
    const batch = await fresh.seal('Chief', { act: 'say', lane: 'office', body: { type: 'note', text: 'Two keys.' } })
    const { id, publicKey: sealingKey } = bo().keys.sealing
    const place = { case: fresh.reporter.address, lane: 'office', epoch: 0 } as const
    const wrong = seal(dice('another key')(32), place, { id, sealingKey })
    const bent = await bend(batch, 0, office.person('Chief').keys.signing.secretKey, (bytes) => {
      const block = decodeSeals(bytes)
      if (!block) throw new Error('the entry has no seals')
      const seals = block.seals.map((one) => (Buffer.from(one.reader).equals(id) ? wrong : one))
      return encodeSeals({ ...block, seals })
    })
    await accept(fresh.service, bent, office)
    const opened = await fresh.open('Bo')
    expect(opened.entries.at(-1)).toMatchObject({ lane: 'office', body: null, void: 'seal.bad' })
    expect(opened.secrets.office.keys.size).toBe(0)
    expect((await fresh.open('Chief')).badSeals).toEqual([{ lane: 'office', sequence: 0, reader: bo().id }])
  })
})
