import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import type { Bytes } from '../../crypto/wire/bytes.ts'
import { downloadOf } from '../../src/client/files/download.ts'
import type { FileLines } from '../../src/client/files/lines.ts'
import { fileSender } from '../../src/client/files/send-files.ts'
import { uploadOf } from '../../src/client/files/upload.ts'
import type { SealedFile } from '../../src/client/worker/proxy.ts'
import { createClient } from '../support/client.ts'
import { partHeaders, uploadHeaders } from '../support/files.ts'
import { foundOffice } from '../support/office.ts'
import { newReporter, type Reporter, sealReport } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'
import { startWorker } from './worker/worker.ts'

const MiB = 1024 * 1024
const coded = (code: string) => expect.objectContaining({ code })
const failure = (code: string) => Object.assign(new Error(code), { code })

const contents = (size: number) => Uint8Array.from({ length: size }, (_, at) => (at * 13 + (at >>> 9)) & 255)

/** What the line does to a part on its way: breaks before it arrives, or after, before the answer does. */
type Trouble = (part: number) => 'lost' | 'unanswered' | null

describe('the upload of a page', () => {
  let server: Server
  let reporter: Reporter
  const worker = startWorker('files')
  beforeAll(async () => {
    server = await startNode()
    await foundOffice(server)
    reporter = await newReporter(server.origin)
  })
  afterAll(() => server.stop())

  const ok = async <Answer>(asked: Promise<{ code: string | null; answer: Answer }>): Promise<Answer> => {
    const { code, answer } = await asked
    if (code !== null) throw failure(code)
    return answer
  }

  /** The lines of the reporter's page to the real service, over a line that has its troubles. */
  function linesWith(trouble: Trouble = () => null) {
    const client = createClient(server.origin)
    const { caseKey: key } = reporter
    const asked = async () => fromBase64url((await client.call('caseChallenge')).challenge)
    const texts = (challenge: Bytes, { key: by, signature }: { key: Bytes; signature: Bytes }) => ({
      challenge: toBase64url(challenge),
      key: toBase64url(by),
      signature: toBase64url(signature),
    })
    const sent: number[] = []
    const lines: FileLines = {
      begin: async (upload, chunks) => {
        const challenge = await asked()
        const by = await worker.call('signUpload', { key, origin: client.origin, challenge, upload, chunks })
        const body = { ...texts(challenge, by), upload: toBase64url(upload), chunks }
        await ok(client.ask('beginUpload', { body }))
      },
      send: async (upload, part, { bytes, hash }) => {
        sent.push(part)
        const what = trouble(part)
        if (what === 'lost') throw failure('line.cut')
        const headers = partHeaders(toBase64url(upload), part, hash)
        await ok(client.ask('sendPart', { headers, body: bytes }))
        if (what === 'unanswered') throw failure('line.cut')
      },
      come: async (upload) => (await client.call('readUpload', { headers: uploadHeaders(toBase64url(upload)) })).parts,
      cancel: async (upload) => ok(client.ask('cancelUpload', { headers: uploadHeaders(toBase64url(upload)) })),
      read: async (hash, part) => {
        const challenge = await asked()
        const by = await worker.call('signReadFile', { key, origin: client.origin, challenge, hash, part })
        return ok(client.ask('readFile', { body: { ...texts(challenge, by), file: toBase64url(hash), part } }))
      },
    }
    return { lines, sent }
  }

  /** Lines on which somebody stops the sending at the second part. */
  function stoppedLines() {
    const stop = new AbortController()
    const { lines } = linesWith((part) => {
      if (part === 1) stop.abort(failure('enough.now'))
      return null
    })
    return { lines, stop }
  }

  /** Reports with this file and reads it back as the reporter's page does. */
  async function readBack(file: SealedFile, key = file.key): Promise<Buffer> {
    const { hash, chunks } = file
    const body = await sealReport(reporter, { files: [{ hash, chunks }] })
    await ok(reporter.client.ask('submitReport', { body }))
    const pieces: Bytes[] = []
    const named = { hash, chunks, key, size: file.size }
    for await (const piece of downloadOf({ call: worker.call, lines: linesWith().lines, file: named })) {
      pieces.push(piece)
    }
    return Buffer.concat(pieces)
  }

  test('goes on after every break where it was, and the file is whole', async () => {
    reporter = await newReporter(server.origin)
    const plain = contents(4 * MiB + 77)
    const troubles = new Map<number, ('lost' | 'unanswered')[]>(
      [0, 1, 2, 3, 4].map((part) => [part, ['lost', 'unanswered', 'lost']]),
    )
    const { lines, sent } = linesWith((part) => troubles.get(part)?.shift() ?? null)
    const told: number[] = []
    const tell = ({ done }: { done: number }) => told.push(done)
    const upload = uploadOf({ call: worker.call, lines, blob: new Blob([plain]), tell })
    let broke = 0
    let file: SealedFile | undefined
    while (file === undefined) {
      file = await upload.run().catch((cause) => {
        expect(cause).toEqual(coded('line.cut'))
        broke += 1
        return undefined
      })
    }
    expect(broke).toBeGreaterThan(2)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    // What arrived unanswered was not sent a third time.
    for (const part of [0, 1, 2, 3, 4]) expect(sent.filter((each) => each === part).length).toBeLessThan(4)
    expect(await upload.run()).toEqual(file)
    expect((await readBack(file)).equals(plain)).toBe(true)
  })

  test('stops when it is told to, goes on when it is wanted again, and takes all back when it is given up', async () => {
    reporter = await newReporter(server.origin)
    const { lines, stop } = stoppedLines()
    const upload = uploadOf({ call: worker.call, lines, blob: new Blob([contents(5 * MiB)]) })
    await expect(upload.run(stop.signal)).rejects.toEqual(coded('enough.now'))
    await expect(upload.run(stop.signal)).rejects.toEqual(coded('enough.now'))
    const file = await upload.run()
    await upload.cancel()
    const batch = await sealReport(reporter, { files: [{ hash: file.hash, chunks: file.chunks }] })
    expect((await reporter.client.ask('submitReport', { body: batch })).code).toBe('file.missing')
  })

  test('a file taken out after it was stopped leaves nothing on the service', async () => {
    reporter = await newReporter(server.origin)
    const { lines, stop } = stoppedLines()
    const begun: Bytes[] = []
    const watched: FileLines = {
      ...lines,
      begin: (upload, chunks) => {
        begun.push(upload)
        return lines.begin(upload, chunks)
      },
    }
    const blob = new Blob([contents(5 * MiB)])
    const looked = { outcome: 'cleaned', blob: null, removed: [], remains: [] } as const
    const chosen = { id: 7, name: 'film.mp4', file: blob, looked, asItIs: true } as const
    const { send, drop } = fileSender((_, of, tell) => uploadOf({ call: worker.call, lines: watched, blob: of, tell }))
    await expect(send(reporter.caseKey, [chosen], () => undefined, stop.signal)).rejects.toEqual(coded('enough.now'))
    const [upload = new Uint8Array()] = begun
    expect((await lines.come(upload)).length).toBeGreaterThan(0)
    drop(8)
    drop(7)
    await expect.poll(() => lines.come(upload).catch(String)).toContain('upload.not_found')
  })

  test.each(['a stream', 'slices'])(
    'notices a file that changes while it is read as %s, wherever it changes',
    async (way) => {
      for (const [size, at] of [
        [3 * MiB, 5],
        [3 * MiB, 2 * MiB + 5],
      ] as const) {
        const changing = contents(size)
        // A file as the system gives it: what is read is what stands there at that moment.
        class Changing extends Blob {
          override slice(from = 0, to = size): Blob {
            return new Blob([changing.slice(from, to)])
          }
          override stream(): ReturnType<Blob['stream']> {
            let given = 0
            const pull = (controller: ReadableByteStreamController): void => {
              if (given < size) controller.enqueue(changing.slice(given, given + MiB))
              else controller.close()
              given += MiB
            }
            return way === 'slices' ? new ReadableStream({}) : new ReadableStream({ type: 'bytes', pull })
          }
        }
        const { lines } = linesWith((part) => {
          if (part === 2) changing[at] = (changing[at] as number) ^ 1
          return null
        })
        const blob = new Changing([contents(size)])
        const upload = uploadOf({ call: inThisThread(), lines, blob })
        await expect(upload.run()).rejects.toEqual(coded('file.changed'))
      }
    },
  )

  test('says that a file is gone, or shorter than it was, when it cannot be read', async () => {
    const gone = { size: 2 * MiB, slice: () => ({ size: MiB, arrayBuffer: () => Promise.reject(new Error('gone')) }) }
    const short = { size: 2 * MiB, slice: () => ({ size: MiB, arrayBuffer: async () => new ArrayBuffer(7) }) }
    for (const blob of [gone, short]) {
      const upload = uploadOf({ call: inThisThread(), lines: linesWith().lines, blob: blob as unknown as Blob })
      await expect(upload.run()).rejects.toEqual(coded('file.changed'))
    }
  })

  test('refuses a file that is too large before anything is sent', async () => {
    const { lines, sent } = linesWith()
    const blob = { size: 1024 * MiB + 1 } as Blob
    await expect(uploadOf({ call: inThisThread(), lines, blob }).run()).rejects.toEqual(coded('file.too_large'))
    expect(sent).toEqual([])
  })

  test('a download under a wrong key, or of another file, gives nothing that counts', async () => {
    reporter = await newReporter(server.origin)
    const upload = uploadOf({ call: worker.call, lines: linesWith().lines, blob: new Blob([contents(100)]) })
    const file = await upload.run()
    await expect(readBack(file, new Uint8Array(32))).rejects.toEqual(coded('file.altered'))
  })

  test('what somebody who knows the key put in its place is refused at the end', async () => {
    const size = MiB + 10
    const sealed = async (plain: Uint8Array<ArrayBuffer>, key: Bytes) => {
      const { sealingStream } = await import('../../crypto/index.ts')
      const stream = sealingStream(key, size)
      return [stream(plain.slice(0, MiB)), stream(plain.slice(MiB))]
    }
    const key = new Uint8Array(32).fill(3)
    const { fileHash, sha256 } = await import('../../crypto/wire/index.ts')
    const [own, other] = [await sealed(contents(size), key), await sealed(new Uint8Array(size), key)]
    const hash = await fileHash(18, await Promise.all(own.map((part) => sha256(part))))
    const download = (parts: readonly Bytes[]) => {
      const lines = { read: async (_: Bytes, part: number) => parts[part] as Bytes }
      return Array.fromAsync(downloadOf({ call: worker.call, lines, file: { hash, chunks: 18, key, size } }))
    }
    expect(Buffer.concat(await download(own)).equals(contents(size))).toBe(true)
    await expect(download(other)).rejects.toEqual(coded('file.altered'))
  })

  /** The worker's calls on the very objects that they are given: a file that changes cannot be cloned. */
  function inThisThread(): typeof worker.call {
    const { desk } = startWorker('changing')
    return async (name, ...[args]) => {
      const { calls } = await import('../../src/client/worker/calls/index.ts')
      return (calls[name] as (...given: unknown[]) => never)(desk, args)
    }
  }
})
