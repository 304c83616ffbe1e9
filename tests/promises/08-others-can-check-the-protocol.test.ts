import { setImmediate } from 'node:timers/promises'
import { ml_kem768_x25519 as xwing } from '@noble/post-quantum/hybrid.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCase } from '../../crypto/index.ts'
import { decapsulate, encapsulate, sealingPair } from '../../crypto/sodium/index.ts'
import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import type { AcceptedEntry } from '../../crypto/wire/page.ts'
import type { FirstBatch } from '../../src/contract/entries.ts'
import { createClient } from '../support/client.ts'
import { openFirstEntry, pairsOf } from '../support/independent-reader.ts'
import { foundOffice, type Office } from '../support/office.ts'
import { random } from '../support/officers.ts'
import {
  newReporter,
  type Reporter,
  readEntries,
  readEntriesAsOfficer,
  report,
  sealReport,
} from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'
import { flipped } from '../support/tamper.ts'
import vectors from '../vectors/xwing-draft-10.json' with { type: 'json' }

let server: Server
let office: Office
let serviceKey: Uint8Array
beforeAll(async () => {
  server = await startNode()
  office = await foundOffice(server)
  serviceKey = fromBase64url((await createClient(server.origin).call('officeState')).serviceKey)
})
afterAll(() => server.stop())

const body = {
  type: 'report',
  kind: 'report',
  story: 'Les timbres sont achetés deux fois. الطوابع تُشترى مرتين. 邮票买了两次。🧾',
  place: 'Annex B',
}
const identity = { type: 'identity', name: 'Amina Example' }

describe('a reader written by somebody else from the text of the protocol', () => {
  let reporter: Reporter
  beforeAll(async () => {
    reporter = await report(office, { body, identity })
  })

  test('opens with the case key what the service gives the reporter', async () => {
    const entries = ((await readEntries(reporter)) ?? []).toReversed()
    const me = pairsOf(reporter.caseKey, 'case')
    expect(toBase64url(new Uint8Array(me.address))).toBe(toBase64url(reporter.address))
    expect(entries.map((entry) => openFirstEntry(entry, me, serviceKey).fields)).toEqual([body, identity])
  })

  test('opens with an officer’s secret what the service gives the officer, and the identity not', async () => {
    const [shared, sealedIdentity] = (await readEntriesAsOfficer(office.chief, reporter.address)) as [
      AcceptedEntry,
      AcceptedEntry,
    ]
    const me = pairsOf(office.chief.secret, 'officer')
    const { fields, header } = openFirstEntry(shared, me, serviceKey)
    expect(fields).toEqual(body)
    expect(header).toMatchObject({ lane: 1, sequence: 0, epoch: 0, kind: 1, members: [] })
    expect(() => openFirstEntry(sealedIdentity, me, serviceKey)).toThrow('another key')
  })

  test('opens nothing with another key', async () => {
    const entries = (await readEntries(reporter)) ?? []
    const stranger = pairsOf(random(16), 'case')
    for (const entry of entries) expect(() => openFirstEntry(entry, stranger, serviceKey)).toThrow('nothing is sealed')
  })
})

describe('the post-quantum seal', () => {
  test.each(vectors)('gives what its authors published for the seed $seed', ({ seed, eseed, ss }) => {
    const pair = sealingPair(new Uint8Array(Buffer.from(seed, 'hex')))
    const { ciphertext, shared } = encapsulate(pair.publicKey, new Uint8Array(Buffer.from(eseed, 'hex')))
    expect(Buffer.from(shared).toString('hex')).toBe(ss)
    expect(Buffer.from(decapsulate(ciphertext, pair.secretKey)).toString('hex')).toBe(ss)
  })

  test('is the same in two implementations, for two hundred random seeds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 96, maxLength: 96 }), async (drawn) => {
        // The service runs in this process too and has connections to look after.
        await setImmediate()
        const [seed, eseed] = [new Uint8Array(drawn.slice(0, 32)), new Uint8Array(drawn.slice(32))]
        const [ours, theirs] = [sealingPair(seed), xwing.keygen(seed)]
        const sealed = encapsulate(ours.publicKey, eseed)
        const { cipherText, sharedSecret } = xwing.encapsulate(theirs.publicKey, eseed)
        return [
          [ours.publicKey, theirs.publicKey],
          [sealed.ciphertext, cipherText],
          [sealed.shared, sharedSecret],
          [
            xwing.decapsulate(sealed.ciphertext, theirs.secretKey),
            decapsulate(new Uint8Array(cipherText), ours.secretKey),
          ],
        ].every(([one, other]) => Buffer.from(one as Uint8Array).equals(Buffer.from(other as Uint8Array)))
      }),
      { numRuns: 200 },
    )
  })
})

describe('one bit turned', () => {
  /** Places to turn a bit: everywhere in what is short, and with a stride that meets every part in what is long. */
  const places = (length: number): number[] => {
    const stride = length < 1_000 ? 1 : 331
    return Array.from({ length: Math.ceil(length / stride) }, (_, step) => step * stride).concat(length - 1)
  }

  test('anywhere in a sealed report is refused by the service, which stores nothing', async () => {
    const reporter = await newReporter(server.origin)
    const batch = await sealReport(reporter)
    const before = await server.dump()
    const passed: string[] = []
    let tried = 0
    const attempt = async (what: string, spoilt: FirstBatch) => {
      tried += 1
      const { status } = await reporter.client.ask('submitReport', { body: spoilt })
      if (status < 400) passed.push(what)
    }
    for (const [index, entry] of batch.entries.entries()) {
      for (const part of ['header', 'ciphertext', 'seals', 'signature'] as const) {
        for (const at of places(fromBase64url(entry[part]).length)) {
          const entries = batch.entries.with(index, { ...entry, [part]: flipped(entry[part], at) })
          await attempt(`${part} ${index} at ${at}`, { ...batch, entries })
        }
      }
    }
    for (const at of places(644)) await attempt(`summary at ${at}`, { ...batch, summary: flipped(batch.summary, at) })
    for (const at of places(32))
      await attempt(`share at ${at}`, { ...batch, serviceShare: flipped(batch.serviceShare, at) })
    expect(tried).toBeGreaterThan(1_000)
    expect(passed).toEqual([])
    expect(await server.dump()).toBe(before)
    expect((await reporter.client.ask('submitReport', { body: batch })).status).toBe(201)
  })

  test('anywhere in an accepted entry is seen by its reader', async () => {
    const reporter = await report(office, { body, identity })
    const entries = ((await readEntries(reporter)) ?? []).toReversed()
    const [first, second] = entries as [AcceptedEntry, AcceptedEntry]
    const directory = await office.directory()
    expect((await openCase(reporter.keys, { directory, entries })).broken).toBeNull()
    for (const part of ['header', 'ciphertext', 'seals', 'signature'] as const) {
      for (const at of places(first[part].length).filter((_, step) => step % 9 === 0)) {
        const bent = { ...first, [part]: fromBase64url(flipped(toBase64url(first[part]), at)) }
        const opened = await openCase(reporter.keys, { directory, entries: [bent, second] })
        expect(opened.broken, `${part} at ${at}`).not.toBeNull()
        expect(opened.entries.some((entry) => entry.body?.story)).toBe(false)
      }
    }
  })
})
