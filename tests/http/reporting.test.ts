import { expect, test } from 'vitest'
import { signRead } from '../../crypto/index.ts'
import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import { concat } from '../../crypto/wire/bytes.ts'
import { decodePage } from '../../crypto/wire/page.ts'
import type { FirstBatch } from '../../src/contract/entries.ts'
import { createClient } from '../support/client.ts'
import { state } from '../support/office.ts'
import { random } from '../support/officers.ts'
import {
  act,
  message,
  newReporter,
  note,
  open,
  type Reporter,
  readPage,
  report,
  seal,
  sealReport,
  send,
} from '../support/reporters.ts'
import { resigned } from '../support/tamper.ts'
import { expectRefusal, onBoth } from './both.ts'
import { spoiltReports } from './spoilt-reports.ts'

onBoth('a reporter', (stage) => {
  const asked = (reporter: Reporter, body: object) => reporter.client.ask('submitReport', { body: body as FirstBatch })

  test('hands in a report and gets receipts that the service signed', async () => {
    const reporter = await newReporter(stage.server.origin)
    const { status, answer, headers } = await asked(reporter, await sealReport(reporter))
    expect(status).toBe(201)
    expect(answer.receipts.map(({ lane, sequence }) => [lane, sequence])).toEqual([
      ['shared', 0],
      ['identity', 0],
    ])
    expect(headers.getSetCookie()).toEqual([])
    const opened = await open(reporter, reporter.address)
    expect(opened.broken).toBeNull()
    expect(opened.entries.map(({ body }) => body?.type)).toEqual(['report', 'nothing'])
  })

  test('whose line broke sends the very same report again, gets the same receipts, and there is one case', async () => {
    const reporter = await newReporter(stage.server.origin)
    const batch = await sealReport(reporter)
    const first = await asked(reporter, batch)
    const before = await stage.server.dump()
    const again = await asked(reporter, batch)
    expect([again.status, again.answer]).toEqual([200, first.answer])
    expect(await stage.server.dump()).toBe(before)
  })

  test('who sends the same report many times at once has one case', async () => {
    const reporter = await newReporter(stage.server.origin)
    const batch = await sealReport(reporter)
    const answers = await Promise.all(Array.from({ length: 8 }, () => asked(reporter, batch)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    for (const { answer } of answers) expect(answer).toEqual(answers[0]?.answer)
  })

  test('cannot put a second report under the same key', async () => {
    const reporter = await report(stage.office)
    const other = await sealReport(reporter)
    await expectRefusal(stage.server, 'case.taken', 409, () => asked(reporter, other))
  })

  test.each(spoiltReports)('is refused with %s', async (_, code, status, spoil) => {
    const reporter = await newReporter(stage.server.origin)
    const body = await spoil(await sealReport(reporter), reporter)
    await expectRefusal(stage.server, code, status, () => asked(reporter, body))
  })

  test('who excludes somebody leaves them out, and the service lets them see nothing', async () => {
    const [chief, officer] = stage.office.people
    if (!chief || !officer) throw new Error('The office is empty')
    const reporter = await report(stage.office, { excluded: [officer] })
    const opened = await open(chief, reporter.address)
    expect(opened.entries[0]?.members).toEqual([officer.memberId])
  })

  test('who sealed for an office that changed meanwhile has to seal again', async () => {
    const reporter = await newReporter(stage.server.origin)
    const batch = await sealReport(reporter)
    const { description } = await stage.office.directory()
    await state(stage.office, 'describe', { description: new TextEncoder().encode(JSON.stringify(description)) })
    await expectRefusal(stage.server, 'directory.head_moved', 409, () => asked(reporter, batch))
    expect((await asked(reporter, await sealReport(reporter))).status).toBe(201)
  })

  test('comes back with the key, adds something, and a retry of it changes nothing', async () => {
    const reporter = await report(stage.office)
    const batch = await seal(reporter, reporter.address, message('One more thing.'))
    const first = await send(reporter, reporter.address, batch)
    const before = await stage.server.dump()
    const again = await send(reporter, reporter.address, batch)
    expect([first.status, again.status, again.answer]).toEqual([201, 200, first.answer])
    expect(await stage.server.dump()).toBe(before)
    const opened = await open(reporter, reporter.address)
    expect(opened.entries.at(-1)?.body).toEqual({ type: 'message', text: 'One more thing.' })
  })

  test('who was outrun by an answer has to seal again; so has whoever sends steps out of order', async () => {
    const reporter = await report(stage.office)
    const mine = await seal(reporter, reporter.address, message('Mine.'))
    await act(stage.office.chief, reporter.address, message('The answer.'))
    await expectRefusal(stage.server, 'case.head_moved', 409, () => send(reporter, reporter.address, mine))
    await act(reporter, reporter.address, message('Mine, sealed again.'))
  })

  test('cannot write in the office’s lane, nor in another’s case, nor in none', async () => {
    const [reporter, other] = [await report(stage.office), await report(stage.office)]
    const notes = await seal(stage.office.chief, reporter.address, note('Internal.'))
    await expectRefusal(stage.server, 'rule.unknown_author', 403, () => send(reporter, reporter.address, notes))
    const theirs = await seal(other, other.address, message('Not here.'))
    await expectRefusal(stage.server, 'rule.unknown_author', 403, () => send(reporter, reporter.address, theirs))
    await expectRefusal(stage.server, 'case.not_found', 404, () => send(reporter, random(32), theirs))
  })

  test('replaces the key: from then on only the new one reads and writes', async () => {
    const reporter = await report(stage.office)
    const fresh = await newReporter(stage.server.origin)
    const replaced = { ...fresh, address: reporter.address }
    await act(reporter, reporter.address, { act: 'replace-key', newKeys: fresh.keys, body: { type: 'key-replaced' } })
    expect(decodePage(await readPage(reporter)).found).toBe(false)
    await act(replaced, reporter.address, message('By the new key.'))
    const opened = await open(stage.office.chief, reporter.address)
    expect(opened.entries.at(-1)?.body).toEqual({ type: 'message', text: 'By the new key.' })
    const old = await seal(replaced, reporter.address, message('By the old key.'))
    const [entry] = old.entries
    const forged = entry && (await resigned(entry, reporter.keys, { author: reporter.keys.signing.publicKey }))
    const batch = { ...old, entries: forged ? [forged] : [] }
    await expectRefusal(stage.server, 'rule.unknown_author', 403, () => send(reporter, reporter.address, batch))
  })

  test('with an unknown key gets an answer of the same shape and size as with a known one', async () => {
    const [known, stranger] = [await report(stage.office), await newReporter(stage.server.origin)]
    const look = async (reporter: Reporter) => {
      const { challenge } = await reporter.client.call('caseChallenge')
      const { key, signature } = signRead(reporter.keys, reporter.client.origin, fromBase64url(challenge), 0)
      return reporter.client.ask('readCase', {
        body: { key: toBase64url(key), challenge, page: 0, signature: toBase64url(signature) },
      })
    }
    const [found, none] = [await look(known), await look(stranger)]
    const shape = ({ status, headers, answer }: typeof found) => ({
      ...{ status, length: answer.length },
      headers: [...headers].filter(([name]) => name !== 'date'),
    })
    expect(shape(none)).toEqual(shape(found))
    expect(found.headers.get('content-encoding')).toBeNull()
    expect([decodePage(found.answer).found, decodePage(none.answer).found]).toEqual([true, false])
  })

  test('reads a long case page by page, and a page behind the last is empty', async () => {
    const reporter = await report(stage.office, { body: { type: 'report', story: 'x'.repeat(120_000) } })
    const opened = await open(reporter, reporter.address)
    expect(opened.entries[0]?.body?.story).toHaveLength(120_000)
    const first = decodePage(await readPage(reporter))
    expect(first.pages).toBeGreaterThan(2)
    expect(decodePage(await readPage(reporter, first.pages)).chunk).toHaveLength(0)
  })

  test('who is somebody else, elsewhere or too late does not read', async () => {
    const [reporter, other] = [await report(stage.office), await newReporter(stage.server.origin)]
    const { challenge } = await reporter.client.call('caseChallenge')
    const ask = (signer: Reporter, origin: string, answered: string) => () => {
      const { signature } = signRead(signer.keys, origin, fromBase64url(answered), 0)
      const key = toBase64url(reporter.keys.signing.publicKey)
      return reporter.client.ask('readCase', {
        body: { key, challenge: answered, page: 0, signature: toBase64url(signature) },
      })
    }
    const { origin } = stage.server
    await expectRefusal(stage.server, 'case.read_refused', 401, ask(other, origin, challenge))
    await expectRefusal(stage.server, 'case.read_refused', 401, ask(reporter, 'https://elsewhere.example', challenge))
    const made = toBase64url(concat(fromBase64url(challenge).subarray(0, 20), random(32)))
    await expectRefusal(stage.server, 'challenge.invalid', 401, ask(reporter, origin, made))
    const { challenge: forKits } = await reporter.client.call('kitChallenge')
    await expectRefusal(stage.server, 'challenge.invalid', 401, ask(reporter, origin, forKits))
  })

  test('leaves no address, agent or language in what is kept and logged', async () => {
    const marked = createClient(stage.server.origin)
    const traces = {
      'user-agent': 'Mosaic/77',
      'x-forwarded-for': '203.0.113.77',
      'cf-connecting-ip': '203.0.113.78',
      'accept-language': 'tlh',
    }
    const reporter = { ...(await newReporter(stage.server.origin)), client: marked }
    const body = JSON.stringify(await sealReport(reporter))
    const sent = await marked.send('POST', '/api/reports', {
      headers: { 'content-type': 'application/json', ...traces },
      body,
    })
    expect(sent.status).toBe(201)
    expect([sent.headers.get('set-cookie'), sent.headers.get('etag')]).toEqual([null, null])
    const kept = `${await stage.server.dump()}\n${stage.server.log().join('\n')}`
    for (const trace of Object.values(traces)) {
      expect(kept).not.toContain(trace)
      expect(kept).not.toContain(Buffer.from(trace).toString('hex'))
    }
    expect(stage.server.log().at(-1)).toBe('POST /api/reports 201')
  })
})
