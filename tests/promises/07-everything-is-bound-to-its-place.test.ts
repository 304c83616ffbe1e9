import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenedCase, openCase, openInboxLine, unwrapSecret, wrapSecret } from '../../crypto/index.ts'
import { sign } from '../../crypto/sodium/index.ts'
import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import {
  type AcceptedEntry,
  type Bytes,
  decodeHeader,
  decodeSeals,
  type EntryHeader,
  encodeHeader,
  encodeSeal,
  entryCore,
  receiptBytes,
  sha256,
} from '../../crypto/wire/index.ts'
import { deriveSecrets } from '../../src/service/secrets.ts'
import { aCase, type Journey, say } from '../crypto/support/case.ts'
import { anOffice, type Office as InventedOffice } from '../crypto/support/office.ts'
import { type Office, staffedOffice } from '../support/office.ts'
import { signIn } from '../support/officers.ts'
import { act, message, note, open, report, seal, send } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

describe('what is sent to the wrong place', () => {
  let server: Server
  let office: Office
  beforeAll(async () => {
    server = await startNode()
    office = await staffedOffice(server)
    for (const officer of office.people) await signIn(officer)
  })
  afterAll(() => server.stop())

  const refused = async (attempt: () => ReturnType<typeof send>): Promise<string | null> => {
    const before = await server.dump()
    const { code } = await attempt()
    expect(await server.dump()).toBe(before)
    return code
  }

  test('a reporter’s message does not land in another reporter’s case', async () => {
    const [mine, theirs] = [await report(office), await report(office)]
    const sealed = await seal(mine, mine.address, message('For my case.'))
    expect(await refused(() => send(theirs, theirs.address, sealed))).not.toBeNull()
    expect(await refused(() => send(office.chief, theirs.address, sealed))).not.toBeNull()
    expect((await open(office.chief, theirs.address)).entries).toHaveLength(2)
  })

  test('an officer’s note does not become a message to the reporter', async () => {
    const { address } = await report(office)
    await act(office.chief, address, note('Between us.'))
    const { entries } = await seal(office.chief, address, note('Between us too.'))
    const moved = entries.map((entry) => {
      const header = { ...decodeHeader(fromBase64url(entry.header)), lane: 'shared' as const }
      return { ...entry, header: toBase64url(encodeHeader(header)) }
    })
    expect(await refused(() => send(office.chief, address, { entries: moved }))).toBe('entry.bad_signature')
  })

  test('a message that another one overtook does not land behind it', async () => {
    const reporter = await report(office)
    const overtaken = await seal(reporter, reporter.address, message('First thought.'))
    await act(office.chief, reporter.address, message('We were quicker.'))
    expect(await refused(() => send(reporter, reporter.address, overtaken))).toBe('case.head_moved')
  })
})

/** The service and an officer work together: whatever they put together is signed, and has its receipt. */
describe('what an officer and the service forge between them', () => {
  let office: InventedOffice
  let journey: Journey
  let other: Journey
  beforeAll(async () => {
    office = await anOffice({ Bo: 'officer' })
    journey = await aCase(office)
    other = await aCase(office, { name: 'another case' })
    for (const each of [journey, other]) {
      await each.does('Chief', say('Looked into.'))
      await each.does('Bo', say('Between us.', 'office'))
    }
  })

  const entryOf = ({ service }: Journey, lane: string, sequence: number): AcceptedEntry => {
    const found = service.accepted.find(({ header }) => {
      const { lane: itsLane, sequence: itsSequence } = decodeHeader(header)
      return itsLane === lane && itsSequence === sequence
    })
    if (!found) throw new Error('There is no such entry')
    return found
  }

  /** A next entry of the shared lane by Bo, well signed and with a receipt, around a ciphertext that was made elsewhere. */
  async function forged(ciphertext: Bytes, changes: Partial<EntryHeader> = {}): Promise<AcceptedEntry> {
    const last = entryOf(journey, 'shared', 1)
    const { keys } = office.person('Bo')
    const header = encodeHeader({
      ...decodeHeader(last.header),
      sequence: 2,
      author: keys.signing.publicKey,
      previous: await sha256(await entryCore(last.header, last.ciphertext, last.seals)),
      ...changes,
    })
    const seals = new Uint8Array(0)
    const core = await entryCore(header, ciphertext, seals)
    const receipt = {
      case: journey.service.state.case,
      lane: 'shared',
      sequence: 2,
      hash: await sha256(core),
      day: journey.day,
    } as const
    return {
      ...{ header, ciphertext, seals },
      signature: sign(core, keys.signing.secretKey),
      receipt: { day: journey.day, signature: sign(receiptBytes(receipt), office.service.secretKey) },
    }
  }

  const shown = async (entry: AcceptedEntry): Promise<OpenedCase['entries'][number] | undefined> => {
    const opened = await journey.open('Chief', { entries: [...journey.service.accepted, entry] })
    expect(opened.broken).toBeNull()
    return opened.entries.find(({ lane, sequence }) => lane === 'shared' && sequence === 2)
  }

  const elsewhere: Readonly<Record<string, () => AcceptedEntry>> = {
    'of another case': () => entryOf(other, 'shared', 1),
    'of the other direction': () => entryOf(journey, 'shared', 0),
    'that stood there before': () => entryOf(journey, 'shared', 1),
    'of the office’s own lane': () => entryOf(journey, 'office', 0),
    'of the identity’s lane': () => entryOf(journey, 'identity', 0),
  }

  test.each(Object.entries(elsewhere))('a sealed text %s is shown as void and never as words', async (_, source) => {
    expect(await shown(await forged(source().ciphertext))).toMatchObject({ void: 'body.bad_key', body: null })
  })

  test('a sealed text of the right place stands, so that the others failed for their place alone', async () => {
    const batch = await journey.seal('Bo', say('Honest words.'))
    const raw = batch.entries[0] as AcceptedEntry
    const { bodyCommitment } = decodeHeader(raw.header)
    const again = await forged(raw.ciphertext, { bodyCommitment })
    expect(Buffer.from(again.header).equals(Buffer.from(raw.header))).toBe(true)
    expect(await shown(again)).toMatchObject({ void: null, body: { text: 'Honest words.' } })
  })

  test('the same text under another day, author or commitment is void', async () => {
    const raw = (await journey.seal('Bo', say('Honest words.'))).entries[0] as AcceptedEntry
    const { bodyCommitment } = decodeHeader(raw.header)
    const changes: Partial<EntryHeader>[] = [
      { bodyCommitment, day: journey.day + 1 },
      { bodyCommitment, directory: office.directory.head, remind: journey.day + 3 },
      { bodyCommitment: new Uint8Array(randomBytes(32)) },
    ]
    for (const change of changes) {
      expect((await shown(await forged(raw.ciphertext, change)))?.void).toBe('body.bad_key')
    }
  })

  test('an inbox line opens with the seal and the summary of its own case only', async () => {
    const { keys } = office.person('Bo')
    const lineOf = ({ service }: Journey) => {
      const seals = decodeSeals(entryOf({ service } as Journey, 'shared', 0).seals)?.seals ?? []
      const mine = seals.find(({ reader }) => Buffer.from(reader).equals(Buffer.from(keys.sealing.id)))
      if (!mine) throw new Error('Nothing is sealed to Bo')
      return { case: service.state.case, seal: encodeSeal(mine), summary: service.summary }
    }
    const [line, otherLine] = [lineOf(journey), lineOf(other)]
    expect(openInboxLine(keys, line)).toMatchObject({ title: 'Tender' })
    for (const part of ['case', 'seal', 'summary'] as const) {
      expect(() => openInboxLine(keys, { ...line, [part]: otherLine[part] }), part).toThrow(/seal\.bad|body\.bad_key/)
    }
    expect(() => openInboxLine(office.person('Chief').keys, line)).toThrow('seal.bad')
  })

  test('entries of another case between those of this one end the chain', async () => {
    const foreign = entryOf(other, 'shared', 1)
    const entries = journey.service.accepted.map((entry) => (entry === entryOf(journey, 'shared', 1) ? foreign : entry))
    const opened = await openCase(office.person('Bo').keys, { directory: office.directory, entries })
    expect(opened.broken).not.toBeNull()
    expect(opened.entries.some(({ sequence, lane }) => lane === 'shared' && sequence === 1)).toBe(false)
  })
})

test('an officer’s wrapped secret opens for this officer and this kind of key only', () => {
  const random = (length: number) => new Uint8Array(randomBytes(length))
  const [secret, key, me, another] = [random(32), random(32), random(16), random(16)]
  const wrapped = wrapSecret(secret, { by: 'passkey', key }, me, random)
  expect(unwrapSecret(wrapped, { by: 'passkey', key }, me)).toEqual(secret)
  expect(() => unwrapSecret(wrapped, { by: 'passkey', key }, another)).toThrow('secret.wrong_key')
  expect(() => unwrapSecret(wrapped, { by: 'kit', key }, me)).toThrow('secret.wrong_key')
  expect(() => unwrapSecret(wrapped, { by: 'passkey', key: random(32) }, me)).toThrow('secret.wrong_key')
})

test('the service’s part of an identity is worth nothing under another case or another installation', async () => {
  const random = (length: number) => new Uint8Array(randomBytes(length))
  const [secrets, others] = await Promise.all([deriveSecrets(random(32)), deriveSecrets(random(32))])
  const [address, share] = [random(32), random(32)]
  const wrapped = await secrets.wrap(address, share, random(12))
  expect(await secrets.unwrap(address, wrapped)).toEqual(share)
  await expect(secrets.unwrap(random(32), wrapped)).rejects.toThrow()
  await expect(others.unwrap(address, wrapped)).rejects.toThrow()
})
