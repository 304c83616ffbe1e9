import { describe, expect, test } from 'vitest'
import { type Bytes, concat } from '../../crypto/wire/bytes.ts'
import { decodeEnvelope, type Envelope, encodeEnvelope } from '../../crypto/wire/envelope.ts'
import { limits } from '../../src/contract/limits.ts'
import { dayNumber } from '../../src/domain/days.ts'
import { languages } from '../../src/domain/languages/index.ts'
import { receiptCode } from '../../src/domain/receipt-code.ts'
import { bytesOf } from '../../src/service/json.ts'
import { createClient } from '../support/client.ts'
import { openFile, type SealedFile, sealFile as sealEvidence } from '../support/files.ts'
import { admit, directoryOf, join, state } from '../support/office.ts'
import { random, signIn } from '../support/officers.ts'
import { act, message, newReporter, open, sealFile, sealReport } from '../support/reporters.ts'
import { expectRefusal, onBoth } from './both.ts'

onBoth('a file that was sealed without a connection', (stage) => {
  const somebody = () => newReporter(stage.server.origin)
  const carrier = () => createClient(stage.server.origin)
  const asked = (file: Bytes) => carrier().ask('handIn', { body: file })
  const today = async () => dayNumber((await carrier().call('officeState')).day)

  /** What a browser sends for the form, and the page that comes back. */
  const byForm = async (file: Bytes | null, headers: Record<string, string> = {}, language = 'en', more = '') => {
    const form = new FormData()
    if (file) form.append('file', new Blob([file]), 'file.bin')
    if (more) form.append('words', more)
    const made = new Response(form)
    const sent = { 'content-type': made.headers.get('content-type') ?? '', origin: 'null', ...headers }
    const body = await made.bytes()
    const answer = await carrier().send('POST', `/${language}/hand-in/`, { headers: sent, body })
    return { ...answer, html: new TextDecoder().decode(answer.bytes) }
  }

  test('becomes a case when it is handed in, whose limits begin on that day, and opens with its key and in the office', async () => {
    const reporter = await somebody()
    const now = await today()
    const { status, answer, headers } = await asked(await sealFile(reporter, { day: now - 89 }))
    expect(status).toBe(201)
    expect(answer.receipts.map(({ lane, day }) => [lane, dayNumber(day)])).toEqual([
      ['shared', now],
      ['identity', now],
    ])
    expect(headers.getSetCookie()).toEqual([])
    for (const reader of [reporter, stage.office.chief]) {
      const opened = await open(reader, reporter.address)
      expect(opened).toMatchObject({ broken: null, state: { remind: now + 6, release: now + 10 } })
      expect(opened.entries[0]?.body).toMatchObject({ type: 'report' })
    }
    await act(stage.office.chief, reporter.address, message('We have it.'))
    expect((await open(reporter, reporter.address)).entries.at(-1)?.body?.text).toBe('We have it.')
  })

  test('gives the same receipts when it is handed in again, whichever way, and there is one case', async () => {
    const file = await sealFile(await somebody())
    const first = await asked(file)
    const before = await stage.server.dump()
    const [again, page] = [await asked(file), await byForm(file)]
    expect([again.status, again.answer, page.status]).toEqual([200, first.answer, 200])
    expect(page.html).toContain(receiptCode(bytesOf(first.answer.receipts[0]?.hash ?? '')))
    expect(await stage.server.dump()).toBe(before)
  })

  describe('is refused, and nothing is kept of it,', () => {
    const refused = async (file: Bytes, code: string, status: number) => {
      await expectRefusal(stage.server, code, status, () => asked(file))
      const page = await byForm(file)
      expect([page.status, page.html]).toEqual([
        status,
        expect.stringContaining(`<bdi data-place="code">${code}</bdi>`),
      ])
    }

    test('when it was altered or cut on its way', async () => {
      const file = await sealFile(await somebody())
      const at = Math.floor(file.length / 2)
      await refused(file.with(at, (file[at] ?? 0) ^ 1), 'envelope.malformed', 400)
      await refused(file.slice(0, -1), 'envelope.malformed', 400)
      await refused(concat(file, random(1)), 'envelope.malformed', 400)
      await refused(random(5_000), 'envelope.malformed', 400)
    })

    test('when somebody changed what was signed and made the hash fit', async () => {
      const envelope = await decodeEnvelope(await sealFile(await somebody()))
      const [shared, identity] = envelope.entries
      const bent = shared.ciphertext.with(100, (shared.ciphertext[100] ?? 0) ^ 1)
      const forged = { ...envelope, entries: [{ ...shared, ciphertext: bent }, identity] as const }
      await refused(await encodeEnvelope(forged), 'entry.bad_signature', 400)
      await refused(await encodeEnvelope({ ...envelope, serviceShare: random(32) }), 'share.bad', 400)
      const held = envelope.held.shared ?? random(1202)
      await refused(await encodeEnvelope({ ...envelope, held: { identity: held } }), 'held.bad', 400)
    })

    test('when it is for another office', async () => {
      const envelope = await decodeEnvelope(await sealFile(await somebody()))
      await refused(await encodeEnvelope({ ...envelope, fingerprint: random(32) }), 'envelope.foreign', 400)
      const directory = { ...(await directoryOf(carrier())), head: random(32), at: () => null }
      const strange = await sealFile(await somebody(), { directory }).catch(() => null)
      expect(strange).toBeNull()
    })

    test('when it is older than ninety days, or of a day that has not come', async () => {
      const now = await today()
      await refused(await sealFile(await somebody(), { day: now - 91 }), 'envelope.too_old', 422)
      await refused(await sealFile(await somebody(), { day: now + 1 }), 'envelope.day_ahead', 422)
      expect((await asked(await sealFile(await somebody(), { day: now - 90 }))).status).toBe(201)
    })

    test('when it names its own time limits, as what is sent by the page does', async () => {
      const reporter = await somebody()
      const { entries, serviceShare, summary, held } = await sealReport(reporter)
      const [shared, identity] = entries.map((entry) => ({
        header: bytesOf(entry.header),
        ciphertext: bytesOf(entry.ciphertext),
        seals: bytesOf(entry.seals),
        signature: bytesOf(entry.signature),
      }))
      if (!shared || !identity) throw new Error('an entry is missing')
      const blocks = Object.fromEntries(Object.entries(held ?? {}).map(([lane, block]) => [lane, bytesOf(block ?? '')]))
      const { fingerprint } = await directoryOf(carrier())
      const files = new Uint8Array(0)
      const beside = { serviceShare: bytesOf(serviceShare), summary: bytesOf(summary), held: blocks, files }
      await refused(await encodeEnvelope({ fingerprint, entries: [shared, identity], ...beside }), 'rule.schedule', 422)
    })

    test('when there is another case under its key', async () => {
      const reporter = await somebody()
      await asked(await sealFile(reporter))
      await refused(await sealFile(reporter), 'case.taken', 409)
    })
  })

  describe('and brings files along,', () => {
    const carrying = async (...lengths: number[]) => {
      const reporter = await somebody()
      const files = await Promise.all(lengths.map((length) => sealEvidence(length)))
      return { reporter, files, file: await sealFile(reporter, { files }) }
    }
    /** A file whose hash fits, although somebody changed what travels in it. */
    const forged = async (file: Bytes, change: (envelope: Envelope) => Partial<Envelope>): Promise<Bytes> => {
      const envelope = await decodeEnvelope(file)
      return encodeEnvelope({ ...envelope, ...change(envelope) })
    }
    const unchanged = async (ask: () => Promise<unknown>): Promise<void> => {
      const before = await stage.server.dump()
      const lying = await stage.server.blobs()
      await ask()
      expect([await stage.server.dump(), await stage.server.blobs()]).toEqual([before, lying])
    }

    test('is a case with them, which both sides read; the same again changes nothing', async () => {
      const { reporter, files, file } = await carrying(1_500_000, 10)
      const first = await byForm(file)
      expect(first.status).toBe(201)
      for (const reader of [reporter, stage.office.chief]) {
        const opened = await open(reader, reporter.address)
        expect(opened.broken).toBeNull()
        expect(opened.entries[0]?.files).toEqual(files.map(({ hash, chunks }) => ({ hash, chunks })))
        for (const evidence of files) {
          expect(await openFile(reader, reporter.address, evidence)).toEqual(evidence.plain)
        }
      }
      await unchanged(async () => {
        expect([(await asked(file)).status, (await byForm(file)).status]).toEqual([200, 200])
      })
    })

    test('is one case with one of each, when it is handed in twice at the same time', async () => {
      const { reporter, files, file } = await carrying(10, 20)
      const before = (await stage.server.blobs()).length
      const answers = await Promise.all([asked(file), asked(file), byForm(file)])
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 201])
      expect(await openFile(reporter, reporter.address, files[1] as SealedFile)).toEqual(files[1]?.plain)
      // What the slower ones had stored belongs to nobody and is deleted by the scheduler.
      await stage.server.keepHouse()
      expect((await stage.server.blobs()).length - before).toBe(2)
    })

    test('leaves nothing where they are not those that it names, or it is refused for anything else', async () => {
      const { file } = await carrying(10, 20)
      const swapped = ({ files }: Envelope) => ({ files: concat(files.slice(65_553), files.slice(0, 65_553)) })
      const refusals: [Bytes, string][] = [
        [file.with(file.length - 100, (file.at(-100) ?? 0) ^ 1), 'envelope.malformed'],
        [file.slice(0, -65_553), 'envelope.malformed'],
        [await forged(file, swapped), 'envelope.malformed'],
        [await forged(file, ({ files }) => ({ files: files.slice(65_553) })), 'envelope.malformed'],
        [await forged(file, ({ files }) => ({ files: concat(files, random(1)) })), 'envelope.malformed'],
        [await forged(file, () => ({ files: new Uint8Array(0) })), 'envelope.malformed'],
        [await forged(file, () => ({ fingerprint: random(32) })), 'envelope.foreign'],
        [
          await sealFile(await somebody(), { files: [await sealEvidence(9)], day: (await today()) - 91 }),
          'envelope.too_old',
        ],
        [
          await sealFile(await somebody(), { files: [{ ...(await sealEvidence(9)), hash: random(32) }] }),
          'envelope.malformed',
        ],
      ]
      await unchanged(async () => {
        for (const [bytes, code] of refusals) expect((await asked(bytes)).code).toBe(code)
      })
    })

    test('can be as large as the limit, and no larger', async () => {
      const { reporter, files, file } = await carrying(12 * 1024 * 1024)
      expect((await byForm(file)).status).toBe(201)
      const [evidence] = files
      expect((await openFile(reporter, reporter.address, evidence as SealedFile)).length).toBe(12 * 1024 * 1024)
      await unchanged(async () => {
        expect((await asked(new Uint8Array(limits.envelope + 1))).status).toBe(413)
      })
    })
  })

  test('is accepted while one of its readers is there, and refused when none is', async () => {
    const [leaver, stayer] = [
      await join(stage.office, 'officer', 'Lea Orell'),
      await join(stage.office, 'officer', 'Ode Finn'),
    ]
    for (const officer of [leaver, stayer]) await admit(stage.office, officer)
    const others = stage.office.people.filter(({ role }) => role === 'chief' || role === 'officer')
    const rest = others.filter((officer) => officer !== leaver && officer !== stayer)
    const [two, one] = [await somebody(), await somebody()]
    const files = [
      await sealFile(two, { excluded: rest }),
      await sealFile(one, { excluded: [...rest, stayer] }),
    ] as const
    await state(stage.office, 'retire', { memberId: leaver.memberId })
    expect((await asked(files[0])).status).toBe(201)
    await signIn(stayer)
    expect((await open(stayer, two.address)).broken).toBeNull()
    await act(two, two.address, message('Is somebody there?'))
    expect((await open(stayer, two.address)).entries.at(-1)?.body?.text).toBe('Is somebody there?')
    await expectRefusal(stage.server, 'envelope.no_reader', 422, () => asked(files[1]))
  })

  test('is handed in by a plain form, and a whole page answers with the receipt in the language asked for', async () => {
    for (const { tag, locale } of languages) {
      const file = await sealFile(await somebody())
      const page = await byForm(file, {}, tag)
      expect([page.status, page.headers.get('content-type')]).toEqual([201, 'text/html; charset=utf-8'])
      expect(page.html).toContain(`<html lang="${tag}"`)
      const [receipt] = (await asked(file)).answer.receipts
      const day = new Date(receipt?.day ?? '')
      const words = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day)
      expect(page.html).toContain(`<bdi data-place="day">${words}</bdi>`)
      expect(page.html).toMatch(/<bdi data-place="code">[\dA-F]{4} [\dA-F]{4} [\dA-F]{4}<\/bdi>/)
      expect(page.html).not.toMatch(/<form|data-answer/)
      expect(page.headers.getSetCookie()).toEqual([])
      expect(page.headers.get('content-security-policy')).toContain("form-action 'self'")
    }
  })

  test('is handed in by browsers without script, which quote what divides the form or end it without a line', async () => {
    const file = await sealFile(await somebody())
    const bytes = (text: string) => new TextEncoder().encode(text)
    const head =
      'Content-Disposition: form-data; name="file"; filename="file.bin"\r\nContent-Type: application/octet-stream'
    for (const [boundary, end] of [
      ['"-----------------8293847562-"', '--'],
      ['xnyLAaB03X', '--\r\n'],
    ] as const) {
      const sign = boundary.replaceAll('"', '')
      const body = concat(bytes(`--${sign}\r\n${head}\r\n\r\n`), file, bytes(`\r\n--${sign}${end}`))
      const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
      const { status } = await carrier().send('POST', '/en/hand-in/', { headers, body })
      expect([boundary, Math.floor(status / 100)]).toEqual([boundary, 2])
    }
  })

  test('is not taken from a form with anything else in it, without a file, too long, or that is no form', async () => {
    const file = await sealFile(await somebody())
    const before = await stage.server.dump()
    const markup = '<b>words</b>'
    const answers = [
      await byForm(null),
      await byForm(new Uint8Array(0)),
      await byForm(file, {}, 'en', markup),
      await byForm(file, { 'content-type': 'multipart/form-data; boundary=other' }),
      await byForm(file, { 'content-type': 'application/x-www-form-urlencoded' }),
    ]
    for (const { status, html } of answers) {
      expect([status, html]).toEqual([400, expect.stringContaining('>request.malformed<')])
      expect(html).toContain('<form')
      expect(html).not.toContain(markup)
    }
    const long = await byForm(new Uint8Array(limits.envelope + 10_000))
    expect([long.status, long.html]).toEqual([413, expect.stringContaining('>request.too_large<')])
    expect(await stage.server.dump()).toBe(before)
  })

  test('comes from our own page, which does not say so, and never from a page that says that it is another', async () => {
    const file = await sealFile(await somebody())
    const before = await stage.server.dump()
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
      { origin: 'null', 'sec-fetch-site': 'same-site' },
    ]) {
      const { status, html } = await byForm(file, headers)
      expect([headers, status, html]).toEqual([headers, 403, expect.stringContaining('>request.wrong_origin<')])
    }
    expect(await stage.server.dump()).toBe(before)
    expect((await byForm(file, { origin: '' })).status).toBe(201)
    for (const headers of [{ origin: stage.server.origin }, { origin: 'null', 'sec-fetch-site': 'same-origin' }]) {
      expect((await byForm(file, headers)).status).toBe(200)
    }
  })
})
