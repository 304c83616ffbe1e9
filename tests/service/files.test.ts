import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Bytes } from '../../crypto/wire/bytes.ts'
import { limits } from '../../src/contract/limits.ts'
import { fileBlobs } from '../../src/runtime/node/file-blobs.ts'
import { beginUpload, openFile, sealFile, sendFile, sendPart, uploadHeaders } from '../support/files.ts'
import { foundOffice } from '../support/office.ts'
import { random } from '../support/officers.ts'
import { newReporter, sealFile as sealEnvelope, sealReport } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

const day = 86_400_000
const full = expect.objectContaining({ code: 'upload.full' })
let folder: string
let server: Server
let now: number

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'goodfaith-files-'))
  now = Date.parse('2027-03-09T10:00Z')
  server = await startNode({ dataDir: folder, clock: () => now })
  await foundOffice(server)
})
afterEach(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

const reporter = () => newReporter(server.origin)

test('what nobody finished is gone on the fourth day, with its bytes; what a report named stays', async () => {
  const [sender, leaver] = [await reporter(), await reporter()]
  const file = await sendFile(sender, 100)
  await sender.client.call('submitReport', { body: await sealReport(sender, { files: [file] }) })
  const left = await sendFile(leaver, 100)
  expect(await server.blobs()).toHaveLength(2)
  for (const [days, blobs] of [
    [3, 2],
    [1, 1],
    [365, 1],
  ] as const) {
    now += days * day
    await server.keepHouse()
    expect(await server.blobs()).toHaveLength(blobs)
  }
  expect((await sendPart(leaver, left, 0)).code).toBe('upload.not_found')
  expect(await openFile(sender, sender.address, file)).toEqual(file.plain)
})

test('what a crash left between the bytes and their row is deleted after a day, and nothing younger', async () => {
  const database = new Sqlite(join(folder, 'goodfaith.sqlite'))
  const names = ['old', 'young'].map(() => Buffer.from(random(16)))
  const today = Math.floor(now / day)
  for (const [place, name] of names.entries()) {
    const text = name.toString('hex')
    mkdirSync(join(folder, 'files', text.slice(0, 2)), { recursive: true })
    writeFileSync(join(folder, 'files', text.slice(0, 2), text), 'half of a part')
    database.prepare('INSERT INTO loose_blobs (blob, day) VALUES (?, ?)').run(name, today - 2 + place)
  }
  database.close()
  await server.keepHouse()
  expect((await server.blobs()).map((name) => name.slice(-32))).toEqual([names[1]?.toString('hex')])
})

test('names of blobs are written down ahead, and those of which nothing came go after a day, unused from then on', async () => {
  const loose = (): unknown => {
    const database = new Sqlite(join(folder, 'goodfaith.sqlite'), { readonly: true })
    const count = database.prepare('SELECT count(*) FROM loose_blobs').pluck().get()
    database.close()
    return count
  }
  await sendFile(await reporter(), 100)
  expect(loose()).toBe(15)
  await sendFile(await reporter(), 100)
  expect(loose()).toBe(14)
  now += 2 * day
  await server.keepHouse()
  expect(loose()).toBe(0)
  await sendFile(await reporter(), 100)
  expect(loose()).toBe(15)
})

test('the folder tells of no time at which a part came', async () => {
  await sendFile(await reporter(), 100)
  const [name = ''] = await server.blobs()
  const { mtimeMs, atimeMs, mode } = statSync(join(folder, 'files', name))
  expect([mtimeMs, atimeMs, mode & 0o777]).toEqual([0, 0, 0o600])
})

test('where the place of files is broken, a part is refused and a report is not; mended, the upload goes on', async () => {
  const [sender, file] = [await reporter(), await sealFile(1024 * 1024 + 1)]
  await beginUpload(sender, file)
  expect((await sendPart(sender, file, 0)).code).toBeNull()
  renameSync(join(folder, 'files'), join(folder, 'elsewhere'))
  writeFileSync(join(folder, 'files'), 'in the way')
  const { status, code } = await sendPart(sender, file, 1)
  expect([status, code]).toEqual([500, 'service.failed'])
  const other = await reporter()
  expect((await other.client.ask('submitReport', { body: await sealReport(other) })).code).toBeNull()
  rmSync(join(folder, 'files'))
  renameSync(join(folder, 'elsewhere'), join(folder, 'files'))
  expect(await sender.client.call('readUpload', { headers: uploadHeaders(file.upload) })).toEqual({ parts: [0] })
  expect((await sendPart(sender, file, 1)).code).toBeNull()
  await sender.client.call('submitReport', { body: await sealReport(sender, { files: [file] }) })
  expect(await openFile(sender, sender.address, file)).toEqual(file.plain)
})

test('a locked file whose others cannot all be kept is refused and leaves nothing; mended, the same one becomes a case', async () => {
  const sender = await reporter()
  const files = [await sealFile(1024 * 1024 + 1), await sealFile(10)]
  const locked = await sealEnvelope(sender, { files })
  const handIn = () => sender.client.ask('handIn', { body: locked })
  const database = new Sqlite(join(folder, 'goodfaith.sqlite'))
  const rows = () => ['cases', 'files', 'parts'].map((table) => database.prepare(`SELECT * FROM ${table}`).all().length)
  const failing = async (fault: string) => {
    database.exec(`CREATE TRIGGER fault ${fault} BEGIN SELECT RAISE(ABORT, 'the disk is gone'); END`)
    const { status, code } = await handIn()
    database.exec('DROP TRIGGER fault')
    expect([fault, status, code, rows()]).toEqual([fault, 500, 'service.failed', [0, 0, 0]])
  }
  renameSync(join(folder, 'files'), join(folder, 'elsewhere'))
  writeFileSync(join(folder, 'files'), 'in the way')
  const { status, code } = await handIn()
  expect([status, code, rows()]).toEqual([500, 'service.failed', [0, 0, 0]])
  rmSync(join(folder, 'files'))
  renameSync(join(folder, 'elsewhere'), join(folder, 'files'))
  await failing('BEFORE INSERT ON files WHEN (SELECT count(*) FROM files) = 1')
  await failing('BEFORE INSERT ON parts WHEN (SELECT count(*) FROM parts) = 2')
  await failing('BEFORE INSERT ON cases')
  expect((await handIn()).status).toBe(201)
  now += 2 * day
  await server.keepHouse()
  expect(await server.blobs()).toHaveLength(3)
  for (const file of files) expect(await openFile(sender, sender.address, file)).toEqual(file.plain)
  database.close()
})

test('a locked file with others is refused where all the room for unsent ones is taken, and one without is not', async () => {
  const [sender, plain] = [await reporter(), await reporter()]
  const database = new Sqlite(join(folder, 'goodfaith.sqlite'))
  database.exec('PRAGMA foreign_keys = OFF')
  const today = Math.floor(now / day)
  database
    .prepare('INSERT INTO files (id, token_hash, owner, chunks, day) VALUES (1, ?, ?, 1, ?)')
    .run(random(32), random(32), today)
  const insert = database.prepare('INSERT INTO parts (file_id, part, hash, blob) VALUES (1, ?, ?, ?)')
  database.transaction(() => {
    for (let part = 0; part < limits.unsentParts; part += 1) insert.run(part, random(32), random(16))
  })()
  database.close()
  const handIn = async (body: Bytes) => (await sender.client.ask('handIn', { body })).code
  expect(await handIn(await sealEnvelope(sender, { files: [await sealFile(10)] }))).toBe('upload.full')
  expect(await handIn(await sealEnvelope(plain))).toBeNull()
})

/** A disk of three megabytes, where this user may mount one. */
function smallDisk(): { place: string; take: () => void } | null {
  const place = mkdtempSync(join(tmpdir(), 'goodfaith-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', place], { stdio: 'ignore' })
  } catch {
    rmSync(place, { recursive: true })
    return null
  }
  const take = () => {
    execFileSync('umount', [place])
    rmSync(place, { recursive: true })
  }
  return { place, take }
}

const disk = smallDisk()

test.skipIf(disk === null)('a full disk is told as one, and has room again when something goes', async () => {
  const { place, take } = disk ?? { place: '', take: () => undefined }
  try {
    const blobs = fileBlobs(place, 0)
    const names = [random(16), random(16), random(16)] as const
    const part = random(65_536).slice()
    const megabyte = new Uint8Array(1_048_848)
    for (const name of names.slice(0, 2)) await blobs.put(name, megabyte)
    await expect(blobs.put(names[2], megabyte)).rejects.toEqual(full)
    // With nothing kept free the disk itself says so, in the middle of a part.
    writeFileSync(join(place, 'filler'), new Uint8Array(900_000))
    await expect(blobs.put(random(16), megabyte.subarray(0, 300_000))).rejects.toEqual(full)
    await blobs.remove([names[0], names[2]])
    await blobs.put(random(16), part)
    expect(await blobs.get(names[1])).toEqual(megabyte)
    expect(await blobs.get(names[0])).toBeNull()
    await expect(fileBlobs(place).put(random(16), part)).rejects.toEqual(full)
  } finally {
    take()
  }
})

test('however many have begun uploads without sending anything, others can send files, and the next day they are gone', async () => {
  const database = new Sqlite(join(folder, 'goodfaith.sqlite'))
  const insert = database.prepare('INSERT INTO files (id, token_hash, owner, chunks, day) VALUES (?, ?, ?, 1, ?)')
  const today = Math.floor(now / day)
  database.transaction(() => {
    for (let id = 1; id <= 20_001; id += 1) insert.run(id, Buffer.from(random(32)), Buffer.from(random(32)), today)
  })()
  const [sender, file] = [await reporter(), await sealFile(10)]
  expect((await beginUpload(sender, file)).code).toBeNull()
  expect((await sendPart(sender, file, 0)).code).toBeNull()
  now += 2 * day
  await server.keepHouse()
  expect(database.prepare('SELECT count(*) AS count FROM files').get()).toEqual({ count: 1 })
  database.close()
})

test('binding a report’s files asks the store as much for six as for one', async () => {
  const statement = Object.getPrototypeOf(new Sqlite(':memory:').prepare('SELECT 1')) as Sqlite.Statement
  const questions = async (count: number): Promise<number> => {
    const sender = await reporter()
    const files = []
    for (let each = 0; each < count; each += 1) files.push(await sendFile(sender, 100))
    const body = await sealReport(sender, { files })
    let asked = 0
    for (const verb of ['all', 'get'] as const) {
      const original = statement[verb]
      vi.spyOn(statement, verb).mockImplementation(function (this: Sqlite.Statement, ...parameters: unknown[]) {
        asked += /parts|files/.test(this.source) && this.source.startsWith('select') ? 1 : 0
        return original.apply(this, parameters) as never
      })
    }
    await sender.client.call('submitReport', { body })
    vi.restoreAllMocks()
    return asked
  }
  const one = await questions(1)
  expect(one).toBeGreaterThan(0)
  expect(await questions(6)).toBe(one)
})
