import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeHeader } from '../../crypto/wire/header.ts'
import { decodeSeals } from '../../crypto/wire/seals-block.ts'
import { sendFile } from '../support/files.ts'
import { foundOffice, type Office } from '../support/office.ts'
import { type Reporter, report } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'
import { tracesOf } from '../support/traces.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'goodfaith-'))
let server: Server
let office: Office
let database: Sqlite.Database

const body = { type: 'report', kind: 'report', title: 'Stamps', story: 'The stamps are bought twice, each March.' }
const identity = { type: 'identity', name: 'Amina Example', unit: 'Procurement' }
let twins: Reporter[]

beforeAll(async () => {
  server = await startNode({ dataDir })
  office = await foundOffice(server)
  database = new Sqlite(join(dataDir, 'goodfaith.sqlite'), { readonly: true })
  twins = [await report(office, { body, identity }), await report(office, { body, identity })]
})
afterAll(async () => {
  database.close()
  await server.stop()
  rmSync(dataDir, { recursive: true })
})

/** All that is kept. Whoever adds a column says here what it is; nothing that is written stands in the clear. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  statements: ['sequence', 'hash', 'statement', 'signatures'],
  proposals: ['hash', 'statement', 'signatures', 'day'],
  marks: ['signer', 'head', 'day', 'signature'],
  invitations: ['id', 'token_hash', 'role', 'expires', 'member_id'],
  joining: ['member_id', 'role', 'join_bytes', 'proof', 'day'],
  credentials: ['id', 'member_id', 'label', 'public_key', 'sign_count', 'wrapped_secret', 'created', 'state'],
  kits: ['public_key', 'member_id', 'wrapped_secret', 'created'],
  sessions: ['hash', 'member_id', 'idle_until', 'absolute_until'],
  used_challenges: ['hash', 'expires'],
  cases: [
    ...['id', 'address', 'reporter_key', 'revision', 'received', 'last', 'remind', 'release', 'epoch', 'head'],
    ...['summary', 'service_share', 'waits'],
  ],
  entries: [
    ...['id', 'case_id', 'revision', 'lane', 'sequence', 'hash', 'header', 'ciphertext', 'seals', 'signature'],
    ...['statement', 'day', 'receipt'],
  ],
  readers: ['member_id', 'case_id', 'seal_revision', 'seal_offset'],
  held: ['id', 'case_id', 'lane', 'block'],
  excluded: ['case_id', 'member_id'],
  further_keys: ['key', 'case_id'],
  visits: ['key', 'case_id', 'cell'],
  files: ['id', 'token_hash', 'owner', 'chunks', 'day'],
  parts: ['file_id', 'part', 'hash', 'blob'],
  case_files: ['case_id', 'hash', 'lane', 'file_id'],
  loose_blobs: ['blob', 'day'],
  mail_addresses: ['member_id', 'place', 'address', 'daily'],
  absences: ['member_id', 'first_day', 'last_day', 'cover'],
  outbox: ['member_id', 'place', 'slot', 'attempts', 'next_try', 'state'],
  schedule: ['id', 'through'],
  checkpoints: ['day', 'root', 'previous', 'signature'],
}

type Row = Record<string, unknown>
const rowsOf = (sql: string, ...parameters: unknown[]) => database.prepare(sql).all(...parameters) as Row[]

test('no table or column is kept but those that are known to say nothing of what was written', () => {
  const tables = rowsOf("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
  const names = tables.map(({ name }) => String(name)).filter((name) => name !== 'migrations' && !name.startsWith('_'))
  const real = Object.fromEntries(
    names.map((name) => [name, rowsOf(`PRAGMA table_info("${name}")`).map((column) => column.name)]),
  )
  expect(real).toEqual(allowed)
})

test('of a case nothing is stored as text at all', () => {
  for (const table of ['cases', 'entries', 'readers']) {
    const types = rowsOf(`PRAGMA table_info("${table}")`).map(({ type }) => type)
    expect(new Set(types), table).toEqual(new Set(['BLOB', 'INTEGER']))
  }
})

const entriesOf = ({ address }: Reporter) =>
  rowsOf(
    'SELECT entries.* FROM entries JOIN cases ON cases.id = case_id WHERE address = ? ORDER BY entries.revision',
    Buffer.from(address),
  )
const caseOf = ({ address }: Reporter) =>
  rowsOf('SELECT * FROM cases WHERE address = ?', Buffer.from(address))[0] as Row

/** The first run of bytes that two strings have in common, wherever it stands in each; by chance one in ten thousand million. */
function sharedRun(one: Uint8Array, other: Uint8Array, length = 8): string | null {
  const runs = new Set(
    Array.from({ length: one.length - length + 1 }, (_, at) =>
      Buffer.from(one.subarray(at, at + length)).toString('hex'),
    ),
  )
  const found = Array.from({ length: other.length - length + 1 }, (_, at) =>
    Buffer.from(other.subarray(at, at + length)).toString('hex'),
  )
  return found.find((run) => runs.has(run)) ?? null
}

test('two reports with the same words have nothing in common', () => {
  const [one, other] = twins.map(entriesOf) as [Row[], Row[]]
  expect(one).toHaveLength(2)
  for (const [place, entry] of one.entries()) {
    const twin = other[place] as Row
    for (const column of ['ciphertext', 'signature', 'hash', 'receipt']) {
      expect(sharedRun(entry[column] as Uint8Array, twin[column] as Uint8Array), column).toBeNull()
    }
    const [seals, twinSeals] = [entry, twin].map(({ seals: block }) => decodeSeals(block as Uint8Array)?.seals ?? [])
    expect(seals?.length).toBeGreaterThan(0)
    for (const [index, { kemCiphertext, sealed }] of (seals ?? []).entries()) {
      expect(sharedRun(kemCiphertext, twinSeals?.[index]?.kemCiphertext ?? new Uint8Array(0))).toBeNull()
      expect(sharedRun(sealed, twinSeals?.[index]?.sealed ?? new Uint8Array(0))).toBeNull()
    }
    const [header, twinHeader] = [entry, twin].map((each) => decodeHeader(each.header as Uint8Array))
    for (const commitment of ['bodyCommitment', 'keyCommitment'] as const) {
      expect(
        sharedRun(header?.[commitment] as Uint8Array, twinHeader?.[commitment] as Uint8Array),
        commitment,
      ).toBeNull()
    }
  }
  const [first, second] = twins.map(caseOf) as [Row, Row]
  for (const column of ['summary', 'service_share']) {
    // A summary names the epoch and the head that it covers before its ciphertext.
    expect(
      sharedRun((first[column] as Uint8Array).subarray(4), (second[column] as Uint8Array).subarray(4)),
      column,
    ).toBeNull()
  }
})

test('no hash of anything that was written is stored, whole or in its parts', async () => {
  const kept = await server.stored()
  const texts = [...Object.values(body), ...Object.values(identity), JSON.stringify(body), JSON.stringify(identity)]
  const variants = texts.flatMap((text) => [text, text.toLowerCase(), `${text}\n`]).filter((text) => text.length > 0)
  const hashes = ['md5', 'sha1', 'sha256', 'sha512', 'sha3-256', 'blake2b512', 'blake2s256']
  const stored = variants.flatMap((text) =>
    hashes
      .filter((name) => tracesOf(createHash(name).update(text).digest().subarray(0, 16), kept).length > 0)
      .map((name) => `${name} of ${text}`),
  )
  expect(stored).toEqual([])
})

test('a report with much and one with little are the same in every length and every number that is stored', async () => {
  const little = await report(office, { body: { type: 'report', story: 'x' }, identity: null })
  const shape = (reporter: Reporter) =>
    [caseOf(reporter), ...entriesOf(reporter)].map((row) =>
      Object.entries(row).flatMap(([name, value]) =>
        /(^|_)id$/.test(name) ? [] : [`${name} ${value instanceof Uint8Array ? value.length : value}`],
      ),
    )
  expect(shape(little)).toEqual(shape(twins[0] as Reporter))
})

test('two files with the same content have nothing in common where they lie, nor with what they hold', async () => {
  const before = new Set(await server.blobs())
  const files = []
  for (const twin of twins) files.push(await sendFile(twin, 70_000))
  const names = (await server.blobs()).filter((name) => !before.has(name))
  const [one, other] = names.map((name) => readFileSync(join(dataDir, 'files', name))) as [Buffer, Buffer]
  expect([names.length, one.length, other.length]).toEqual([2, 131_106, 131_106])
  expect(sharedRun(one, other)).toBeNull()
  for (const blob of [one, other]) expect(sharedRun(blob, files[0]?.plain ?? new Uint8Array(0))).toBeNull()
  const [left, right] = files.map(({ hash }) => hash) as [Uint8Array, Uint8Array]
  expect(sharedRun(left, right)).toBeNull()
})
