import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bytes } from '../../crypto/wire/bytes.ts'
import { beginUpload, partHeaders, sealFile } from '../support/files.ts'
import { foundOffice } from '../support/office.ts'
import { newReporter } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

let server: Server
beforeAll(async () => {
  server = await startNode()
  await foundOffice(server)
})
afterAll(() => server.stop())

/** A body that goes on for as long as somebody listens, and how much of it was taken. */
function endless(bytes: number) {
  const counted = { taken: 0 }
  const body = new ReadableStream({
    pull(controller) {
      counted.taken += bytes
      controller.enqueue(new Uint8Array(bytes))
    },
  })
  return { counted, body }
}

test('a body without end is cut while it comes, of a file as of a report', async () => {
  const [sender, file] = [await newReporter(server.origin), await sealFile(10)]
  await beginUpload(sender, file)
  const headers = partHeaders(file.upload, 0, file.hashes[0] as Bytes)
  const before = await server.dump()
  for (const [method, path, type] of [
    ['PUT', '/api/files', 'application/octet-stream'],
    ['POST', '/api/reports', 'application/json'],
    ['POST', '/api/files', 'application/json'],
  ] as const) {
    const { counted, body } = endless(65_536)
    const { status } = await sender.client.send(method, path, {
      headers: { ...headers, 'content-type': type },
      body,
    })
    expect([path, status]).toEqual([path, 413])
    // A part has a megabyte, a report a little more; what is on its way and read for courtesy comes on top.
    expect(counted.taken).toBeLessThan(32 * 1024 * 1024)
  }
  expect(await server.dump()).toBe(before)
  expect(await server.blobs()).toEqual([])
})
