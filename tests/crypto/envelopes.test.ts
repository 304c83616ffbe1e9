import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openingStream, type SealedBytes, sealEnvelope } from '../../crypto/index.ts'
import {
  type Bytes,
  carriedFiles,
  concat,
  decodeEnvelope,
  decodeHeader,
  type Envelope,
  encodeEnvelope,
  hasReader,
  limits,
  type NamedFile,
  sha256,
  sizes,
  tag,
  utf8,
  verifyEntry,
  withId,
} from '../../crypto/wire/index.ts'
import { limits as contractLimits } from '../../src/contract/limits.ts'
import { dayNumber, dayOf } from '../../src/domain/days.ts'
import { headquarters } from '../../src/domain/headquarters.ts'
import { firstSchedule } from '../../src/domain/schedule.ts'
import { readEnvelopeIndependently } from '../support/independent-envelope.ts'
import { openFirstEntry, pairsOf } from '../support/independent-reader.ts'
import { openStream } from '../support/independent-stream.ts'
import {
  aJourney,
  aSealedFile,
  identity,
  type Journey,
  lastWords,
  release,
  report,
  say,
  submissionOf,
} from './support/case.ts'
import { dice } from './support/dice.ts'
import { bitsOf, flip } from './support/flip.ts'
import { anOffice, type Office, today } from './support/office.ts'

/** A file that was handed in on a day. */
async function handedIn(
  office: Office,
  sealed: Awaited<ReturnType<typeof aSealedFile>>,
  day: number,
): Promise<Journey> {
  const envelope = await decodeEnvelope(sealed.file)
  return aJourney(office, sealed.caseKey, envelope, sealed.random, day)
}

/** The bytes with a hash behind them that fits. */
const rehashed = async (part: Bytes): Promise<Bytes> => concat(part, await sha256(tag('envelope'), part))

describe('a file that was sealed without a connection', () => {
  let office: Office
  let sealed: Awaited<ReturnType<typeof aSealedFile>>
  beforeAll(async () => {
    office = await anOffice({ Bo: 'officer', Sub: 'substitute' })
    sealed = await aSealedFile(office)
  })

  it('holds a first submission for its office, with what goes beside it', async () => {
    const envelope = await decodeEnvelope(sealed.file)
    expect(envelope.fingerprint).toEqual(office.directory.fingerprint)
    const [shared, other] = await Promise.all(envelope.entries.map((entry) => verifyEntry(entry)))
    expect(shared?.header).toMatchObject({ lane: 'shared', day: today, remind: 0, release: 0, files: [] })
    expect(other?.header.lane).toBe('identity')
    expect(Object.keys(envelope.held)).toEqual(['shared', 'identity'])
  })

  it('says so to whoever reads the protocol and nothing of ours', async () => {
    const { held, ...envelope } = await decodeEnvelope(sealed.file)
    expect(readEnvelopeIndependently(sealed.file)).toEqual({
      ...envelope,
      heldShared: held.shared,
      heldIdentity: held.identity,
    })
    const { service } = await handedIn(office, sealed, today)
    const [entry] = service.accepted
    if (!entry) throw new Error('nothing was accepted')
    const opened = openFirstEntry(entry, pairsOf(sealed.caseKey, 'case'), office.service.publicKey)
    expect(opened.fields).toMatchObject(report)
  })

  it('is read again as it was written, whatever its parts are', async () => {
    const bytes = (minLength: number, maxLength = minLength) =>
      fc.uint8Array({ minLength, maxLength }).map((any) => new Uint8Array(any))
    const entry = fc.record({
      header: bytes(0, 99),
      ciphertext: bytes(0, 99),
      seals: bytes(0, 99),
      signature: bytes(64),
    })
    const any: fc.Arbitrary<Envelope> = fc.record({
      fingerprint: bytes(32),
      entries: fc.tuple(entry, entry),
      serviceShare: bytes(32),
      summary: bytes(644),
      held: fc.record({ shared: bytes(1, 99), identity: bytes(1, 99) }, { requiredKeys: [] }),
      files: bytes(0, 99),
    })
    await fc.assert(
      fc.asyncProperty(any, async (envelope) => {
        expect(await decodeEnvelope(await encodeEnvelope(envelope))).toEqual(envelope)
      }),
    )
  })

  it('is known to be damaged when any bit of it has changed, or bytes are missing or too many', async () => {
    const bits = bitsOf(sealed.file).filter((_, place) => place % 101 === 0 || place < 300)
    for (const bit of bits) {
      await expect(decodeEnvelope(flip(sealed.file, bit)), `bit ${bit}`).rejects.toThrow('envelope.malformed')
    }
    const { file } = sealed
    for (const bytes of [file.slice(1), file.slice(0, -1), concat(file, dice('more')(1)), file.slice(0, 32)]) {
      await expect(decodeEnvelope(bytes)).rejects.toThrow('envelope.malformed')
    }
  })

  it('is refused with a hash that fits bytes that do not, and told apart from one of a later version', async () => {
    const part = sealed.file.slice(0, -32)
    await expect(decodeEnvelope(await rehashed(part.slice(0, -1)))).rejects.toThrow('envelope.malformed')
    await expect(decodeEnvelope(await rehashed(concat(part, dice('more')(1))))).rejects.toThrow('envelope.malformed')
    await expect(decodeEnvelope(await rehashed(part.with(0, 3)))).rejects.toThrow('envelope.version')
  })

  it('has no more bytes than the limit, with bodies as long as they may be and 64 readers', async () => {
    const most = { header: 4096, ciphertext: 262_184, seals: 1 + 2 + 48 + 2 + 64 * 1200, signature: 64 }
    const entry = Object.fromEntries(Object.entries(most).map(([name, size]) => [name, new Uint8Array(size)]))
    const block = new Uint8Array(2 + 64 * 1200)
    const file = await encodeEnvelope({
      ...(await decodeEnvelope(sealed.file)),
      entries: [entry, entry] as unknown as Envelope['entries'],
      held: { shared: block, identity: block },
    })
    expect(file.length).toBe(limits.envelope)
  })
})

describe('a file that brings others along', () => {
  const contents = [utf8('The list of stamps.'), new Uint8Array(150_000).fill(7)]
  let office: Office
  let sealed: Awaited<ReturnType<typeof aSealedFile>>
  beforeAll(async () => {
    office = await anOffice({ Bo: 'officer' })
    sealed = await aSealedFile(office, { contents })
  })
  const named = async () => {
    const { entries, files } = await decodeEnvelope(sealed.file)
    return { files, named: decodeHeader(entries[0].header).files }
  }

  it('holds them sealed as any file is, padded, under keys that only the body tells', async () => {
    const { files, named: list } = await named()
    // A copy would be much of what a small runtime has.
    expect(files.buffer).toBe(sealed.file.buffer)
    expect(list).toEqual(sealed.files.map(({ hash, chunks }) => ({ hash, chunks })))
    expect(files.length).toBe(list.reduce((sum, { chunks }) => sum + chunks, 0) * sizes.sealedChunk)
    const carried = await carriedFiles(files, list)
    for (const [place, { parts }] of carried.entries()) {
      const { key, size, chunks } = sealed.files[place] as (typeof sealed.files)[number]
      const stream = openingStream(key, { size, chunks })
      expect(concat(...parts.map(({ bytes }) => stream(bytes)))).toEqual(contents[place])
    }
  })

  it('says so to whoever reads the protocol and nothing of ours', async () => {
    const { held, ...envelope } = await decodeEnvelope(sealed.file)
    const blocks = { heldShared: new Uint8Array(0), heldIdentity: new Uint8Array(0) }
    expect(held).toEqual({})
    expect(readEnvelopeIndependently(sealed.file)).toEqual({ ...envelope, ...blocks })
    const [first] = sealed.files
    const chunk = envelope.files.slice(0, sizes.sealedChunk)
    expect(new Uint8Array(openStream(first?.key ?? chunk, [chunk])).slice(0, first?.size)).toEqual(contents[0])
  })

  it('is of the first version where it brings none, and never of the second', async () => {
    const { file } = await aSealedFile(office)
    expect([file[0], sealed.file[0]]).toEqual([1, 2])
    const bare = concat(file.slice(0, -32).with(0, 2), new Uint8Array(4))
    await expect(decodeEnvelope(await rehashed(bare))).rejects.toThrow('envelope.malformed')
    await expect(decodeEnvelope(await rehashed(sealed.file.slice(0, -32).with(0, 1)))).rejects.toThrow(
      'envelope.malformed',
    )
  })

  it('is known to be damaged when any bit of it has changed, or bytes are missing or too many', async () => {
    const bits = bitsOf(sealed.file).filter((_, place) => place % 40_009 === 0)
    for (const bit of bits) {
      await expect(decodeEnvelope(flip(sealed.file, bit)), `bit ${bit}`).rejects.toThrow('envelope.malformed')
    }
    const part = sealed.file.slice(0, -32)
    for (const length of [1, 40, 65_553, part.length - 500]) {
      const cut = part.slice(0, -length)
      await expect(decodeEnvelope(sealed.file.slice(0, -length))).rejects.toThrow('envelope.malformed')
      await expect(decodeEnvelope(await rehashed(cut))).rejects.toThrow('envelope.malformed')
    }
    await expect(decodeEnvelope(await rehashed(concat(part, dice('more')(1))))).rejects.toThrow('envelope.malformed')
  })

  it('holds those that its headers name, in their order, whole, and no more', async () => {
    const { files, named: list } = await named()
    const [first, second] = list as [NamedFile, NamedFile]
    const wrong: [Bytes, NamedFile[]][] = [
      [files, [second, first]],
      [files, [first]],
      [files, [...list, first]],
      [files, []],
      [files, [first, { ...second, chunks: second.chunks - 1 }]],
      [files.slice(0, -1), list],
      [concat(files, files.slice(0, sizes.sealedChunk)), [...list, first]],
      [flip(files, 8 * sizes.sealedChunk), list],
      [new Uint8Array(0), list],
    ]
    for (const [bytes, those] of wrong) await expect(carriedFiles(bytes, those)).rejects.toThrow('envelope.malformed')
    expect(await carriedFiles(new Uint8Array(0), [])).toEqual([])
  })

  it('takes as much as the limit, and says so where it would be more', async () => {
    const sealedOf = (count: number): SealedBytes[] => [
      { hash: dice('hash')(32), chunks: count, sealed: new Uint8Array(count * sizes.sealedChunk) },
    ]
    const { schedule: _, identity: __, ...submission } = submissionOf(office, dice('key')(16), dice('a'))
    const seal = (files: SealedBytes[]) => sealEnvelope({ ...submission, files }, dice('b'))
    const { files } = await decodeEnvelope(await seal(sealedOf(limits.envelopeChunks)))
    expect(files.length).toBe(limits.envelopeChunks * sizes.sealedChunk)
    await expect(seal(sealedOf(limits.envelopeChunks + 1))).rejects.toThrow('file.too_large')
    const many = Array.from({ length: limits.files + 1 }, () => sealedOf(1)).flat()
    await expect(seal(many)).rejects.toThrow('file.too_large')
    const most = contractLimits.envelope
    expect(most).toBe(limits.envelope + 4 + limits.envelopeChunks * sizes.sealedChunk)
    await expect(decodeEnvelope(new Uint8Array(most + 1))).rejects.toThrow('envelope.malformed')
  })
})

describe('a case that came as a file', () => {
  const late = today + 40

  it('opens to its reporter and its readers, as any other', async () => {
    const office = await anOffice({ Bo: 'officer' })
    const journey = await handedIn(office, await aSealedFile(office), late)
    for (const who of ['Reporter', 'Chief', 'Bo']) {
      const opened = await journey.open(who)
      expect(opened).toMatchObject({ broken: null, badSeals: [] })
      expect(opened.entries.find(({ lane }) => lane === 'shared')?.body).toMatchObject(report)
    }
  })

  it('is never read by whom the reporter excluded', async () => {
    const office = await anOffice({ Bo: 'officer' })
    const journey = await handedIn(office, await aSealedFile(office, { excluded: ['Bo'] }), late)
    expect((await journey.open('Bo')).entries.map(({ body }) => body)).toEqual([null, null])
  })

  it('has limits that lie a fixed number of days behind its receipt, which no change of the rules moves', async () => {
    const office = await anOffice({ Bo: 'officer', Sub: 'substitute' })
    const journey = await handedIn(office, await aSealedFile(office), late)
    const days = { remind: late + 6, release: late + 10 }
    expect(journey.service.state).toMatchObject(days)
    for (const who of ['Reporter', 'Bo']) expect((await journey.open(who)).state).toMatchObject(days)
    expect(await release(journey.service, office, days.release)).toEqual([])
    await release(journey.service, office, days.release + 1)
    expect(await journey.open('Sub')).toMatchObject({ broken: null })
    expect((await journey.open('Bo')).entries.every((entry) => entry.void === null)).toBe(true)
  })

  it('never opens to a substitute on a day that the model rules still leave to the office', () => {
    const later = (received: number) => {
      const { remind, release: limit } = firstSchedule(dayOf(received), headquarters)
      return [dayNumber(remind) - received, dayNumber(limit) - received] as const
    }
    const spans = Array.from({ length: 3_000 }, (_, place) => later(dayNumber('2025-01-01') + place))
    expect(Math.max(...spans.map(([remind]) => remind))).toBe(limits.remindAfter)
    expect(Math.max(...spans.map(([, limit]) => limit))).toBe(limits.releaseAfter)
  })

  it('is set right by whoever writes next, where a reader left and another came', async () => {
    const office = await anOffice({ Bo: 'officer', Ida: 'officer' })
    const sealed = await aSealedFile(office)
    await office.retire('Ida')
    await office.admit('Una', 'officer')
    await office.rekey('Bo')
    const journey = await handedIn(office, sealed, late)
    expect(hasReader(journey.service.state, office.directory)).toBe(true)
    await journey.does('Chief', say('We have it.'))
    expect(lastWords(await journey.open('Reporter'), 'shared')).toBe('We have it.')
    expect(lastWords(await journey.open('Bo'), 'shared')).toBe('We have it.')
    const members = journey.service.state.officers.map((id) => withId(office.directory.members, id)?.label)
    expect(members).toEqual(['Chief', 'Bo'])
  })

  it('has nobody to read it where all its readers left or have other keys', async () => {
    const office = await anOffice({ Bo: 'officer' })
    const sealed = await aSealedFile(office, { excluded: ['Chief'] })
    const { service } = await handedIn(office, sealed, late)
    expect(hasReader(service.state, office.directory)).toBe(true)
    await office.rekey('Bo')
    expect(hasReader(service.state, office.directory)).toBe(false)
    await office.retire('Bo')
    expect(hasReader(service.state, office.directory)).toBe(false)
  })

  it('gets a new identity key before anybody says who they are, since the share of the first was in the file', async () => {
    const office = await anOffice({ Bo: 'officer' })
    const journey = await handedIn(office, await aSealedFile(office), late)
    const share = journey.service.share
    await journey.does('Reporter', { act: 'say', lane: 'identity', body: identity })
    expect(journey.service.verified.slice(2).map(({ header: { lane, kind } }) => `${lane} ${kind}`)).toEqual([
      'identity rekey',
      'identity entry',
    ])
    await journey.does('Bo', { act: 'open-identity', body: { type: 'identity-opened', reason: 'A threat.' } })
    const named = async (identityShare: Bytes) =>
      (await journey.open('Bo', { identityShare })).entries.find(({ body }) => body?.name)?.body?.name
    expect(await named(journey.service.share)).toBe('Amina Example')
    expect(await named(share)).toBeUndefined()
  })
})
