import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginUpload, sealFile, sendPart, uploadHeaders } from '../support/files.ts'
import { foundOffice } from '../support/office.ts'
import { newReporter, sealReport } from '../support/reporters.ts'
import { type Server, startEdge } from '../support/servers.ts'

let server: Server
beforeAll(async () => {
  server = await startEdge({ bucketless: true })
  await foundOffice(server)
})
afterAll(() => server.stop())

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
