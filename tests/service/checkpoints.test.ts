import { afterEach, beforeEach, expect, test } from 'vitest'
import { fromBase64url } from '../../crypto/wire/base64url.ts'
import { equal, zero32 } from '../../crypto/wire/bytes.ts'
import { checkpointBytes, checkpointHash } from '../../crypto/wire/checkpoint.ts'
import { dayTree, receiptLeaf, rootOf } from '../../crypto/wire/checkpoint-tree.ts'
import { verifyByWebCrypto } from '../../crypto/wire/ed25519.ts'
import { entryCore } from '../../crypto/wire/entry.ts'
import { sha256 } from '../../crypto/wire/hash.ts'
import { decodeHeader } from '../../crypto/wire/header.ts'
import { dayNumber } from '../../src/domain/days.ts'
import { deriveSecrets } from '../../src/service/secrets.ts'
import { createClient } from '../support/client.ts'
import { foundOffice, type Office } from '../support/office.ts'
import { readEntries, report } from '../support/reporters.ts'
import { type Server, startNode } from '../support/servers.ts'

const day = 86_400_000
let now: number
let server: Server
let office: Office

beforeEach(async () => {
  now = Date.UTC(2027, 2, 10, 9, 0)
  server = await startNode({ clock: () => now })
  office = await foundOffice(server)
})
afterEach(() => server.stop())

const checkpoints = async (from = '1970-01-01') => {
  const client = createClient(server.origin)
  const { checkpoints: list } = await client.call('readCheckpoints', { query: { from } })
  return list.map((each) => ({
    day: dayNumber(each.day),
    root: fromBase64url(each.root),
    previous: fromBase64url(each.previous),
    signature: fromBase64url(each.signature),
  }))
}

test('every day that is over has one, signed and chained, and today has none', async () => {
  expect(await checkpoints()).toEqual([])
  await report(office)
  now += 5 * day
  const list = await checkpoints()
  expect(list.map((each) => each.day)).toEqual([0, 1, 2, 3, 4].map((later) => dayNumber('2027-03-10') + later))
  const serviceKey = fromBase64url((await createClient(server.origin).call('officeState')).serviceKey)
  let previous = zero32
  for (const each of list) {
    expect(equal(each.previous, previous)).toBe(true)
    expect(await verifyByWebCrypto(serviceKey, checkpointBytes(each), each.signature)).toBe(true)
    previous = await checkpointHash(each)
  }
  expect(await checkpoints('2027-03-13')).toEqual(list.slice(3))
})

test('they do not change when they are asked for again, by many at once', async () => {
  await report(office)
  now += 2 * day
  const asked = await Promise.all(Array.from({ length: 10 }, () => checkpoints()))
  for (const each of asked) expect(each).toEqual(asked[0])
})

test('a day’s root holds every receipt of the day, and a reporter’s lies in it', async () => {
  const reporters = [await report(office), await report(office)]
  const own = await Promise.all(reporters.map((reporter) => readEntries(reporter)))
  now += day
  const [checkpoint] = await checkpoints()
  const receipts = own
    .flatMap((entries) => entries ?? [])
    .map((entry) => ({ entry, header: decodeHeader(entry.header) }))
  const accepted = await Promise.all(
    receipts.map(async ({ entry, header }) => ({
      case: header.case,
      lane: header.lane,
      sequence: header.sequence,
      hash: await sha256(await entryCore(entry.header, entry.ciphertext, entry.seals)),
      day: entry.receipt.day,
    })),
  )
  const { checkpoint: secret } = await deriveSecrets(server.secret)
  const tree = await dayTree(secret, dayNumber('2027-03-10'), accepted)
  expect(checkpoint?.root).toEqual(tree.root)
  for (const receipt of accepted) {
    const path = tree.path(receipt)
    expect(path && (await rootOf(await receiptLeaf(receipt), path.place, path.neighbours))).toEqual(tree.root)
  }
})
