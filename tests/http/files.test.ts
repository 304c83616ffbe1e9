import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import type { Act } from '../../crypto/index.ts'
import { toBase64url } from '../../crypto/wire/base64url.ts'
import type { Bytes } from '../../crypto/wire/bytes.ts'
import type { NamedFile } from '../../crypto/wire/files.ts'
import { limits } from '../../src/contract/limits.ts'
import {
  askPart,
  beginUpload,
  openFile,
  partHeaders,
  sealFile,
  sendFile,
  sendPart,
  uploadHeaders,
} from '../support/files.ts'
import { type Officer, random, signIn } from '../support/officers.ts'
import { act, message, newReporter, note, open, report, seal, sealReport, send } from '../support/reporters.ts'
import { expectRefusal, onBoth } from './both.ts'

const MiB = 1024 * 1024
const sha256 = (bytes: Bytes) => new Uint8Array(createHash('sha256').update(bytes).digest())

/** Words that bring a file. */
const saying = (words: Act, { hash, chunks }: NamedFile): Act => ({ ...words, files: [{ hash, chunks }] }) as Act

const flipped = (bytes: Bytes): Bytes => {
  const other = bytes.slice()
  other[9] = (other[9] ?? 0) ^ 1
  return other
}

onBoth('a file', (stage) => {
  const people = () => stage.office.people as [Officer, Officer]
  const reporter = () => newReporter(stage.server.origin)

  /** Somebody in the middle of an upload, with its first part there. */
  const halfSent = async (size = 2 * MiB + 1) => {
    const [sender, file] = [await reporter(), await sealFile(size)]
    expect((await beginUpload(sender, file)).code).toBeNull()
    expect((await sendPart(sender, file, 0)).code).toBeNull()
    return { sender, file }
  }

  test('that was sent before the report belongs to it, and is read by both sides and by nobody else', async () => {
    const [chief, officer] = people()
    for (const person of [chief, officer]) await signIn(person)
    const sender = await reporter()
    const file = await sendFile(sender, 2 * MiB + 70_000)
    const batch = await sealReport(sender, { files: [file], excluded: [officer] })
    expect((await sender.client.ask('submitReport', { body: batch })).status).toBe(201)
    expect((await sender.client.ask('submitReport', { body: batch })).status).toBe(200)

    for (const reader of [sender, chief]) {
      const { entries } = await open(reader, sender.address)
      expect(entries[0]?.files).toEqual([{ hash: file.hash, chunks: file.chunks }])
      expect(await openFile(reader, sender.address, file)).toEqual(file.plain)
    }
    const stranger = await reporter()
    const unknown = [
      await askPart(stranger, sender.address, file.hash, 0),
      await askPart(await report(stage.office), sender.address, file.hash, 0),
      await askPart(sender, sender.address, random(32), 0),
      await askPart(sender, sender.address, file.hash, 3),
      await askPart(chief, sender.address, random(32), 0),
      await askPart(chief, sender.address, file.hash, 3),
    ]
    for (const { status, code } of unknown) expect([status, code]).toEqual([404, 'file.not_found'])
    const excluded = await askPart(officer, sender.address, file.hash, 0)
    expect([excluded.status, excluded.code]).toEqual([404, 'case.not_found'])
  })

  test('that an officer brings to a note stays with the office, one in an answer reaches the reporter', async () => {
    const [chief, officer] = people()
    for (const person of [chief, officer]) await signIn(person)
    const sender = await report(stage.office)
    const [annex, letter] = [await sendFile(officer, 100), await sendFile(officer, 100)]
    await act(officer, sender.address, saying(note('See the annex.'), annex))
    await act(officer, sender.address, saying(message('See the letter.'), letter))
    expect(await openFile(chief, sender.address, annex)).toEqual(annex.plain)
    expect((await askPart(sender, sender.address, annex.hash, 0)).code).toBe('file.not_found')
    expect(await openFile(sender, sender.address, letter)).toEqual(letter.plain)
  })

  test('comes in any order and any part of it twice; what has come is told', async () => {
    const [sender, file] = [await reporter(), await sealFile(2 * MiB + 1)]
    for (const _ of [1, 2]) expect((await beginUpload(sender, file)).code).toBeNull()
    for (const part of [2, 0, 2, 0]) expect((await sendPart(sender, file, part)).code).toBeNull()
    const headers = uploadHeaders(file.upload)
    expect(await sender.client.call('readUpload', { headers })).toEqual({ parts: [0, 2] })
    const twice = await Promise.all([sendPart(sender, file, 1), sendPart(sender, file, 1)])
    expect(twice.map(({ code }) => code)).toEqual([null, null])
    expect(await sender.client.call('readUpload', { headers })).toEqual({ parts: [0, 1, 2] })
  })

  test('is refused part by part where anything about a part is wrong, and nothing of it is kept', async () => {
    const { sender, file } = await halfSent()
    const [first, second, last] = file.parts as [Bytes, Bytes, Bytes]
    const wrong: [string, number, number, { bytes?: Bytes; hash?: Bytes }][] = [
      ['upload.wrong_part', 400, 1, { bytes: flipped(second) }],
      ['upload.wrong_part', 400, 1, { bytes: second.slice(1) }],
      ['upload.wrong_part', 400, 1, { bytes: second.slice(1), hash: sha256(second.slice(1)) }],
      ['upload.wrong_part', 400, 1, { bytes: last, hash: sha256(last) }],
      ['upload.wrong_part', 400, 2, { bytes: second, hash: sha256(second) }],
      ['upload.wrong_part', 400, 3, { bytes: last, hash: sha256(last) }],
      ['upload.other_part', 409, 0, { bytes: second, hash: sha256(second) }],
      ['request.too_large', 413, 1, { bytes: new Uint8Array(first.length + 1) }],
    ]
    const blobs = await stage.server.blobs()
    for (const [code, status, part, what] of wrong) {
      await expectRefusal(stage.server, code, status, () => sendPart(sender, file, part, what))
    }
    expect(await stage.server.blobs()).toEqual(blobs)
    const unknown = { ...file, upload: toBase64url(random(32)) }
    await expectRefusal(stage.server, 'upload.not_found', 404, () => sendPart(sender, unknown, 1))
    await expectRefusal(stage.server, 'upload.not_found', 404, () =>
      sender.client.ask('readUpload', { headers: uploadHeaders(unknown.upload) }),
    )
  })

  test('is taken as bytes and in no other form, and too much from nobody', async () => {
    const { sender, file } = await halfSent()
    const headers = partHeaders(file.upload, 1, file.hashes[1] as Bytes)
    for (const type of ['', 'text/plain', 'application/json', 'multipart/form-data; boundary=x']) {
      const { status } = await sender.client.send('PUT', '/api/files', {
        headers: { ...headers, 'content-type': type },
        body: file.parts[1] as Bytes,
      })
      expect([type, status]).toEqual([type, 415])
    }
    let sent = 0
    const tooMuch = new ReadableStream({
      pull(controller) {
        sent += 65_536
        // Twice as much as a part has: who is told to stop mostly reads why.
        if (sent > 2 * MiB) controller.close()
        else controller.enqueue(new Uint8Array(65_536))
      },
    })
    // The platform may end the line while the rest is written, before the reason is read.
    const status = await sender.client
      .send('PUT', '/api/files', {
        headers: { ...headers, 'content-type': 'application/octet-stream' },
        body: tooMuch,
      })
      .then(
        (answer) => answer.status,
        () => 'cut',
      )
    expect(['cut', 413]).toContain(status)
    expect((await sendPart(sender, file, 1)).code).toBeNull()
  })

  test('goes on after a line that broke at any moment of a part', async () => {
    const { sender, file } = await halfSent()
    const url = new URL(stage.server.origin)
    const body = file.parts[1] as Bytes
    const head = [
      'PUT /api/files HTTP/1.1',
      `host: ${url.host}`,
      `origin: ${stage.server.origin}`,
      ...Object.entries(partHeaders(file.upload, 1, file.hashes[1] as Bytes)).map((each) => each.join(': ')),
      'content-type: application/octet-stream',
      `content-length: ${body.length}`,
      '\r\n',
    ].join('\r\n')
    for (const length of [0, 1, 65_536, 500_000, body.length - 1]) {
      const socket = connect(Number(url.port), url.hostname)
      socket.on('error', () => undefined)
      await once(socket, 'connect')
      await new Promise((done) => socket.write(Buffer.concat([Buffer.from(head), body.subarray(0, length)]), done))
      socket.destroy()
      expect(await sender.client.call('readUpload', { headers: uploadHeaders(file.upload) })).toEqual({ parts: [0] })
    }
    for (const part of [1, 2]) expect((await sendPart(sender, file, part)).code).toBeNull()
    const batch = await sealReport(sender, { files: [file] })
    expect((await sender.client.ask('submitReport', { body: batch })).code).toBeNull()
    expect(await openFile(sender, sender.address, file)).toEqual(file.plain)
  })

  test('that is not there whole, is another’s, or is a case’s already brings no entry in', async () => {
    const [chief] = people()
    await signIn(chief)
    const { sender, file } = await halfSent(MiB + 1)
    const batch = await sealReport(sender, { files: [file] })
    const submit = () => sender.client.ask('submitReport', { body: batch })
    await expectRefusal(stage.server, 'file.missing', 409, submit)
    expect((await sendPart(sender, file, 1)).code).toBeNull()

    const thief = await reporter()
    const stolen = await sealReport(thief, { files: [file] })
    await expectRefusal(stage.server, 'file.missing', 409, () => thief.client.ask('submitReport', { body: stolen }))
    const byChief = async (address: Bytes) => {
      const says = saying(message('Mine.'), file)
      return send(chief, address, await seal(chief, address, says))
    }
    const other = await report(stage.office)
    expect((await byChief(other.address)).code).toBe('file.missing')

    expect((await submit()).code).toBeNull()
    const again = saying(message('Once more.'), file)
    const twice = await seal(sender, sender.address, again)
    await expectRefusal(stage.server, 'file.missing', 409, () => send(sender, sender.address, twice))
    await expectRefusal(stage.server, 'upload.not_found', 404, () => sendPart(sender, file, 0))
    expect((await sender.client.ask('cancelUpload', { headers: uploadHeaders(file.upload) })).code).toBeNull()
    await stage.server.keepHouse()
    expect(await openFile(sender, sender.address, file)).toEqual(file.plain)
  })

  test('that is given up goes, its bytes too', async () => {
    const before = await stage.server.blobs()
    const { sender, file } = await halfSent()
    expect((await stage.server.blobs()).length).toBe(before.length + 1)
    const headers = uploadHeaders(file.upload)
    for (const _ of [1, 2]) expect((await sender.client.ask('cancelUpload', { headers })).code).toBeNull()
    expect((await sendPart(sender, file, 1)).code).toBe('upload.not_found')
    await stage.server.keepHouse()
    expect((await stage.server.blobs()).toSorted()).toEqual(before.toSorted())
    expect((await beginUpload(sender, file)).code).toBeNull()
  })

  test('is begun by whoever signs for it, under a secret that nobody else has, in a size that padding leaves', async () => {
    const [sender, file] = [await reporter(), await sealFile(10)]
    await expectRefusal(stage.server, 'request.malformed', 400, () => beginUpload(sender, { ...file, chunks: 9 }))
    const other = await reporter()
    const forged = {
      ...sender,
      keys: { ...sender.keys, signing: { ...other.keys.signing, publicKey: sender.address } },
    }
    await expectRefusal(stage.server, 'case.read_refused', 401, () => beginUpload(forged, file))
    expect((await beginUpload(sender, file)).code).toBeNull()
    await expectRefusal(stage.server, 'upload.taken', 409, () => beginUpload(other, file))
    await expectRefusal(stage.server, 'upload.taken', 409, () => beginUpload(sender, { ...file, chunks: 2 }))
  })

  test('is one of sixty-four at most that a key has under way, and of a gibibyte and a little', async () => {
    const begin = (sender: Awaited<ReturnType<typeof reporter>>, chunks: number) =>
      beginUpload(sender, { upload: toBase64url(random(32)), chunks })
    const one = await reporter()
    for (let count = 0; count < limits.uploadsOfKey; count += 1) expect((await begin(one, 1)).code).toBeNull()
    await expectRefusal(stage.server, 'upload.too_many', 409, () => begin(one, 1))
    const other = await reporter()
    expect((await begin(other, 16_384)).code).toBeNull()
    await expectRefusal(stage.server, 'upload.too_many', 409, () => begin(other, 2_560))
    expect((await begin(other, 2_048)).code).toBeNull()
  })
})
