import { describe, expect, it } from 'vitest'
import {
  checkpointHash,
  dayTree,
  hex,
  hmacUnder,
  type Receipt,
  receiptLeaf,
  rootOf,
  treeDepth,
  utf8,
} from '../../crypto/wire/index.ts'
import { dice } from './support/dice.ts'

const secret = dice('secret')(32)
const receipt = (name: string): Receipt => ({
  case: dice(`case ${name}`)(32),
  lane: 'shared',
  sequence: 0,
  hash: dice(`hash ${name}`)(32),
  day: 20_000,
})
const many = Array.from({ length: 40 }, (_, place) => receipt(String(place)))

/** Two receipts whose pseudorandom place is one and the same; among some thousand there are always two. */
async function samePlace(): Promise<[Receipt, Receipt]> {
  const mac = await hmacUnder(secret)
  const seen = new Map<string, Receipt>()
  for (let round = 0; ; round++) {
    const one = receipt(`twin ${round}`)
    const random = await mac(utf8('place'), Uint8Array.of(0, 0, 0x4e, 0x20), one.hash)
    const place = hex(random).slice(0, treeDepth / 4)
    const other = seen.get(place)
    if (other) return [other, one]
    seen.set(place, one)
  }
}

describe('the checkpoint of a day', () => {
  it('contains every entry that was accepted that day', async () => {
    const tree = await dayTree(secret, 20_000, many)
    for (const one of many) {
      const path = tree.path(one)
      expect(path?.neighbours).toHaveLength(treeDepth)
      if (path) expect(await rootOf(await receiptLeaf(one), path.place, path.neighbours)).toEqual(tree.root)
    }
  })

  it('contains no other, nor the same at another place', async () => {
    const tree = await dayTree(secret, 20_000, many)
    const [one] = many as [Receipt]
    const path = tree.path(one)
    if (!path) throw new Error('the entry is missing')
    expect(tree.path(receipt('another'))).toBeNull()
    const wrong = [
      await rootOf(await receiptLeaf(receipt('another')), path.place, path.neighbours),
      await rootOf(await receiptLeaf({ ...one, day: 20_001 }), path.place, path.neighbours),
      await rootOf(await receiptLeaf(one), path.place ^ 1, path.neighbours),
    ]
    for (const root of wrong) expect(root).not.toEqual(tree.root)
  })

  it('does not depend on the order in which entries came', async () => {
    expect((await dayTree(secret, 20_000, many.toReversed())).root).toEqual((await dayTree(secret, 20_000, many)).root)
  })

  it('looks the same whether anything came or not', async () => {
    const [empty, full] = [await dayTree(secret, 20_000, []), await dayTree(secret, 20_000, many)]
    expect([empty.root.length, full.root.length]).toEqual([32, 32])
    expect(empty.root).not.toEqual(full.root)
    expect((await dayTree(dice('other')(32), 20_000, [])).root).not.toEqual(empty.root)
    expect((await dayTree(secret, 20_001, [])).root).not.toEqual(empty.root)
  })

  it('gives two entries that want one place different ones', async () => {
    const twins = await samePlace()
    const places = await Promise.all(
      twins.map(async (twin) => (await dayTree(secret, 20_000, [twin])).path(twin)?.place as number),
    )
    expect(places[0]).toBe(places[1])
    const tree = await dayTree(secret, 20_000, twins)
    const together = twins.map((twin) => tree.path(twin)?.place)
    expect(new Set(together)).toEqual(new Set([places[0], ((places[0] as number) + 1) % 2 ** treeDepth]))
  })

  it('names the one before it', async () => {
    const one = { day: 20_000, root: dice('root')(32), previous: new Uint8Array(32) }
    expect(await checkpointHash(one)).not.toEqual(await checkpointHash({ ...one, previous: dice('previous')(32) }))
  })
})
