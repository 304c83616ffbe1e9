import { type Bytes, compare, utf8 } from './bytes.ts'
import { encode, u8, u32 } from './codec.ts'
import { must } from './errors.ts'
import { hmacUnder, sha256 } from './hash.ts'
import { node } from './merkle.ts'
import { type Receipt, receiptBytes } from './receipt.ts'

/** Levels between a leaf and the root: room for 1,048,576 entries a day. */
export const treeDepth = 20

/** The tree of one day (PROTOCOL 9.3). It tells nobody whether anything else came, or anything at all. */
export interface DayTree {
  root: Bytes
  /** Place of an accepted entry, and the neighbours' hashes from its leaf up to the root. */
  path(receipt: Receipt): { place: number; neighbours: Bytes[] } | null
}

const leafTag = Uint8Array.of(0)
const places = 2 ** treeDepth

export const receiptLeaf = (receipt: Receipt): Promise<Bytes> => sha256(leafTag, receiptBytes(receipt))

type Level = Map<number, Bytes>
type Filler = (level: number, index: number) => Promise<Bytes>

/** One level up: every pair that holds a real node, the other half filled with what only the service can compute. */
async function above(level: Level, height: number, filler: Filler): Promise<{ parents: Level; complete: Level }> {
  const complete = new Map(level)
  const parents: Level = new Map()
  for (const parent of new Set([...level.keys()].map((index) => index >> 1))) {
    const left = level.get(parent * 2) ?? (await filler(height, parent * 2))
    const right = level.get(parent * 2 + 1) ?? (await filler(height, parent * 2 + 1))
    complete.set(parent * 2, left).set(parent * 2 + 1, right)
    parents.set(parent, await node(left, right))
  }
  return { parents, complete }
}

/** The tree over the receipts of one day, in any order. Throws `checkpoint.full` beyond 2^20 receipts. */
export async function dayTree(secret: Bytes, day: number, receipts: readonly Receipt[]): Promise<DayTree> {
  must(receipts.length <= places, 'checkpoint.full')
  const mac = await hmacUnder(secret)
  const dayBytes = encode(u32, day)
  const filler: Filler = (level, index) => mac(utf8('empty'), dayBytes, encode(u8, level), encode(u32, index))
  const leaves: Level = new Map()
  const placeOf = new Map<string, number>()
  for (const receipt of receipts.toSorted((a, b) => compare(a.hash, b.hash))) {
    const random = await mac(utf8('place'), dayBytes, receipt.hash)
    let place = new DataView(random.buffer).getUint32(0) >>> (32 - treeDepth)
    while (leaves.has(place)) place = (place + 1) % places
    leaves.set(place, await receiptLeaf(receipt))
    placeOf.set(receipt.hash.join(), place)
  }
  const levels: Level[] = []
  let level = leaves
  for (let height = 0; height < treeDepth; height++) {
    const { parents, complete } = await above(level, height, filler)
    levels.push(complete)
    level = parents
  }
  const root = level.get(0) ?? (await filler(treeDepth, 0))
  const path = (receipt: Receipt) => {
    const place = placeOf.get(receipt.hash.join())
    if (place === undefined) return null
    return { place, neighbours: levels.map((nodes, height) => nodes.get((place >> height) ^ 1) as Bytes) }
  }
  return { root, path }
}

/** The root that a leaf and its neighbours lead to; equal to a checkpoint's root if the entry was accepted that day. */
export async function rootOf(leaf: Bytes, place: number, neighbours: readonly Bytes[]): Promise<Bytes> {
  let hash = leaf
  for (const [height, neighbour] of neighbours.entries()) {
    hash = (place >> height) & 1 ? await node(neighbour, hash) : await node(hash, neighbour)
  }
  return hash
}
