import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bytes } from '../../crypto/wire/bytes.ts'
import { beginUpload, sealFile, sendPart, uploadHeaders } from '../support/files.ts'
import { foundOffice } from '../support/office.ts'
import { newReporter, sealFile as sealEnvelope, sealReport } from '../support/reporters.ts'
import { type Server, startEdge } from '../support/servers.ts'

let server: Server
beforeAll(async () => {
  server = await startEdge({ bucketless: true })
  await foundOffice(server)
})
afterAll(() => server.stop())

test('a bucket that takes nothing keeps a locked file with others in it from coming in, and nothing stays of it', async () => {
  const [reporter, other] = [await newReporter(server.origin), await newReporter(server.origin)]
  const before = await server.dump()
  const ask = (body: Bytes) => reporter.client.ask('handIn', { body })
  const refused = await ask(await sealEnvelope(reporter, { files: [await sealFile(10)] }))
  expect([refused.status, refused.code]).toEqual([503, 'service.busy'])
  const kept = (dump: string) => dump.slice(0, dump.indexOf('# loose_blobs'))
  expect(kept(await server.dump())).toBe(kept(before))
  expect((await ask(await sealEnvelope(other))).status).toBe(201)
})

test('a bucket that takes nothing is said to be busy, and a report without files comes in all the same', async () => {
  const [sender, file] = [await newReporter(server.origin), await sealFile(10)]
  expect((await beginUpload(sender, file)).code).toBeNull()
  const { status, code } = await sendPart(sender, file, 0)
  expect([status, code]).toEqual([503, 'service.busy'])
  expect(await sender.client.call('readUpload', { headers: uploadHeaders(file.upload) })).toEqual({ parts: [] })
  const named = await sealReport(sender, { files: [file] })
  expect((await sender.client.ask('submitReport', { body: named })).code).toBe('file.missing')
  const bare = await sealReport(sender)
  expect((await sender.client.ask('submitReport', { body: bare })).code).toBeNull()
})
